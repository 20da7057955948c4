import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTaskOrder, taskKinds, together, waitingOf, type MyTask } from './my-tasks.ts'

const today = '2026-11-22'
function row(kind: MyTask['kind'], more: Partial<MyTask> = {}): MyTask {
  return { kind, subject: null, name: null, unit: null, count: 1, due: null, overdue: 0, ...more }
}

test('a child at risk comes first, then what is overdue, then by the day, and last what has no day', () => {
  const list = [
    row('feedback'),
    row('visit', { due: '2026-11-24' }),
    row('verify'),
    row('reviews', { due: '2026-11-23' }),
    row('finish-restoring', { due: '2026-11-20', overdue: 2 }),
    row('approve', { due: '2026-10-01', overdue: 1 }),
    row('critical', { due: '2026-12-24' }),
  ]
  expect(inTaskOrder(list).map(({ kind }) => kind)).toEqual([
    'critical',
    'approve',
    'finish-restoring',
    'reviews',
    'visit',
    'verify',
    'feedback',
  ])
})

const day = fc.constantFrom('2026-11-01', '2026-11-22', '2026-12-01')
const some = fc.record({
  kind: fc.constantFrom(...taskKinds),
  name: fc.constantFrom(null, 'A', 'B'),
  due: fc.option(day, { nil: null }),
  overdue: fc.nat(1),
})

test('the order does not depend on the order the rooms are asked in', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (parts) => {
      const rows = parts.map(({ kind, ...more }) => row(kind, more))
      expect(inTaskOrder(rows.toReversed())).toEqual(inTaskOrder(rows))
    }),
  )
})

test('what waits is counted with its earliest day, and a day that is today is not overdue', () => {
  expect(waitingOf([], today)).toBeNull()
  expect(waitingOf([null], today)).toEqual({ count: 1, due: null, overdue: 0 })
  expect(waitingOf(['2026-12-01', null, '2026-11-21', today], today)).toEqual({
    count: 4,
    due: '2026-11-21',
    overdue: 1,
  })
})

test('parts counted apart say together what all would say at once', () => {
  expect(together([])).toBeNull()
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(day, { nil: null }), { minLength: 1 }), { minLength: 1 }),
      (units) => {
        const parts = units.flatMap((days) => waitingOf(days, today) ?? [])
        expect(together(parts)).toEqual(waitingOf(units.flat(), today))
      },
    ),
  )
})
