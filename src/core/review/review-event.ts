/** What can happen to a review, in the order of its life. A reason in somebody's own words goes with most. */
export type ReviewEventKind =
  | 'assigned'
  | 'moved'
  | 'declared'
  | 'conflict'
  | 'submitted'
  | 'returned'
  | 'reopened'
  | 'merged'
  | 'written-off'
  | 'critical'
