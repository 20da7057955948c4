/** A review's course: assigned, answered, submitted; or written off, when the case is taken out of the round. */
export type Review =
  | { readonly state: 'assigned' }
  | { readonly state: 'in-progress'; readonly startedAt: Date }
  | {
      readonly state: 'submitted'
      readonly startedAt: Date
      readonly submittedAt: Date
      /** Time used, as stated on submission; null in reviews that came from elsewhere. */
      readonly minutes: number | null
    }
  | { readonly state: 'written-off' }

export type ReviewState = Review['state']

/** A review as it is kept; the database's checks allow only the combinations of `Review`. */
export interface StoredReview {
  readonly state: ReviewState
  readonly startedAt: Date | null
  readonly submittedAt: Date | null
  readonly minutes: number | null
}
