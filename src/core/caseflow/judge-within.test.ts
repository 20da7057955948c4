import { expect, test } from 'vitest'
import { laws, readLaw } from '../../../test/support/deadline-laws.ts'
import { at, judged, moment, smallRule } from './judge-fixture.ts'
import { isoDay } from '../calendar/day-number.ts'
import type { CaseEvent } from './case-event.ts'
import { compileRules } from './compile-rules.ts'
import { judgeCase } from './judge-case.ts'

const pairs = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }')
const asOf = '2025-01-01'

test('each end closes the oldest start that is still open', () => {
  const events = [at('a', '2024-11-01'), at('a', '2024-11-05'), at('b', '2024-11-06'), at('b', '2024-11-20')]
  expect(judged(pairs, events, asOf)).toEqual(['met, due 2024-11-11', 'late by 5, due 2024-11-15'])
})

test('two notifications on one day are two, and one assessment answers one of them', () => {
  const events = [at('a', '2024-11-01 09:00'), at('a', '2024-11-01 15:00'), at('b', '2024-11-02')]
  expect(judged(pairs, events, asOf)).toEqual(['met, due 2024-11-11', 'open by 51, due 2024-11-11'])
  expect(judged(pairs, [...events, at('b', '2024-11-03')], asOf)).toEqual([
    'met, due 2024-11-11',
    'met, due 2024-11-11',
  ])
})

test('an end that says what it answers closes that start and no other', () => {
  const starts = [at('a', '2024-11-01', { event_id: '1' }), at('a', '2024-11-05', { event_id: '2' })]
  const second = at('b', '2024-11-06', { answers: '2' })
  expect(judged(pairs, [...starts, second], asOf)).toEqual(['open by 51, due 2024-11-11', 'met, due 2024-11-15'])
  // What does not say closes the other, though it comes later and the first is older.
  const first = at('b', '2024-11-12')
  expect(judged(pairs, [...starts, second, first], asOf)).toEqual(['late by 1, due 2024-11-11', 'met, due 2024-11-15'])
  // What answers something else than a start says nothing here.
  expect(judged(pairs, [...starts, at('b', '2024-11-02', { answers: 'x' })], asOf)[0]).toBe('met, due 2024-11-11')
}) // prettier-ignore

test('a start that some end names waits for it; what names none closes the next', () => {
  const starts = [at('a', '2024-11-01', { event_id: '1' }), at('a', '2024-11-05', { event_id: '2' })]
  const events = [...starts, at('b', '2024-11-06'), at('b', '2024-11-08', { answers: '1' })]
  const done = judgeCase(pairs, events, moment(asOf)).map((deadline) => isoDay(deadline.done?.day ?? 0))
  expect(done).toEqual(['2024-11-08', '2024-11-06'])
})

test('of two starts at one moment it is what they say, not their order, that decides which is answered', () => {
  const rule = smallRule(
    'within',
    'start: [a], end: [b], limit: { ofCase: { attribute: limit, unit: days } }',
  )
  const [short, long] = [at('a', '2024-11-01', { limit: '5' }), at('a', '2024-11-01', { limit: '9' })]
  const answer = at('b', '2024-11-02')
  expect(judged(rule, [long, short, answer], asOf)).toEqual(judged(rule, [short, long, answer], asOf))
  const [one, other] = [at('a', '2024-11-01'), { ...at('a', '2024-11-01'), caseworker: 'B' }]
  const states = (events: readonly CaseEvent[]) =>
    judgeCase(pairs, events, moment(asOf)).map(({ caseworker, state }) => `${caseworker} ${state}`)
  expect(states([one, other, answer])).toEqual(states([other, one, answer]))
})

test('what ends and what begins on one day leaves no gap in what is in force', () => {
  const rule = smallRule('within', 'start: [c], end: [d], limit: { days: 10 }', 'when: [{ inForce: { since: [a], until: [b] } }]')
  const events = [at('a', '2024-10-01'), at('b', '2024-11-01'), at('a', '2024-11-01'), at('c', '2024-11-05')]
  expect(judged(rule, events, asOf)).toEqual(['open by 47, due 2024-11-15'])
  expect(judged(rule, [at('a', '2024-10-01'), at('b', '2024-11-01'), at('c', '2024-11-05')], asOf)).toEqual(['not-applicable, a'])
}) // prettier-ignore

test('siblings in one case have clocks of their own; what names no child fits both', () => {
  const starts = [at('a', '2024-11-01', { child: 'Ada' }), at('a', '2024-11-02', { child: 'Bo' })]
  expect(judged(pairs, [...starts, at('b', '2024-11-03', { child: 'Bo' })], asOf)).toEqual([
    'open by 51, due 2024-11-11',
    'met, due 2024-11-12',
  ])
  expect(judged(pairs, [...starts, at('b', '2024-11-03')], asOf)).toEqual([
    'met, due 2024-11-11',
    'open by 50, due 2024-11-12',
  ])
  const shared = [at('a', '2024-11-01'), at('b', '2024-11-03', { child: 'Bo' })]
  expect(judged(pairs, shared, asOf)).toEqual(['met, due 2024-11-11'])
})

test('one notification about two cases is judged in each', () => {
  const notification = at('a', '2024-11-01', { event_id: 'N1' })
  expect(judged(pairs, [notification, at('b', '2024-11-02', { answers: 'N1' })], asOf)).toEqual([
    'met, due 2024-11-11',
  ])
  expect(judged(pairs, [notification], asOf)).toEqual(['open by 51, due 2024-11-11'])
})

