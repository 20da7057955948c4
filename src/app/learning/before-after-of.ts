import type { NamedAim } from '../../contract/learning/goal.ts'
import type { AimView, InitiativeView } from '../../contract/learning/initiative.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { chooseBeforeAfter } from '../../core/learning/before-after.ts'
import { readTogether, type BeforeAfterFamily } from '../../core/learning/before-after-family.ts'
import { aimKey, type Aim } from '../../core/learning/goal-figure.ts'
import type { RoundPair } from '../analysis/analysis-cache.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { changeOfOthers, findPaired, pairOfRounds, type PairedAim } from './before-after-pair.ts'
import {
  loadProgrammeRounds,
  seriesOfAim,
  sidesOfAim,
  type ProgrammeRounds,
  type SidedRound,
} from './before-after-rounds.ts'
import { nameAim } from './goal-figures.ts'

/** An initiative as its figures see it. */
export interface AimedInitiative {
  readonly id: string
  readonly title: string
  readonly aims: readonly Aim[]
  /** Null: not started. */
  readonly start: string | null
  /** Null: not done or stopped. */
  readonly end: string | null
}

type Figures = Immutable<NonNullable<InitiativeView['figures']>>
type Outcome = Immutable<AimView['outcome']>

export interface Outcomes {
  readonly outcomes: readonly {
    readonly initiative: string
    readonly aim: Immutable<NamedAim>
    readonly outcome: Outcome
  }[]
  readonly family: Pick<BeforeAfterFamily, 'tested' | 'standingOut' | 'expectedByChance'>
}

interface Judged {
  readonly initiative: AimedInitiative
  readonly aim: Aim
  readonly before: SidedRound | null
  readonly after: SidedRound | null
  readonly pair: RoundPair | null
  readonly paired: PairedAim | undefined
}

/** An initiative's figures before and after, read together with those of all initiatives of its plan. */
export async function beforeAfterOf(
  context: Context,
  room: AnalysisRoom,
  shown: AimedInitiative,
  plan: readonly AimedInitiative[],
): Promise<Figures | 'too-busy'> {
  const read = await readPlan(context, room, plan)
  if (read === 'too-busy') return read
  const { known, all, family } = read
  const aims: Immutable<AimView>[] = []
  for (const judged of all.filter(({ initiative }) => initiative.id === shown.id)) {
    const rounds = getRounds(known, judged.aim)
    const series = await seriesOfAim(context, room, rounds, judged.aim)
    if (series === 'too-busy') return series
    // Before a start that has not come all rounds lie, which says nothing.
    const sides = sidesOfAim(rounds, judged.aim, shown.start ?? '9999-12-31')
    aims.push({
      aim: nameAim(rounds.rounds.at(-1)?.programme, judged.aim),
      questions: series.questions,
      rounds: sides.map(({ held: { round }, side }, at) => ({
        key: round.key,
        title: { da: round.titleDa, en: round.titleEn },
        periodFrom: round.periodFrom,
        periodTo: round.periodTo,
        side,
        series: series.points[at]?.series ?? 1,
        figure: series.points[at]?.figure ?? null,
      })),
      outcome: outcomeOf(judged, family, plan),
    })
  }
  const { compared, tested, standingOut, expectedByChance } = family
  return { aims, family: { compared, tested, standingOut, expectedByChance } }
}

/** What each started initiative's figures did, for all initiatives of a plan, in their order. */
export async function outcomesOfPlan(
  context: Context,
  room: AnalysisRoom,
  plan: readonly AimedInitiative[],
): Promise<Outcomes | 'too-busy'> {
  const read = await readPlan(context, room, plan)
  if (read === 'too-busy') return read
  const { known, all, family } = read
  const { tested, standingOut, expectedByChance } = family
  return {
    outcomes: all.map((judged) => ({
      initiative: judged.initiative.id,
      aim: nameAim(getRounds(known, judged.aim).rounds.at(-1)?.programme, judged.aim),
      outcome: outcomeOf(judged, family, plan),
    })),
    family: { tested, standingOut, expectedByChance },
  }
}

interface ReadPlan {
  readonly known: ReadonlyMap<string, ProgrammeRounds>
  readonly all: readonly Judged[]
  readonly family: BeforeAfterFamily
}

async function readPlan(
  context: Context,
  room: AnalysisRoom,
  plan: readonly AimedInitiative[],
): Promise<ReadPlan | 'too-busy'> {
  const known = new Map<string, ProgrammeRounds>()
  for (const { aims } of plan)
    for (const { programme } of aims)
      if (!known.has(programme)) known.set(programme, await loadProgrammeRounds(context, programme))
  const all: Judged[] = []
  for (const initiative of plan)
    for (const aim of initiative.aims) {
      const judged = await judge(context, room, known, initiative, aim)
      if (judged === 'too-busy') return judged
      all.push(judged)
    }
  return { known, all, family: readTogether(all.flatMap(({ paired }) => paired?.comparison ?? [])) }
}

function getRounds(known: ReadonlyMap<string, ProgrammeRounds>, { programme }: Aim): ProgrammeRounds {
  return known.get(programme) ?? { rounds: [], spans: [] }
}

async function judge(
  context: Context,
  room: AnalysisRoom,
  known: ReadonlyMap<string, ProgrammeRounds>,
  initiative: AimedInitiative,
  aim: Aim,
): Promise<Judged | 'too-busy'> {
  const nothing = { initiative, aim, before: null, after: null, pair: null, paired: undefined }
  if (initiative.start === null) return nothing
  const { before, after } = chooseBeforeAfter(sidesOfAim(getRounds(known, aim), aim, initiative.start))
  if (before === null || after === null) return { ...nothing, before, after }
  const pair = await pairOfRounds(context, room, before.held, after.held)
  if (pair === 'too-busy') return pair
  const paired = pair === null ? undefined : findPaired(pair, aim, [before.held, after.held])
  return { initiative, aim, before, after, pair, paired }
}

function outcomeOf(
  { initiative, aim, before, after, pair, paired }: Judged,
  family: BeforeAfterFamily,
  plan: readonly AimedInitiative[],
): Outcome {
  if (initiative.start === null) return { state: 'not-started' }
  if (before === null) return { state: 'no-round-before' }
  if (after === null) return { state: 'no-round-after' }
  if (pair === null || paired === undefined) return { state: 'asked-otherwise' }
  const { change, comparison } = paired
  const read = comparison === null ? undefined : family.read.get(comparison.key)
  const until = after.span.latestEnd ?? ''
  return {
    state: 'compared',
    compared: {
      before: { round: before.held.round.key, figure: paired.before },
      after: { round: after.held.round.key, figure: paired.after },
      change: change && read ? { ...change, q: read.q, class: read.class } : null,
      withoutChange: paired.withoutChange,
      others: changeOfOthers(
        pair,
        plan.flatMap(({ aims, start }) =>
          (start === null ? [] : aims).filter(({ programme }) => programme === aim.programme),
        ),
      ),
      ended: initiative.end !== null && initiative.end < (after.span.earliestStart ?? ''),
      shared: plan
        .filter(
          ({ id, aims, start }) =>
            id !== initiative.id &&
            start !== null &&
            start <= until &&
            aims.some((other) => aimKey(other) === aimKey(aim)),
        )
        .map(({ id, title }) => ({ id, title })),
    },
  }
}
