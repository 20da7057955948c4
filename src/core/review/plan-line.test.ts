import { expect, test } from 'vitest'
import { cumulate, plannedBy } from './plan-line.ts'

test('the line goes straight from nothing on the day of the draw to everything on the last due day', () => {
  const level = { drawnOn: '2026-03-01', dueOn: '2026-03-21', drawn: 40 }
  expect(plannedBy('2026-03-01', level)).toBe(0)
  expect(plannedBy('2026-03-11', level)).toBe(20)
  expect(plannedBy('2026-03-21', level)).toBe(40)
  expect(plannedBy('2026-04-21', level)).toBe(40)
  expect(plannedBy('2026-02-01', level)).toBe(0)
})

test('what is due on the day of the draw is planned for that day', () => {
  expect(plannedBy('2026-03-01', { drawnOn: '2026-03-01', dueOn: '2026-03-01', drawn: 3 })).toBe(3)
})

test('each day holds what came before it too', () => {
  const days = [
    { day: '2026-03-02', submitted: 2 },
    { day: '2026-03-05', submitted: 3 },
  ]
  expect(cumulate(days)).toEqual([
    { day: '2026-03-02', submitted: 2 },
    { day: '2026-03-05', submitted: 5 },
  ])
})
