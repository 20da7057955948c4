import type { ReviewState } from './review.ts'

/**
 * What can be done with a review. `declare`: say whether one can judge it independently; `compare`: see the level
 * below's answers beside its own.
 */
export const reviewActs = ['open', 'declare', 'answer', 'comment', 'submit', 'compare'] as const
export type ReviewAct = (typeof reviewActs)[number]

export type ReviewRefusal =
  | 'not-found'
  | 'not-your-review'
  | 'own-case'
  | 'declaration-needed'
  | 'round-closed'
  | 'already-submitted'
  | 'handed-in'
  | 'written-off'
  | 'sealed'

/** How someone stands to a review. `stranger`: neither reviews it nor may read it. */
export type Standing = 'reviewer' | 'reader' | 'stranger'

export interface ReviewSituation {
  readonly state: ReviewState
  readonly standing: Standing
  /** Took part in the case, decided in it, advised or led those who did, or declared a conflict (domain.md, People). */
  readonly tookPart: boolean
  /** Has said that they can judge the case independently. */
  readonly declared: boolean
  readonly roundClosed: boolean
  /** Reviews apart from a colleague and has handed in their own form. */
  readonly handedIn?: boolean
}

const writing = {
  assigned: null,
  'in-progress': null,
  submitted: 'already-submitted',
  'written-off': 'written-off',
} as const

/** In which state each act can be done; null: it can. The server refuses and the page draws buttons by this one table. */
const table: Readonly<Record<ReviewAct, Readonly<Record<ReviewState, ReviewRefusal | null>>>> = {
  declare: writing,
  open: { assigned: null, 'in-progress': null, submitted: null, 'written-off': null },
  answer: writing,
  comment: writing,
  submit: writing,
  compare: { assigned: 'sealed', 'in-progress': 'sealed', submitted: null, 'written-off': 'written-off' },
}

const reviewersOnly: ReadonlySet<ReviewAct> = new Set(['declare', 'answer', 'comment', 'submit'])

/** What one of two who review apart can no longer do once their own form is handed in, while the review is open. */
const ownWriting: ReadonlySet<ReviewAct> = new Set(['answer', 'comment', 'submit'])

/** Why the act is refused, or null when it may be done. Whether answers are shown is the seal's question (`isSealed`). */
export function refusalOf(act: ReviewAct, situation: ReviewSituation): ReviewRefusal | null {
  const { state, standing, tookPart, declared, roundClosed } = situation
  if (standing === 'stranger') return 'not-found'
  const asReviewer = reviewersOnly.has(act)
  if (asReviewer && standing !== 'reviewer') return 'not-your-review'
  const open = state === 'assigned' || state === 'in-progress'
  // Whoever reviewed a case before their part in it was known may still read what they wrote.
  // They may only say so, which passes the case on.
  if (tookPart && standing === 'reviewer' && open && act !== 'declare') return 'own-case'
  if (asReviewer && roundClosed) return 'round-closed'
  if (situation.handedIn === true && open && ownWriting.has(act)) return 'handed-in'
  return table[act][state] ?? (asReviewer && act !== 'declare' && !declared ? 'declaration-needed' : null)
}

export function allowedActs(situation: ReviewSituation): readonly ReviewAct[] {
  return reviewActs.filter((act) => refusalOf(act, situation) === null)
}
