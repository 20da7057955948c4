/** What can happen to a review, in the order of its life. A reason in somebody's own words goes with most. */
export const reviewEventKinds = [
  'assigned',
  'moved',
  'declared',
  'conflict',
  'submitted',
  'returned',
  'reopened',
  'merged',
  'written-off',
  'critical',
] as const
export type ReviewEventKind = (typeof reviewEventKinds)[number]
