import type { ReviewState } from './review.ts'

export interface Viewer {
  /** One of those who fill in the review that is to be shown. */
  readonly isReviewer: boolean
  /** The levels whose reviewers the person's roles belong to. */
  readonly levels: readonly number[]
}

/**
 * Whether a review's answers stay hidden from someone: until it is submitted nobody but its reviewers sees them, and
 * whoever reviews at another level sees them only after the review of this case at their own level is submitted
 * (domain.md: the levels answer independently). A case that their level has not drawn may still be drawn, so it opens
 * when the round closes.
 */
export function isSealed(
  shown: { readonly level: number; readonly state: ReviewState },
  viewer: Viewer,
  /** All levels' reviews of the case in this round. */
  ofCase: readonly { readonly level: number; readonly state: ReviewState }[],
  roundClosed: boolean,
): boolean {
  if (viewer.isReviewer) return false
  if (shown.state !== 'submitted') return true
  if (roundClosed) return false
  return viewer.levels.some(
    (own) =>
      own !== shown.level && !ofCase.some(({ level, state }) => level === own && state === 'submitted'),
  )
}

/** The levels that someone with these roles reviews at. */
export function levelsOf(
  levels: readonly { readonly level: number; readonly reviewers: readonly string[] }[],
  roles: readonly string[],
): readonly number[] {
  return levels
    .filter(({ reviewers }) => reviewers.some((role) => roles.includes(role)))
    .map(({ level }) => level)
}
