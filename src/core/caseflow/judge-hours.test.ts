import { expect, test } from 'vitest'
import { laws } from '../../../test/support/deadline-laws.ts'
import { at, judged, smallRule } from './judge-fixture.ts'

const received = 'notification-received'
const assessed = 'notification-assessed'

test.each([
  ['just in time', '2024-11-14 09:00', '2024-11-15 09:00', 'met, due 2024-11-15'],
  ['a minute too late', '2024-11-14 09:00', '2024-11-15 09:01', 'late by 0.02, due 2024-11-15'],
  ['received at midnight', '2024-11-14 00:00', '2024-11-15 00:00', 'met, due 2024-11-15'],
  ['received at midnight, a minute too late', '2024-11-14 00:00', '2024-11-15 00:01', 'late by 0.02, due 2024-11-15'],
  ['over the night that is an hour shorter', '2024-03-30 12:00', '2024-03-31 13:00', 'met, due 2024-03-31'],
  ['that night, a minute too late', '2024-03-30 12:00', '2024-03-31 13:01', 'late by 0.02, due 2024-03-31'],
  ['over the night that is an hour longer', '2024-10-26 12:00', '2024-10-27 11:00', 'met, due 2024-10-27'],
  ['that night, by the same time of day', '2024-10-26 12:00', '2024-10-27 12:00', 'late by 1, due 2024-10-27'],
  ['over Christmas, when hours run on', '2024-12-24 16:00', '2024-12-27 09:00', 'late by 41, due 2024-12-25'],
  ['on leap day', '2024-02-28 23:30', '2024-02-29 23:30', 'met, due 2024-02-29'],
])('24 hours: %s', (_, start, end, expected) => {
  expect(judged(laws, [at(received, start), at(assessed, end)], '2025-01-31', 'R01')).toEqual([expected])
}) // prettier-ignore

test.each([
  ['both on one day: in time at any time of it', '2024-11-14', '2024-11-14', 'met, due 2024-11-15'],
  ['the next day, neither known', '2024-11-14', '2024-11-15', `cannot-tell, due 2024-11-15, time:${received}`],
  ['the next day, only the start known', '2024-11-14 09:00', '2024-11-15', `cannot-tell, due 2024-11-15, time:${assessed}`],
  ['the next day, only the end known', '2024-11-14', '2024-11-15 09:00', `cannot-tell, due 2024-11-15, time:${received}`],
  ['the same day, only the start known', '2024-11-14 23:59', '2024-11-14', 'met, due 2024-11-15'],
  ['two days later: too late at any time', '2024-11-14', '2024-11-16', 'late by 0, due 2024-11-15'],
  ['two days later, only the start known', '2024-11-14 09:00', '2024-11-16', 'late by 15, due 2024-11-15'],
  ['both on the day of 25 hours', '2024-10-27', '2024-10-27', `cannot-tell, due 2024-10-28, time:${received}`],
])('24 hours without a time of day, %s', (_, start, end, expected) => {
  expect(judged(laws, [at(received, start), at(assessed, end)], '2025-01-31', 'R01')).toEqual([expected])
}) // prettier-ignore

test('a clock whose start has no time of day is open only once the whole day is over by the limit', () => {
  const events = [at(received, '2024-11-14')]
  expect(judged(laws, events, '2024-11-14 23:00', 'R01')).toEqual(['running, due 2024-11-15'])
  expect(judged(laws, events, '2024-11-15 09:00', 'R01')).toEqual([`cannot-tell, due 2024-11-15, time:${received}`])
  expect(judged(laws, events, '2024-11-16 00:30', 'R01')).toEqual(['open by 0.5, due 2024-11-15'])
}) // prettier-ignore

test('a running clock is open from the first moment past the limit', () => {
  const events = [at(received, '2024-11-14 09:00')]
  expect(judged(laws, events, '2024-11-15 09:00', 'R01')).toEqual(['running, due 2024-11-15'])
  expect(judged(laws, events, '2024-11-15 10:30', 'R01')).toEqual(['open by 1.5, due 2024-11-15'])
})

test('a pause stops a clock that counts in hours, from moment to moment', () => {
  const rule = smallRule('within', 'start: [a], end: [b], limit: { hours: 24 }, pausable: true')
  const reason = { reason: 'parents abroad' }
  const paused = [at('a', '2024-11-14 09:00'), at('pause', '2024-11-14 12:00', reason)]
  const events = [...paused, at('resume', '2024-11-16 12:00'), at('b', '2024-11-17 09:00')]
  expect(judged(rule, events, '2025-01-31')).toEqual(['met, due 2024-11-17'])
  expect(judged(rule, [...paused, at('resume', '2024-11-16 11:59'), at('b', '2024-11-17 09:00')], '2025-01-31')).toEqual(['late by 0.02, due 2024-11-17'])
  expect(judged(rule, paused, '2025-01-31')).toEqual(['running, paused'])
  expect(judged(rule, [...paused, at('resume', '2024-11-16'), at('b', '2024-11-17 09:00')], '2025-01-31')).toEqual(['cannot-tell, time:resume'])
  expect(judged(rule, [...paused, at('resume', '2024-11-16'), at('b', '2024-11-15 09:00')], '2025-01-31')).toEqual(['met, due 2024-11-15'])
}) // prettier-ignore
