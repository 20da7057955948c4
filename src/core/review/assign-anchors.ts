import { assignReviewers, type Assignment, type CaseToReview, type Reviewer } from './assign-reviewers.ts'

export interface AnchorToReview extends CaseToReview {
  /** Persons who have reviewed this anchor before, at any level, or who know which cases are anchors. */
  readonly notBlind: ReadonlySet<string>
}

export interface AssignedWithAnchors {
  readonly drawn: readonly Assignment[]
  /** `first` null: nobody may take it, and no review is made of it. */
  readonly anchors: readonly Assignment[]
}

/**
 * Gives out a level's drawn cases, and its anchors among them: each to who has the fewest, never to somebody who could
 * know it. Where two fill a drawn case's form together, two fill an anchor's, or it would be seen on the form.
 */
export function assignWithAnchors(
  drawn: readonly CaseToReview[],
  anchors: readonly AnchorToReview[],
  reviewers: readonly Reviewer[],
  together: boolean,
): AssignedWithAnchors {
  const blindly = anchors.map(({ unit, participants, notBlind }) => ({
    unit,
    participants: new Set([...participants, ...notBlind]),
    onlyByTwo: together && hasTwoRoles(reviewers, unit),
  }))
  const all = assignReviewers([...drawn, ...blindly], reviewers, together)
  return { drawn: all.slice(0, drawn.length), anchors: all.slice(drawn.length) }
}

function hasTwoRoles(reviewers: readonly Reviewer[], unit: string): boolean {
  const here = reviewers.filter((reviewer) => reviewer.unit === null || reviewer.unit === unit)
  return here.some((one) => here.some(({ role, person }) => role !== one.role && person !== one.person))
}
