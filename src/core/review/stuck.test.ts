import { expect, test } from 'vitest'
import { stuckReason, type ReviewAtWork } from './stuck.ts'

const today = '2026-03-16'
const begun: ReviewAtWork = {
  state: 'in-progress',
  assigned: true,
  dueOn: '2026-03-20',
  lastTouchedOn: '2026-03-13',
  returnedOn: null,
}

test.each([
  ['is under way', {}, null],
  ['has nobody', { assigned: false, dueOn: '2026-03-01' }, 'unassigned'],
  ['was due yesterday', { dueOn: '2026-03-15' }, 'overdue'],
  ['is due today', { dueOn: today }, null],
  ['was begun and left for five working days', { lastTouchedOn: '2026-03-09' }, 'quiet'],
  ['was begun and left for four', { lastTouchedOn: '2026-03-10' }, null],
  ['is not begun and not due', { state: 'assigned', lastTouchedOn: '2026-02-01' }, null],
  ['was sent back two working days ago', { returnedOn: '2026-03-12' }, 'returned'],
  ['was sent back yesterday', { returnedOn: '2026-03-15' }, null],
  ['is submitted', { state: 'submitted', dueOn: '2026-03-01' }, null],
  ['is written off', { state: 'written-off', assigned: false }, null],
] as const)('a review that %s', (_, change, reason) => {
  expect(stuckReason({ ...begun, ...change }, today)).toBe(reason)
})