test('an end before its start on the same day, or that names a later start, cannot be told', () => {
  const sameDay = [at('b', '2024-11-01 09:00'), at('a', '2024-11-01 15:00')]
  expect(judged(pairs, sameDay, asOf)).toEqual(['cannot-tell, end-before-start'])
  expect(judged(pairs, [...sameDay, at('b', '2024-11-02')], asOf)).toEqual(['met, due 2024-11-11'])
  const named = [at('b', '2024-10-01', { answers: '1' }), at('a', '2024-11-01', { event_id: '1' })]
  expect(judged(pairs, named, asOf)).toEqual(['cannot-tell, end-before-start'])
})

test('an end without any start cannot be told: the start is missing', () => {
  expect(judged(pairs, [at('b', '2024-11-02')], asOf)).toEqual(['cannot-tell, a'])
  // One end more than starts is nothing to tell.
  const events = [at('a', '2024-11-01'), at('b', '2024-11-02'), at('b', '2024-11-03')]
  expect(judged(pairs, events, asOf)).toEqual(['met, due 2024-11-11'])
})

test('a start and an end of one day without times of day are in order', () => {
  expect(judged(pairs, [at('b', '2024-11-01'), at('a', '2024-11-01')], asOf)).toEqual(['met, due 2024-11-11'])
  expect(judged(pairs, [at('b', '2024-11-01 09:00'), at('a', '2024-11-01')], asOf)).toEqual([
    'met, due 2024-11-11',
  ])
})

test('a corrected date is judged as it stands now', () => {
  const start = at('a', '2024-11-01', { event_id: '1' })
  expect(judged(pairs, [start, at('b', '2024-11-12', { event_id: '2' })], asOf)).toEqual([
    'late by 1, due 2024-11-11',
  ])
  expect(judged(pairs, [start, at('b', '2024-11-11', { event_id: '2' })], asOf)).toEqual([
    'met, due 2024-11-11',
  ])
})

test('what is stopped in time is not asked for; what is stopped too late was not kept', () => {
  const rule = smallRule('within', 'start: [a], end: [b], stop: [c], limit: { days: 10 }')
  expect(judged(rule, [at('a', '2024-11-01'), at('c', '2024-11-11')], asOf)).toEqual([
    'not-applicable, stopped',
  ])
  expect(judged(rule, [at('a', '2024-11-01'), at('c', '2024-11-12')], asOf)).toEqual([
    'late by 1, due 2024-11-11, stopped',
  ])
  expect(judged(rule, [at('a', '2024-11-01'), at('b', '2024-11-05'), at('c', '2024-11-12')], asOf)).toEqual([
    'met, due 2024-11-11',
  ])
})

test('clocks that are apart by an attribute have nothing to do with each other', () => {
  const rule = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }, apartBy: [measure]')
  const starts = [at('a', '2024-11-01', { measure: '1' }), at('a', '2024-11-02', { measure: '2' })]
  expect(judged(rule, [...starts, at('b', '2024-11-03', { measure: '2' })], asOf)).toEqual([
    'open by 51, due 2024-11-11',
    'met, due 2024-11-12',
  ])
})

test('an end may close all clocks at once', () => {
  const rule = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }, closes: all')
  const events = [at('a', '2024-11-01'), at('a', '2024-11-05'), at('b', '2024-11-12')]
  expect(judged(rule, events, asOf)).toEqual(['late by 1, due 2024-11-11', 'met, due 2024-11-15'])
})

test('events after the moment of judging are not known yet', () => {
  const events = [at('a', '2024-11-01 09:00'), at('b', '2024-11-05 09:00')]
  expect(judged(pairs, events, '2024-11-05 08:59')).toEqual(['running, due 2024-11-11'])
  expect(judged(pairs, events, '2024-11-05 09:00')).toEqual(['met, due 2024-11-11'])
  expect(judged(pairs, events, '2024-10-31')).toEqual([])
})

test('the unit and the caseworker are those of the start, and the rules’ version is told', () => {
  const start = { ...at('a', '2024-11-01'), unit: 'Syd', caseworker: 'B' }
  expect(judgeCase(pairs, [start, at('b', '2024-11-02')], moment(asOf))[0]).toMatchObject({
    unit: 'Syd',
    caseworker: 'B',
    rules: 'small',
    rulesVersion: 1,
    done: { day: at('b', '2024-11-02').day, moment: null },
  })
})

test('the law in force when the clock started judges it, whatever the year it ends in', () => {
  const inBoth = [at('notification-received', '2023-12-31 12:00'), at('notification-received', '2024-01-01 00:00')]
  const ended = [at('notification-assessed', '2024-01-01 11:00'), at('notification-assessed', '2024-01-01 13:00')]
  const found = judgeCase(laws, [...inBoth, ...ended], moment('2024-02-01')).filter(({ rule }) => rule === 'R01')
  expect(found.map(({ rules, state }) => `${rules} ${state}`)).toEqual(['serviceloven met', 'barnets-lov met'])
  const plan = (decided: string) => judged(laws, [at('measure-decided', decided)], '2024-03-01', 'R09')
  expect(plan('2023-12-31')).toEqual(['running, due 2024-04-30'])
  expect(plan('2024-01-01')).toEqual(['running, due 2024-04-01'])
}) // prettier-ignore

test('a start that no law was in force for is not asked about', () => {
  const only2024 = compileRules([readLaw('barnets-lov')])
  expect(judged(only2024, [at('notification-received', '2023-12-31 12:00')], '2024-03-01', 'R01')).toEqual([
    'not-applicable, no-rules-in-force',
  ])
})

test('a rule cannot stand twice at the same time', () => {
  const law = readLaw('serviceloven')
  const later = { ...law, key: 'later', inForce: { from: '2023-12-31', to: null } }
  expect(() => compileRules([law, later])).toThrow(/R01 of later is in force at the same time as that of serviceloven/u)
}) // prettier-ignore
