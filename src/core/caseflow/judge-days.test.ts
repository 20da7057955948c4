import { expect, test } from 'vitest'
import { laws } from '../../../test/support/deadline-laws.ts'
import { at, judged, smallRule } from './judge-fixture.ts'

const received = 'notification-received'
const acknowledged = 'notification-acknowledged'

test.each([
  ['the last day is in time', '2024-11-15', '2024-11-22', 'met, due 2024-11-22'],
  ['the day after is not', '2024-11-15', '2024-11-23', 'late by 1, due 2024-11-22'],
  ['the same day', '2024-11-15', '2024-11-15', 'met, due 2024-11-22'],
  ['over Easter, whose Saturday counts', '2024-03-25', '2024-04-05', 'late by 1, due 2024-04-04'],
  ['over Great Prayer Day 2023, the last one', '2023-05-03', '2023-05-11', 'met, due 2023-05-11'],
  ['over its day in 2024, when it was none', '2024-04-24', '2024-05-02', 'late by 1, due 2024-05-01'],
  ['over Christmas', '2024-12-20', '2024-12-31', 'late by 1, due 2024-12-30'],
])('six working days, Saturdays among them: %s', (_, start, end, expected) => {
  expect(judged(laws, [at(received, start), at(acknowledged, end)], '2025-01-31', 'R02')).toEqual([expected])
})

test.each([
  ['31 August and six months', '2017-08-31', 6, '2018-02-28'],
  ['31 August and six months, before a leap day', '2023-08-31', 6, '2024-02-29'],
  ['leap day and a year', '2024-02-29', 12, '2025-02-28'],
  ['30 November and three months', '2024-11-30', 3, '2025-02-28'],
])('%s end on the last day of the month', (_, start, months, due) => {
  const rule = smallRule('within', `start: [a], end: [b], limit: { months: ${months} }`)
  expect(judged(rule, [at('a', start), at('b', due)], '2030-01-01')).toEqual([`met, due ${due}`])
  expect(judged(rule, [at('a', start)], due)).toEqual([`running, due ${due}`])
  expect(judged(rule, [at('a', start)], '2030-01-01')[0]).toMatch(/^open by \d+, due/u)
})

const paused = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }, pausable: true')
const inWorkingDays = smallRule('within', 'start: [a], end: [b], limit: { workingDays: 5 }, pausable: true')
const reason = { reason: 'parents abroad' }

test('a pause moves the last day by the days it lasted', () => {
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-05', reason), at('resume', '2024-11-08')]
  expect(judged(paused, events, '2024-11-14')).toEqual(['running, due 2024-11-14'])
  expect(judged(paused, events, '2024-11-15')).toEqual(['open by 1, due 2024-11-14'])
})

test('a pause of working days moves by those alone', () => {
  // Five from Friday 1 November are up on Friday the 8th; Tuesday to Thursday were paused.
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-05', reason), at('resume', '2024-11-08')]
  expect(judged(inWorkingDays, events, '2024-11-10')).toEqual(['running, due 2024-11-13'])
})

test('while a pause lasts the clock runs and nothing is due', () => {
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-05', reason)]
  expect(judged(paused, events, '2026-01-01')).toEqual(['running, paused'])
})

test('a pause from after the last day saves nothing', () => {
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-12', reason)]
  expect(judged(paused, events, '2024-11-20')).toEqual(['open by 9, due 2024-11-11'])
})

test('a pause that was on when the clock started counts from then', () => {
  const events = [at('pause', '2024-10-01', reason), at('a', '2024-11-01'), at('resume', '2024-11-03')]
  expect(judged(paused, events, '2024-11-13')).toEqual(['running, due 2024-11-13'])
})

test('a pause without a reason does not count, and that is said', () => {
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-05'), at('resume', '2024-11-08')]
  expect(judged(paused, events, '2024-11-15')).toEqual(['open by 4, due 2024-11-11, pause-without-reason'])
})

test('a pause of another rule, or of a rule that cannot be paused, changes nothing', () => {
  const other = { ...reason, rule: 'Y Z' }
  const events = [at('a', '2024-11-01'), at('pause', '2024-11-05', other), at('resume', '2024-11-08', other)]
  expect(judged(paused, events, '2024-11-15')).toEqual(['open by 4, due 2024-11-11'])
  const fixed = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }')
  expect(judged(fixed, [at('a', '2024-11-01'), at('pause', '2024-11-05', reason)], '2024-11-15')).toEqual([
    'open by 4, due 2024-11-11',
  ])
})

