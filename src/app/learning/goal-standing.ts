import { listIncomparable, listSeriesBreaks } from '../../core/analysis/series.ts'
import { getComparisonLevel } from '../../core/analysis/question-index.ts'
import { judgeGoal } from '../../core/learning/goal-judgement.ts'
import { nextGoalRound } from '../../core/learning/goal-round.ts'
import { listDataVersions } from '../../storage/analysis/submitted-review.ts'
import { getRound } from '../../storage/draw/round.ts'
import type { RoundId } from '../../storage/ids.ts'
import type { Goal, StoredJudgement } from '../../storage/learning/goal.ts'
import type { Reader } from '../../storage/transaction.ts'
import { figuresOfRound } from '../analysis/finished-rounds.ts'
import { listWaiting, openResults, type AnalysisRoom } from '../analysis/open-results.ts'
import { danishDay } from '../frame/danish-day.ts'
import type { Acting } from '../frame/context.ts'
import { allQuestions, figureOfAim, questionsOfAim } from './goal-figures.ts'
import { getKnownRound, type KnownRound } from './goal-rounds.ts'

export type Standing =
  | { readonly state: 'withdrawn'; readonly reason: string }
  | { readonly state: 'waiting'; readonly round: KnownRound | null }
  | {
      readonly state: 'judged'
      readonly round: KnownRound
      readonly judgement: StoredJudgement
      readonly final: boolean
      readonly questions: { readonly shared: number; readonly all: number } | null
    }

/** Where a goal stands: what its round says once the results may be seen, by the figures and intervals of the results page. */
export async function standingOf(
  acting: Acting,
  room: AnalysisRoom,
  goal: Goal,
  rounds: ReadonlyMap<RoundId, KnownRound>,
): Promise<Standing | 'too-busy'> {
  if (goal.withdrawnReason !== null) return { state: 'withdrawn', reason: goal.withdrawnReason }
  const base = getKnownRound(rounds, goal.baseRound)
  if (goal.judgement !== null) {
    const round = getKnownRound(rounds, goal.judgement.round)
    const questions = askedAlike(goal, base, round)
    return { state: 'judged', round, judgement: goal.judgement, final: true, questions: countsOf(questions) }
  }
  const round = roundOfGoal(goal, base, rounds)
  if (round === null || round.round.state === 'planned') return { state: 'waiting', round }
  if (round.round.state === 'open') {
    const opened = await openResults(acting, room, round.round.key)
    if (!opened.ok) return 'too-busy'
    if (opened.value.state !== 'ready') return { state: 'waiting', round }
  }
  const questions = askedAlike(goal, base, round)
  const judgement = await judgeAt(acting, room, goal, round, questions)
  if (judgement === 'too-busy') return judgement
  const final = round.round.state === 'closed'
  return { state: 'judged', round, judgement, final, questions: countsOf(questions) }
}

/** The round a goal is judged at, be it named or the next; null while there is none. */
export function roundOfGoal(
  goal: Goal,
  base: KnownRound,
  rounds: ReadonlyMap<RoundId, KnownRound>,
): KnownRound | null {
  if (goal.round !== null) return getKnownRound(rounds, goal.round)
  const ofProgramme = [...rounds.values()].filter(({ programme }) => programme.key === goal.aim.programme)
  const next = nextGoalRound(
    ofProgramme.map(({ round }) => round),
    base.round,
    danishDay(goal.setAt),
  )
  return next === null ? null : getKnownRound(rounds, next.id)
}

/**
 * The results a goal is judged by are open, be it written down yet or not. From then on it stays: one that could be given up when
 * it is missed would leave the met ones alone.
 */
export async function isSettled(
  reader: Reader,
  goal: Goal,
  rounds: ReadonlyMap<RoundId, KnownRound>,
): Promise<boolean> {
  if (goal.judgement !== null || goal.withdrawnAt !== null) return true
  const held = roundOfGoal(goal, getKnownRound(rounds, goal.baseRound), rounds)
  if (held === null || held.round.state === 'planned') return false
  const { round } = held
  const baseline = round.baselineRoundId === null ? null : await getRound(reader, round.baselineRoundId)
  const waiting = [
    ...(await listWaiting(reader, round)),
    ...(baseline === null ? [] : await listWaiting(reader, baseline)),
  ]
  return waiting.length === 0
}

interface AskedAlike {
  /** Of the aim. */
  readonly shared: readonly string[]
  readonly all: readonly string[]
  /** All that the round asks as the base round did: figures are computed once for the goals of both. */
  readonly ofRound: readonly string[]
}

/** Of the questions the goal was set on, those that the round asks in the same way, at the same level. */
function askedAlike({ aim }: Goal, base: KnownRound, { programme }: KnownRound): AskedAlike {
  const all = questionsOfAim(base.programme, aim)
  if (getComparisonLevel(programme) !== getComparisonLevel(base.programme))
    return { shared: [], all, ofRound: [] }
  const now = new Set(questionsOfAim(programme, aim))
  const changed = listIncomparable(listSeriesBreaks(programme, base.programme))
  return {
    shared: all.filter((key) => now.has(key) && !changed.has(key)),
    all,
    ofRound: allQuestions(programme).filter((key) => !changed.has(key)),
  }
}

function countsOf({ shared, all }: Pick<AskedAlike, 'shared' | 'all'>) {
  return { shared: shared.length, all: all.length }
}

async function judgeAt(
  acting: Acting,
  room: AnalysisRoom,
  { aim, unit, targetPercent }: Goal,
  { round, programme }: KnownRound,
  { shared, ofRound }: AskedAlike,
): Promise<StoredJudgement | 'too-busy'> {
  const cannot = { round: round.id, verdict: 'cannot-tell', figure: null } as const
  if (shared.length === 0) return { ...cannot, reason: 'asked-otherwise' }
  const versions = await acting.database.transaction(acting.actor, ({ reader }) =>
    listDataVersions(reader, [round.id]),
  )
  const held = { round, programme, version: versions.get(round.id) ?? '' }
  const figures = await figuresOfRound(acting, room, programme, held, ofRound)
  if (figures === 'too-busy') return figures
  const figure = figures === null ? undefined : figureOfAim(figures, aim, unit.name)
  const judged = judgeGoal(figure ?? { share: null, interval: null, sample: 0 }, targetPercent / 100)
  if (figure === undefined || (judged.verdict === 'cannot-tell' && judged.reason === 'no-answers'))
    return { ...cannot, reason: 'no-answers' }
  return {
    round: round.id,
    verdict: judged.verdict,
    reason: judged.verdict === 'cannot-tell' ? judged.reason : null,
    figure,
  }
}
