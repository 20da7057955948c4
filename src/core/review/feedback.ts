import type { ReviewState } from './review.ts'
import { workingDaysAfter } from './working-days-after.ts'

export const replyKinds = ['accepted', 'disputed'] as const
/** What whoever did the work says to a point that was not in order. */
export type ReplyKind = (typeof replyKinds)[number]

export const disputeOutcomes = ['upheld', 'changed'] as const
/** `upheld`: the review stands. `changed`: those who lead the audit are asked to have it corrected. */
export type DisputeOutcome = (typeof disputeOutcomes)[number]

/** A dispute is answered within so many working days. */
const daysToAnswer = 10

/** The last day on which a dispute is answered in time; `day`: the one it was made on. After it their manager is told. */
export function lastDayToAnswer(day: string): string {
  return workingDaysAfter(day, daysToAnswer)
}

const hour = 3_600_000
/** A reviewer can undo a slip, and a leader can send a review back, before anybody acts on it. */
const restAfterSubmission = 24 * hour
/** Older work is not taken up again: it is no longer remembered, and the case has moved on. */
const tooLate = 90 * 24 * hour

export interface RoundToRelease {
  readonly closedAt: Date | null
  /** Every level of the programme, with how many of its reviews are still to be submitted. */
  readonly levels: readonly { readonly level: number; readonly drawn: boolean; readonly open: number }[]
}

export interface ReviewToRelease<Id> {
  readonly id: Id
  readonly level: number
  readonly state: ReviewState
  readonly submittedAt: Date | null
}

/**
 * Whether any case of the round can be released. In an open round none can before every level is drawn: whoever has
 * read the feedback could put the file in order before a higher level looks at it.
 */
export function mayRelease({ closedAt, levels }: RoundToRelease, now: Date): boolean {
  return closedAt === null
    ? levels.every(({ drawn }) => drawn)
    : now.getTime() - closedAt.getTime() <= tooLate
}

/**
 * The review that those who did the work may see, or null while none may be: the highest level's, once nobody will
 * judge the case any more. That is when the round has closed, or when every level has submitted its review of the case
 * or all its reviews, so that none of them can get the case as a replacement. It is the same for everybody, and nobody
 * can hold it back or hurry it.
 */
export function reviewToRelease<Id>(
  round: RoundToRelease,
  ofCase: readonly ReviewToRelease<Id>[],
  now: Date,
): Id | null {
  if (!mayRelease(round, now)) return null
  const submitted = ofCase.filter(({ state }) => state === 'submitted').toSorted((a, b) => b.level - a.level)
  const highest = submitted[0]
  if (highest === undefined) return null
  if (round.closedAt !== null) return highest.id
  const isOver = ({ state }: { readonly state: ReviewState }) =>
    state === 'submitted' || state === 'written-off'
  if (!ofCase.every(isOver)) return null
  const atWork = round.levels.filter(({ open }) => open > 0)
  if (!atWork.every(({ level }) => ofCase.some((review) => review.level === level))) return null
  const rested = submitted.every(
    ({ submittedAt }) => submittedAt !== null && now.getTime() - submittedAt.getTime() >= restAfterSubmission,
  )
  return rested ? highest.id : null
}

export type FeedbackRefusal = 'own-case' | 'own-review' | 'dispute-answered'

/** Why somebody within whose reach a dispute lies may not answer it; null: they may. Nobody judges their own work. */
export function refusalOfAnswer(dispute: {
  readonly tookPart: boolean
  /** Reviewed the case in the same round, at whatever level. */
  readonly reviewed: boolean
  readonly answered: boolean
}): FeedbackRefusal | null {
  if (dispute.answered) return 'dispute-answered'
  if (dispute.tookPart) return 'own-case'
  return dispute.reviewed ? 'own-review' : null
}