const lifted = smallRule('within', 'start: [a], end: [b], limit: { days: 10 }, exceptions: true')

test('an exception with a reason lifts the rule, one without does not and is said', () => {
  const told = (attributes: Readonly<Record<string, string>>) =>
    judged(lifted, [at('a', '2024-11-01'), at('exception', '2024-11-20', attributes)], '2024-11-30')
  expect(told({ rule: 'X', reason: 'the child moved' })).toEqual(['not-applicable, exception'])
  expect(told({ rule: 'X' })).toEqual(['open by 19, due 2024-11-11, exception-without-reason'])
  expect(told({ rule: 'X', reason: ' ' })).toEqual(['open by 19, due 2024-11-11, exception-without-reason'])
  expect(told({ rule: 'Y', reason: 'the child moved' })).toEqual(['open by 19, due 2024-11-11'])
  expect(told({ reason: 'the child moved' })).toEqual(['open by 19, due 2024-11-11'])
})

test('an exception lifts the start it names, or else what runs that day', () => {
  const events = [at('a', '2024-11-01', { event_id: '1' }), at('a', '2024-11-02', { event_id: '2' })]
  const why = { rule: 'X', reason: 'the child moved' }
  const named = at('exception', '2024-11-20', { ...why, answers: '2' })
  expect(judged(lifted, [...events, named], '2024-11-30')).toEqual([
    'open by 19, due 2024-11-11',
    'not-applicable, exception',
  ])
  const done = [at('b', '2024-11-15'), at('exception', '2024-11-20', why)]
  expect(judged(lifted, [...events, ...done], '2024-11-30')).toEqual([
    'late by 4, due 2024-11-11',
    'not-applicable, exception',
  ])
})

const ofCase = (unit: string, on = '') =>
  smallRule('within', `start: [a], end: [b], limit: { ofCase: { attribute: limit, unit: ${unit}${on} } }`)

test.each([
  ['months', '6', 'running, due 2024-05-30'],
  ['working-days', '2', 'open by 29, due 2023-12-04'],
  ['days', '45', 'running, due 2024-01-14'],
  ['date', '2023-12-24', 'open by 9, due 2023-12-24'],
  ['date', '24-12-2023', 'open by 9, due 2023-12-24'],
  ['date', '2023-12-24T23:30:00Z', 'open by 8, due 2023-12-25'],
  ['months', '', 'cannot-tell, limit'],
  ['months', 'six', 'cannot-tell, limit'],
  ['months', '1,5', 'cannot-tell, limit'],
  ['months', '0', 'cannot-tell, limit'],
  ['days', '-3', 'cannot-tell, limit'],
  ['months', '9999', 'cannot-tell, limit'],
  ['date', '2023-02-30', 'cannot-tell, limit'],
])('a limit of the case in %s, written "%s": %s', (unit, limit, expected) => {
  const start = '2023-11-30'
  expect(judged(ofCase(unit), [at('a', start, { limit })], '2024-01-02')).toEqual([expected])
})

test('a limit of the case in hours may have a decimal comma', () => {
  const events = [at('a', '2024-11-14 09:00', { limit: '1,5' }), at('b', '2024-11-14 10:30')]
  expect(judged(ofCase('hours'), events, '2024-11-30')).toEqual(['met, due 2024-11-14'])
})

test('a limit that is missing in the case cannot be told, whether or not the step was taken', () => {
  expect(judged(ofCase('months'), [at('a', '2024-01-01')], '2024-02-01')).toEqual(['cannot-tell, limit'])
  const done = [at('a', '2024-01-01'), at('b', '2024-01-02')]
  expect(judged(ofCase('months'), done, '2024-02-01')).toEqual(['cannot-tell, limit'])
})

test('a limit is read from the newest of the events that may say it, up to the start', () => {
  const rule = ofCase('months', ', on: [c]')
  const said = [at('c', '2023-01-01', { limit: '6' }), at('c', '2023-06-01', { limit: '3' }), at('c', '2023-07-01')]
  const later = at('c', '2024-02-01', { limit: '1' })
  expect(judged(rule, [...said, at('a', '2024-01-01'), later], '2024-02-02')).toEqual(['running, due 2024-04-01'])
}) // prettier-ignore
