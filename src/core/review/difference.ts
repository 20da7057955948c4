import type { AnswerType } from '../programme/programme.ts'
import { sayTheSame } from './given-answer.ts'

/** Why two levels answered a question differently. */
export const differenceReasons = ['law', 'fact', 'evidence-missing', 'wording'] as const
export type DifferenceReason = (typeof differenceReasons)[number]

/** The higher level proposes a reason and a common answer; the lower level agrees or keeps its view. */
const differenceMoveKinds = ['proposed', 'agreed', 'kept'] as const
export type DifferenceMoveKind = (typeof differenceMoveKinds)[number]

/** What stands at the two levels as the answer to one question, of any type; null: not asked there. */
export interface AnswerPair {
  readonly own: string | null
  readonly below: string | null
}

export interface DifferenceMove extends AnswerPair {
  readonly id: number
  readonly kind: DifferenceMoveKind
}

/**
 * `same`: nothing to settle. `beside`: answers in words, which are read side by side: two wordings are no disagreement.
 * `open`: nothing proposed about the answers as they stand.
 */
export const differenceStates = ['same', 'beside', 'open', ...differenceMoveKinds] as const
export type DifferenceState = (typeof differenceStates)[number]

export interface DifferenceStanding<M extends DifferenceMove> {
  readonly state: DifferenceState
  /** The newest proposal, and the newest reply to it, about the answers as they stand. */
  readonly proposal: M | null
  readonly reply: M | null
}

/** Where a question stands between two levels; `moves` in the order they were made. */
export function differenceStanding<M extends DifferenceMove>(
  type: AnswerType,
  moves: readonly M[],
  now: AnswerPair,
): DifferenceStanding<M> {
  const nothing = { proposal: null, reply: null }
  if (type === 'text') return { state: 'beside', ...nothing }
  if (sayTheSame(type, now.own, now.below)) return { state: 'same', ...nothing }
  const proposal = moves.findLast(({ kind }) => kind === 'proposed')
  // A correction since then has made the proposal one about other answers.
  if (proposal === undefined || proposal.own !== now.own || proposal.below !== now.below)
    return { state: 'open', ...nothing }
  const reply = moves.findLast(({ id, kind }) => kind !== 'proposed' && id > proposal.id) ?? null
  return { state: reply?.kind ?? 'proposed', proposal, reply }
}

/** Whose review somebody fills in. */
export type PairSide = 'above' | 'below' | 'reader'

export type MoveRefusal = 'not-your-review' | 'no-difference' | 'nothing-proposed' | 'outdated-version'

/** Why a move is refused, or null. `seen`: the newest proposal that its maker saw; 0: none. */
export function refusalOfMove(
  kind: DifferenceMoveKind,
  side: PairSide,
  { state, proposal }: DifferenceStanding<DifferenceMove>,
  seen: number,
): MoveRefusal | null {
  if (side !== (kind === 'proposed' ? 'above' : 'below')) return 'not-your-review'
  if (state === 'same' || state === 'beside') return 'no-difference'
  if ((proposal?.id ?? 0) !== seen) return 'outdated-version'
  return kind !== 'proposed' && proposal === null ? 'nothing-proposed' : null
}
