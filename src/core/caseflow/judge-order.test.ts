import { expect, test } from 'vitest'
import { at, judged, smallRule } from './judge-fixture.ts'

const order = smallRule('order', 'step: [a], before: [b], since: [b], exceptions: true')
const asOf = '2024-12-31'

test.each([
  ['on the day before', ['2024-11-13'], 'met, due 2024-11-14'],
  ['on the same day', ['2024-11-14'], 'met, due 2024-11-14'],
  ['on the day after', ['2024-11-15'], 'late by 1, due 2024-11-14'],
  ['never', [], 'open by 47, due 2024-11-14'],
])('a step %s', (_, days, expected) => {
  expect(judged(order, [...days.map((day) => at('a', day)), at('b', '2024-11-14')], asOf)).toEqual([expected])
})

test('on the day itself the step can still be taken in time', () => {
  expect(judged(order, [at('b', '2024-11-14 09:00')], '2024-11-14 10:00')).toEqual([
    'running, due 2024-11-14',
  ])
})

test('a step alone asks nothing', () => {
  expect(judged(order, [at('a', '2024-11-14')], asOf)).toEqual([])
})

test('what an earlier decision used up does not count again, unless it names the later one', () => {
  const decisions = [at('b', '2024-11-05'), at('b', '2024-11-20', { event_id: '2' })]
  expect(judged(order, [at('a', '2024-11-01'), ...decisions], asOf)).toEqual([
    'met, due 2024-11-05',
    'open by 41, due 2024-11-20',
  ])
  expect(judged(order, [at('a', '2024-11-01', { answers: '2' }), ...decisions], asOf)).toEqual([
    'open by 56, due 2024-11-05',
    'met, due 2024-11-20',
  ])
})

test('decisions of one day share a step', () => {
  const events = [at('a', '2024-11-01'), at('b', '2024-11-05 09:00'), at('b', '2024-11-05 14:00')]
  expect(judged(order, events, asOf)).toEqual(['met, due 2024-11-05', 'met, due 2024-11-05'])
})

test('a step on the day of the decision before counts, unless the times of day show that it was for that one', () => {
  const events = (step: string) => [at('a', '2024-11-01'), at('b', '2024-11-05 12:00'), at('a', step), at('b', '2024-11-20')]
  expect(judged(order, events('2024-11-05'), asOf)[1]).toBe('met, due 2024-11-20')
  expect(judged(order, events('2024-11-05 13:00'), asOf)[1]).toBe('met, due 2024-11-20')
  expect(judged(order, events('2024-11-05 11:00'), asOf)[1]).toBe('open by 41, due 2024-11-20')
}) // prettier-ignore

test('a step about a sibling does not count', () => {
  const events = [at('a', '2024-11-01', { child: 'Bo' }), at('b', '2024-11-05', { child: 'Ada' })]
  expect(judged(order, events, asOf)).toEqual(['open by 56, due 2024-11-05'])
})

test('a committee that must be passed twice is passed twice', () => {
  const twice = smallRule('order', 'step: [a], before: [b], count: 2')
  const decision = at('b', '2024-11-14')
  const [first, second] = [at('a', '2024-11-01'), at('a', '2024-11-08')]
  expect(judged(twice, [first, second, decision], asOf)).toEqual(['met, due 2024-11-14'])
  expect(judged(twice, [first, decision], asOf)).toEqual(['open by 47, due 2024-11-14'])
  expect(judged(twice, [first, decision, at('a', '2024-11-16')], asOf)).toEqual(['late by 2, due 2024-11-14'])
})

test('an exception recorded by the day of the decision takes the step’s place', () => {
  const exception = (day: string, reason: string) => at('exception', day, { rule: 'X', reason })
  const events = [at('b', '2024-11-05'), at('b', '2024-11-20')]
  expect(judged(order, [...events, exception('2024-11-18', 'too small')], asOf)).toEqual([
    'open by 56, due 2024-11-05',
    'not-applicable, exception',
  ])
  expect(judged(order, [...events, exception('2024-11-18', '')], asOf)[1]).toBe(
    'open by 41, due 2024-11-20, exception-without-reason',
  )
})
