import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../case-event.ts'
import { compileRules } from '../compile-rules.ts'
import { at, moment, parsed } from '../judge-fixture.ts'
import { standingOf } from './gate-standing.ts'
import { threadsOf } from './gate-threads.ts'
import { aboutOf, enteredTime } from './new-entry.ts'
import { enteredKinds, registerRules, type SteppedRegister } from './register.ts'

const gates = parsed(
  readFileSync(new URL('../../../../programmes/deadlines-local-gates.yaml', import.meta.url), 'utf8'),
)
const compiled = compileRules([gates])

/** Of each thread its state and what is missing. */
function standings(register: SteppedRegister, events: readonly CaseEvent[], asOf = '2025-12-31'): string[] {
  return threadsOf(register, events).map((thread) => {
    const found = standingOf(register, thread, events, { compiled, asOf: moment(asOf) })
    const missing = found.missing.map(
      ({ kind, times }) => `${kind.replace('safety-plan-approved-', '')} ${times}`,
    )
    return [found.state, ...missing].join(', ')
  })
}

const plan = (kind: string, day: string, about = '1') =>
  at(`safety-plan-${kind}`, day, about === '' ? {} : { safety_plan: about })

test('a plan waits, is ready, runs and ends', () => {
  const events: CaseEvent[] = []
  const after = (event: CaseEvent) => {
    events.push(event)
    return standings('safety-plan', events)
  }
  expect(after(plan('proposed', '2025-03-01'))).toEqual([
    'waiting, department-manager 1, area-manager 1, unit-lawyer 1',
  ])
  expect(after(plan('approved-area-manager', '2025-03-02'))).toEqual([
    'waiting, department-manager 1, unit-lawyer 1',
  ])
  expect(after(plan('approved-area-manager', '2025-03-03'))).toEqual([
    'waiting, department-manager 1, unit-lawyer 1',
  ])
  expect(after(plan('approved-department-manager', '2025-03-03'))).toEqual(['waiting, unit-lawyer 1'])
  expect(after(plan('approved-unit-lawyer', '2025-03-03'))).toEqual(['ready'])
  expect(after(plan('started', '2025-03-04'))).toEqual(['running'])
  expect(after(plan('ended', '2025-06-04'))).toEqual(['ended'])
  expect(standings('safety-plan', [plan('started', '2025-03-04'), at('case-closed', '2025-04-01')])).toEqual([
    'ended',
  ])
})

test('two plans of a case stand apart, and what names none comes after an end as the next one', () => {
  expect(
    standings('safety-plan', [plan('proposed', '2025-03-01', '1'), plan('started', '2025-03-04', '2')]),
  ).toEqual([
    'waiting, department-manager 1, area-manager 1, unit-lawyer 1',
    'running, department-manager 1, area-manager 1, unit-lawyer 1',
  ])
  expect(
    standings('safety-plan', [
      plan('started', '2025-03-01', ''),
      plan('ended', '2025-04-01', ''),
      plan('proposed', '2025-05-01', ''),
    ]),
  ).toEqual(['ended', 'waiting, department-manager 1, area-manager 1, unit-lawyer 1'])
})

test('siblings’ placements pass the committee each for themselves', () => {
  const of = (kind: string, day: string, child: string) => at(kind, day, { child })
  expect(
    standings('placement', [
      of('placement-decided', '2025-03-01', 'Ada'),
      of('placement-decided', '2025-03-01', 'Bo'),
      of('placement-committee-passed', '2025-03-02', 'Ada'),
      of('placement-committee-passed', '2025-03-03', 'Ada'),
      at('placement-committee-passed', '2025-03-04'),
    ]),
  ).toEqual(['ready', 'waiting, placement-committee-passed 1'])
})

test('an exception alone is no placement, and one with a reason takes the committee’s place', () => {
  const exception = at('exception-recorded', '2025-03-01', { rule: 'G03', reason: 'akut' })
  expect(standings('placement', [exception])).toEqual([])
  expect(standings('placement', [exception, at('placement-decided', '2025-03-01')])).toEqual(['ready'])
})

