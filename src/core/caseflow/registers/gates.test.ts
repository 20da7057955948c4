import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileRules } from '../compile-rules.ts'
import { at, judged, parsed, smallRules } from '../judge-fixture.ts'
import { parseDeadlineRules } from '../parse-deadline-rules.ts'

const gates = parsed(
  readFileSync(new URL('../../../../programmes/deadlines-local-gates.yaml', import.meta.url), 'utf8'),
)
const compiled = compileRules([gates])
const asOf = '2025-12-31'

const approved = (role: string, day: string, plan = '1') =>
  at(`safety-plan-approved-${role}`, day, { safety_plan: plan })
const started = (day: string, plan = '1') => at('safety-plan-started', day, { safety_plan: plan })
const allThree = (day: string, plan = '1') =>
  ['department-manager', 'area-manager', 'unit-lawyer'].map((role) => approved(role, day, plan))

test('no rule of the gates claims a paragraph, and what is chosen for the municipality is said to be', () => {
  for (const { legal, note } of gates.deadlines) {
    expect(legal).toMatch(/^intern retningslinje \(kilde 00[023]\)$/u)
    expect(note?.da).toMatch(/Vores læsning|indstilling/u)
    expect(note?.en).toMatch(/Our reading|setting/u)
  }
})

test('a safety plan that all three approved before it started is in order', () => {
  expect(judged(compiled, [...allThree('2025-03-01'), started('2025-03-02')], asOf, 'G01')).toEqual([
    'met, due 2025-03-02',
  ])
  expect(judged(compiled, [...allThree('2025-03-02'), started('2025-03-02')], asOf, 'G01')).toEqual([
    'met, due 2025-03-02',
  ])
})

test('a plan that started with fewer than three approvals says which is missing', () => {
  const two = [approved('department-manager', '2025-03-01'), approved('unit-lawyer', '2025-03-01')]
  expect(judged(compiled, [...two, started('2025-03-02')], '2025-03-12', 'G01')).toEqual([
    'open by 10, due 2025-03-02, safety-plan-approved-area-manager',
  ])
  expect(judged(compiled, [...two, started('2025-03-02')], '2025-03-02', 'G01')).toEqual([
    'running, due 2025-03-02, safety-plan-approved-area-manager',
  ])
})

test('an approval after the start makes the gate late by the last one needed', () => {
  const events = [
    approved('department-manager', '2025-03-01'),
    approved('unit-lawyer', '2025-03-04'),
    approved('area-manager', '2025-03-09'),
    started('2025-03-02'),
  ]
  expect(judged(compiled, events, asOf, 'G01')).toEqual(['late by 7, due 2025-03-02'])
})

test('the same role twice is one approval', () => {
  const events = [
    approved('department-manager', '2025-02-01'),
    approved('department-manager', '2025-02-02'),
    approved('area-manager', '2025-02-03'),
    started('2025-03-02'),
  ]
  expect(judged(compiled, events, '2025-03-03', 'G01')).toEqual([
    'open by 1, due 2025-03-02, safety-plan-approved-unit-lawyer',
  ])
})

test('approvals of one plan do not count for another, nor those of a plan that has ended', () => {
  const other = [...allThree('2025-03-01', '1'), started('2025-03-02', '2')]
  expect(judged(compiled, other, '2025-03-03', 'G01')).toEqual([
    'open by 1, due 2025-03-02, safety-plan-approved-department-manager',
  ])
  const again = [
    ...allThree('2025-03-01', ''),
    started('2025-03-02', ''),
    at('safety-plan-ended', '2025-04-01'),
    started('2025-05-01', ''),
  ]
  expect(judged(compiled, again, '2025-05-02', 'G01')).toEqual([
    'met, due 2025-03-02',
    'open by 1, due 2025-05-01, safety-plan-approved-department-manager',
  ])
})

test('a running plan is seen every half year, by calendar months to the month’s last day', () => {
  const plan = [...allThree('2025-08-30'), started('2025-08-31')]
  expect(judged(compiled, plan, '2026-01-01', 'G02')).toEqual(['running, due 2026-02-28'])
  expect(judged(compiled, plan, '2026-03-01', 'G02')).toEqual(['open by 1, due 2026-02-28'])
  const seen = [...plan, at('safety-plan-reviewed', '2026-02-28')]
  expect(judged(compiled, seen, '2026-03-01', 'G02')).toEqual([
    'met, due 2026-02-28',
    'running, due 2026-08-28',
  ])
  const ended = [...plan, at('safety-plan-ended', '2026-02-01')]
  expect(judged(compiled, ended, '2026-12-01', 'G02')).toEqual(['not-applicable, stopped'])
})

