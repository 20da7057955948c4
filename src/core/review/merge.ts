import type { AnswerType } from '../programme/programme.ts'
import { isToFill, type AnswersSoFar, type Conditioned } from './asked-questions.ts'
import { derivedGrades } from './derived-grade.ts'
import { sayTheSame } from './given-answer.ts'

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

/** A question as the merging sees it. */
export interface Mergeable extends Conditioned {
  readonly answerType: AnswerType
}

/** What one of the two handed in; `person` still reviews the case. */
export interface HandedIn {
  readonly person: string
  readonly answers: AnswersSoFar
}

/**
 * `agreed`: both said the same. `open`: they did not, and nothing is chosen. `chosen`: waits for the other. `settled`:
 * confirmed. `not-asked`: the level's other answers keep the question away. `follows`: a derived rating that
 * neither overrode, or both alike.
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
  /** Of a derived rating: what the two can settle on. Null: whatever the question can have. */
  readonly settle: SettleOn | null
}

export interface SettleOn {
  /** The grade that the rule gives the level's answers so far; null: they leave it open. */
  readonly rule: string | null
  /** What the two put in its place. */
  readonly overrides: readonly string[]
}

/**
 * Where each question stands between two who answered apart, in the order of the form. What both said stands unless they
 * choose otherwise together; a choice counts when the other has confirmed it, or when it is what both said. Moves of
 * somebody who no longer reviews the case do not count. Where a derived rating was overridden, and not by both alike, they
 * settle on the rule's grade or an override; a choice that the level's other answers have made neither is open again.
 */
export function mergeStandings<M extends MergeMove>(
  questions: readonly Mergeable[],
  forms: readonly HandedIn[],
  moves: readonly M[],
): readonly MergeStanding<M>[] {
  const merged = new Map<string, string>()
  const asked = new Set<string>()
  const standings = questions.map((question): Omit<MergeStanding<M>, 'settle'> => {
    const { key, askedWhen } = question
    const before = askedWhen && asked.has(askedWhen.question) ? merged.get(askedWhen.question) : undefined
    if (askedWhen !== undefined && !askedWhen.answered.some((each) => each === before))
      return { question: key, state: 'not-asked', given: null, choice: null } as const
    asked.add(key)
    const said = commonAnswer(question, forms)
    const follows = !isToFill(question) && (said !== null || overridesOf(key, forms).length === 0)
    const standing = follows
      ? ({ state: 'follows', given: said, choice: null } as const)
      : standingOf(question, said, forms, moves)
    if (standing.given !== null && standing.state !== 'chosen') merged.set(key, standing.given)
    return { question: key, ...standing }
  })
  const grades = derivedGrades(questions, merged)
  return questions.flatMap((question, at): MergeStanding<M>[] => {
    const standing = standings[at]
    if (standing === undefined) return []
    if (isToFill(question)) return [{ ...standing, settle: null }]
    const rule = grades.get(question.key)?.toString() ?? null
    const settle = { rule, overrides: overridesOf(question.key, forms) }
    const gone = standing.choice !== null && !canSettleOn(settle, standing.given)
    return [gone ? { ...standing, state: 'open', given: null, settle } : { ...standing, settle }]
  })
}

/** Whether the two can settle on an answer to a derived rating. */
export function canSettleOn({ rule, overrides }: SettleOn, given: string | null): boolean {
  return given !== null && (given === rule || overrides.includes(given))
}

function overridesOf(key: string, forms: readonly HandedIn[]): readonly string[] {
  return [...new Set(forms.flatMap(({ answers }) => answers.get(key) ?? []))]
}

function commonAnswer({ key, answerType }: Mergeable, forms: readonly HandedIn[]): string | null {
  const [first = null, ...others] = forms.map(({ answers }) => answers.get(key) ?? null)
  return others.every((other) => sayTheSame(answerType, first, other)) ? first : null
}

function standingOf<M extends MergeMove>(
  { key, answerType }: Mergeable,
  said: string | null,
  forms: readonly HandedIn[],
  moves: readonly M[],
): Pick<MergeStanding<M>, 'state' | 'given' | 'choice'> {
  const counted = moves.filter(
    (move) => move.question === key && forms.some(({ person }) => person === move.person),
  )
  const choice = counted.findLast(({ kind }) => kind === 'chosen') ?? null
  if (choice === null) return { state: said === null ? 'open' : 'agreed', given: said, choice }
  const confirmed = counted.some(
    ({ id, kind, person }) => kind === 'confirmed' && id > choice.id && person !== choice.person,
  )
  const counts = confirmed || forms.length === 1 || sayTheSame(answerType, choice.given, said)
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
