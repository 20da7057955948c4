import type { AnswersSoFar, Conditioned } from './asked-questions.ts'
import { isToFill } from './asked-questions.ts'

/** One chooses the level's answer, the other confirms it. */
export type MergeMoveKind = 'chosen' | 'confirmed'

export interface MergeMove {
  readonly id: number
  readonly question: string
  readonly person: string
  readonly kind: MergeMoveKind
  /** The answer chosen; null: a confirmation. */
  readonly given: string | null
}

/** What one of the two handed in; `person` still reviews the case. */
export interface HandedIn {
  readonly person: string
  readonly answers: AnswersSoFar
}

/**
 * `agreed`: both said the same. `open`: they did not, and nothing is chosen. `chosen`: waits for the other. `settled`:
 * confirmed. `not-asked`: the level's other answers keep the question away. `follows`: a derived rating.
 */
export const mergeStates = ['agreed', 'open', 'chosen', 'settled', 'not-asked', 'follows'] as const
export type MergeState = (typeof mergeStates)[number]

export interface MergeStanding<M extends MergeMove> {
  readonly question: string
  readonly state: MergeState
  /** The level's answer as it stands; null: none yet. */
  readonly given: string | null
  /** The newest choice. */
  readonly choice: M | null
}

/**
 * Where each question stands between two who answered apart, in the order of the form. What both said stands unless they
 * choose otherwise together; a choice counts when the other has confirmed it, or when it is what both said. Moves of
 * somebody who no longer reviews the case do not count. Of a derived rating an override stands only where both made it.
 */
export function mergeStandings<M extends MergeMove>(
  questions: readonly Conditioned[],
  forms: readonly HandedIn[],
  moves: readonly M[],
): readonly MergeStanding<M>[] {
  const merged = new Map<string, string>()
  const asked = new Set<string>()
  return questions.map((question) => {
    const { key, askedWhen } = question
    const before = askedWhen && asked.has(askedWhen.question) ? merged.get(askedWhen.question) : undefined
    if (askedWhen !== undefined && !askedWhen.answered.some((each) => each === before))
      return { question: key, state: 'not-asked', given: null, choice: null }
    asked.add(key)
    const said = commonAnswer(key, forms)
    const standing = isToFill(question)
      ? standingOf(key, said, forms, moves)
      : ({ state: 'follows', given: said, choice: null } as const)
    if (standing.given !== null && standing.state !== 'chosen') merged.set(key, standing.given)
    return { question: key, ...standing }
  })
}

function commonAnswer(key: string, forms: readonly HandedIn[]): string | null {
  const given = new Set(forms.map(({ answers }) => answers.get(key) ?? null))
  const [only = null] = given
  return given.size === 1 ? only : null
}

function standingOf<M extends MergeMove>(
  key: string,
  said: string | null,
  forms: readonly HandedIn[],
  moves: readonly M[],
): Omit<MergeStanding<M>, 'question'> {
  const counted = moves.filter(
    (move) => move.question === key && forms.some(({ person }) => person === move.person),
  )
  const choice = counted.findLast(({ kind }) => kind === 'chosen') ?? null
  if (choice === null) return { state: said === null ? 'open' : 'agreed', given: said, choice }
  const confirmed = counted.some(
    ({ id, kind, person }) => kind === 'confirmed' && id > choice.id && person !== choice.person,
  )
  const counts = confirmed || forms.length === 1 || choice.given === said
  return { state: counts ? 'settled' : 'chosen', given: choice.given, choice }
}

/** Every question that the merged form asks has its answer. */
export function isMerged(standings: readonly MergeStanding<MergeMove>[]): boolean {
  return standings.every(({ state }) => state !== 'open' && state !== 'chosen')
}

export type MergeRefusal = 'question-not-in-form' | 'nothing-proposed' | 'outdated-version' | 'own-choice'

/** Why a move is refused, or null. `seen`: the newest choice that its maker saw; 0: none. */
export function refusalOfMergeMove(
  kind: MergeMoveKind,
  person: string,
  standing: MergeStanding<MergeMove> | undefined,
  seen: number,
): MergeRefusal | null {
  if (standing === undefined || standing.state === 'not-asked' || standing.state === 'follows')
    return 'question-not-in-form'
  if ((standing.choice?.id ?? 0) !== seen) return 'outdated-version'
  if (kind === 'chosen') return null
  if (standing.state !== 'chosen') return 'nothing-proposed'
  return standing.choice?.person === person ? 'own-choice' : null
}