test('a disagreement lies with whoever it was last taken to', () => {
  const events = ['disputed', 'to-department-manager', 'to-manager', 'settled'].map((kind, day) =>
    at(`responsibility-${kind}`, `2025-03-0${day + 1}`),
  )
  expect([1, 2, 3, 4].map((count) => standings('disagreement', events.slice(0, count))[0])).toEqual([
    'with-caseworker',
    'with-department-manager',
    'with-manager',
    'settled',
  ])
})

test('whatever happened, no event is lost, and a thread tells only of its register’s rules', () => {
  const registers = ['safety-plan', 'placement', 'disagreement'] as const
  const event = (register: SteppedRegister) =>
    fc.record({
      kind: fc.constantFrom<string>(...enteredKinds[register]),
      day: fc.integer({ min: 20_000, max: 20_400 }),
      about: fc.constantFrom('', '1', '2'),
    })
  fc.assert(
    fc.property(
      fc
        .constantFrom(...registers)
        .chain((register) => fc.tuple(fc.constant(register), fc.array(event(register), { maxLength: 12 }))),
      ([register, rows]) => {
        const attribute = {
          'safety-plan': 'safety_plan',
          placement: 'measure',
          disagreement: 'disagreement',
        }[register]
        const events = rows.map(({ kind, day, about }): CaseEvent => ({
          ...at(kind, '2025-01-01', about === '' ? {} : { [attribute]: about }),
          day,
        }))
        const threads = threadsOf(register, events)
        const kept = new Set(threads.flatMap((thread) => thread.events))
        const lost = events.filter((one) => !kept.has(one) && one.kind !== 'exception-recorded')
        expect(lost).toEqual([])
        for (const thread of threads) {
          const found = standingOf(register, thread, events, { compiled, asOf: moment('2026-12-31') })
          const rules: readonly string[] = registerRules[register]
          expect(found.deadlines.every(({ rule }) => rules.includes(rule))).toBe(true)
          expect(found.isOverdue).toBe(found.deadlines.some(({ state }) => state === 'open'))
        }
      },
    ),
  )
})

test('an entry lies in the past, at a time that clocks showed', () => {
  const now = moment('2026-03-29 12:00')
  expect(enteredTime({ day: '2026-03-29', time: '11:59' }, now)).toEqual({ ok: true, moment: now - 60_000 })
  expect(enteredTime({ day: '2026-03-29', time: '12:01' }, now)).toEqual({ ok: false, why: 'ahead' })
  expect(enteredTime({ day: '2026-03-30', time: null }, now)).toEqual({ ok: false, why: 'ahead' })
  expect(enteredTime({ day: '2026-03-29', time: '02:30' }, now)).toEqual({ ok: false, why: 'no-such-time' })
  // Clocks showed it twice: which it was, nobody said.
  expect(enteredTime({ day: '2025-10-26', time: '02:30' }, now)).toEqual({ ok: true, moment: null })
})

test('an entry that does not say what it is about is about the only one under way, or a new one', () => {
  const threads = threadsOf('safety-plan', [
    plan('started', '2025-03-01', '1'),
    plan('started', '2025-03-01', '2'),
  ])
  expect(aboutOf('safety-plan-started', [], 'new', 'safety-plan')).toBe('new')
  expect(aboutOf('safety-plan-reviewed', threads.slice(0, 1), 'new', 'safety-plan')).toBe('1')
  expect(aboutOf('safety-plan-proposed', threads.slice(0, 1), 'new', 'safety-plan')).toBe('new')
  expect(aboutOf('safety-plan-reviewed', threads, 'new', 'safety-plan')).toBeUndefined()
  expect(aboutOf('placement-committee-passed', [], 'new', 'placement')).toBe('')
})