test('a placement passes the committee on two days by its start; twice on one day is once', () => {
  const passed = (day: string) => at('placement-committee-passed', day)
  const start = at('placement-started', '2025-05-10')
  expect(judged(compiled, [passed('2025-05-01'), passed('2025-05-10'), start], asOf, 'G03')).toEqual([
    'met, due 2025-05-10',
  ])
  expect(judged(compiled, [passed('2025-05-01'), passed('2025-05-01'), start], '2025-05-11', 'G03')).toEqual([
    'open by 1, due 2025-05-10',
  ])
  expect(judged(compiled, [passed('2025-05-01'), passed('2025-05-12'), start], asOf, 'G03')).toEqual([
    'late by 2, due 2025-05-10',
  ])
  const excused = at('exception-recorded', '2025-05-10', { rule: 'G03', reason: 'akut' })
  expect(judged(compiled, [start, excused], asOf, 'G03')).toEqual(['not-applicable, exception'])
  const unexcused = at('exception-recorded', '2025-05-10', { rule: 'G03' })
  expect(judged(compiled, [start, unexcused], '2025-05-11', 'G03')).toEqual([
    'open by 1, due 2025-05-10, exception-without-reason',
  ])
})

test('placements before the guideline are not judged by it', () => {
  expect(judged(compiled, [at('placement-started', '2018-05-22')], asOf, 'G03')).toEqual([
    'not-applicable, no-rules-in-force',
  ])
})

test('a disagreement goes up step by step, each within five working days', () => {
  // Friday; Whit Monday 9 June and Constitution Day 5 June 2025 are no working days.
  const raised = at('responsibility-disputed', '2025-05-30')
  expect(judged(compiled, [raised], '2025-06-03', 'G04')).toEqual(['running, due 2025-06-10'])
  expect(judged(compiled, [raised], '2025-06-11', 'G04')).toEqual(['open by 1, due 2025-06-10'])
  const settled = at('responsibility-settled', '2025-06-02')
  expect(judged(compiled, [raised, settled], '2025-06-11', 'G04')).toEqual(['not-applicable, stopped'])
  const [first, second] = [
    at('responsibility-to-department-manager', '2025-06-10'),
    at('responsibility-to-manager', '2025-06-18'),
  ]
  expect(judged(compiled, [raised, first, second], '2025-06-19')).toEqual([
    'met, due 2025-06-10',
    'late by 1, due 2025-06-17',
    'running, due 2025-06-25',
    'met, due 2025-06-18',
  ])
})

test('a step over the department manager’s head shows, unless an exception says why', () => {
  const raised = at('responsibility-disputed', '2025-06-02')
  const up = at('responsibility-to-manager', '2025-06-03')
  expect(judged(compiled, [raised, up], '2025-06-04', 'G07')).toEqual(['open by 1, due 2025-06-03'])
  expect(judged(compiled, [raised, up], '2025-07-04', 'G04')).toEqual(['met, due 2025-06-11'])
  const reason = at('exception-recorded', '2025-06-03', { rule: 'G07', reason: 'alvor' })
  expect(judged(compiled, [raised, up, reason], '2025-06-04', 'G07')).toEqual(['not-applicable, exception'])
})

test('a rule that asks for more kinds of step than it names is refused', () => {
  const rule = (count: number) =>
    smallRules(
      `  - { id: X, kind: order, text: { da: x, en: x }, legal: x, confidence: memory, step: [a, b], before: [c], distinct: kind, count: ${count} }\n`,
    )
  expect(parseDeadlineRules(rule(2), 'r.yaml').ok).toBe(true)
  const refused = parseDeadlineRules(rule(3), 'r.yaml')
  expect(refused.ok ? [] : refused.problems.map(({ code, at: where }) => [code, where?.column])).toEqual([
    ['count-too-many', 'deadlines[1].count'],
  ])
})

const notified = (day: string, notifier = 'fagperson') =>
  at('notification-received', day, notifier === '' ? {} : { notifier })
const told = (day: string, attributes = {}) => at('professional-informed', day, attributes)
const support = at('measure-started', '2025-04-10')

test('the professional who notified is told when support starts, and a message sent before it does not count', () => {
  const early = [notified('2025-03-01'), told('2025-03-20'), support]
  expect(judged(compiled, early, asOf, 'G08')).toEqual(['running'])
  expect(judged(compiled, [...early, told('2025-04-10')], asOf, 'G08')).toEqual(['met'])
  expect(judged(compiled, [notified('2025-03-01'), told('2025-04-11'), support], asOf, 'G08')).toEqual([
    'met',
  ])
})

test('nobody is owed a message about support that never started, or to one who is no professional', () => {
  expect(judged(compiled, [notified('2025-03-01'), told('2025-03-20')], asOf, 'G08')).toEqual([
    'not-applicable, measure-started',
  ])
  expect(judged(compiled, [notified('2025-03-01', 'nabo'), support], asOf, 'G08')).toEqual([
    'not-applicable, says:notifier',
  ])
  const closed = at('notification-closed', '2025-03-05')
  expect(judged(compiled, [notified('2025-03-01'), closed, support], asOf, 'G08')).toEqual([
    'not-applicable, measure-started',
  ])
})

test('whether a message about support is owed cannot be told without who notified', () => {
  expect(judged(compiled, [notified('2025-03-01', ''), support], asOf, 'G08')).toEqual([
    'cannot-tell, notifier',
  ])
})

test('of two professionals each is owed a message, and one that came too early for the second closes the first', () => {
  const events = [notified('2025-03-01'), support, notified('2025-05-01'), told('2025-05-02')]
  const later = at('placement-started', '2025-06-01')
  expect(judged(compiled, [...events, later], asOf, 'G08')).toEqual(['met', 'running'])
})
