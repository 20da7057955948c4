import type { NamedAim } from '../../contract/learning/goal.ts'
import type { AimView, InitiativeView } from '../../contract/learning/initiative.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import {
  readTogether,
  type BeforeAfterFamily,
  type Comparison,
} from '../../core/learning/before-after-family.ts'
import { aimKey, type Aim } from '../../core/learning/goal-figure.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { judge, type AimedInitiative, type Judged, type Pairing } from './before-after-judge.ts'
import { changeOfOthers } from './before-after-pair.ts'
import { loadProgrammeRounds, seriesOfAim, sidesOfAim, type ProgrammeRounds } from './before-after-rounds.ts'
import { nameAim } from './goal-figures.ts'

type Figures = Immutable<NonNullable<InitiativeView['figures']>>
type Answer = Immutable<
  Pick<AimView, 'published' | 'addedLate' | 'reckoned' | 'foreknown' | 'outcome' | 'other'>
>
type Outcome = Answer['outcome']

export interface Outcomes {
  readonly outcomes: readonly (Answer & {
    readonly initiative: string
    readonly aim: Immutable<NamedAim>
  })[]
  readonly family: Pick<BeforeAfterFamily, 'tested' | 'standingOut' | 'expectedByChance'>
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
    const rounds = getRounds(known, judged.aim.aim)
    const series = await seriesOfAim(context, room, rounds, judged.aim.aim)
    if (series === 'too-busy') return series
    // Before a start that has not come all rounds lie, which says nothing.
    const sides = sidesOfAim(rounds, judged.aim.aim, judged.reckoned?.start.day ?? '9999-12-31')
    aims.push({
      aim: nameAim(rounds.rounds.at(-1)?.programme, judged.aim.aim),
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
      ...answerOf(judged, family, plan),
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
      aim: nameAim(getRounds(known, judged.aim.aim).rounds.at(-1)?.programme, judged.aim.aim),
      ...answerOf(judged, family, plan),
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
    for (const {
      aim: { programme },
    } of aims)
      if (!known.has(programme)) known.set(programme, await loadProgrammeRounds(context, programme))
  const all: Judged[] = []
  for (const initiative of plan)
    for (const aim of initiative.aims) {
      const judged = await judge(context, room, getRounds(known, aim.aim), initiative, aim)
      if (judged === 'too-busy') return judged
      all.push(judged)
    }
  // Both starts' comparisons are on the page, so both count among those that were made.
  const made = all.flatMap(({ reckoned, other }) => [
    ...comparisonOf(reckoned, reckoned?.foreseen === true),
    ...comparisonOf(other, isOtherForeseen(other)),
  ])
  return { known, all, family: readTogether(made) }
}

function comparisonOf(pairing: Pairing | null, foreseen: boolean): readonly Comparison[] {
  const comparison = pairing?.paired?.comparison ?? null
  return comparison === null ? [] : [{ ...comparison, foreseen }]
}

/** A start that was said and does not count could have been chosen by its figures; the announced one could not. */
function isOtherForeseen(other: Pairing | null): boolean {
  return other !== null && other.foreseen && other.start.kind === 'planned'
}

function getRounds(known: ReadonlyMap<string, ProgrammeRounds>, { programme }: Aim): ProgrammeRounds {
  return known.get(programme) ?? { rounds: [], spans: [], knownDays: new Map() }
}

function answerOf(
  { initiative, aim, reckoned, other, foreknown }: Judged,
  family: BeforeAfterFamily,
  plan: readonly AimedInitiative[],
): Answer {
  const read = (pairing: Pairing, foreseen: boolean) =>
    outcomeOf(initiative, aim.aim, pairing, { foreseen, family, plan })
  return {
    published: { label: aim.label, on: aim.publishedOn, takenOut: aim.takenOut },
    addedLate: reckoned?.foreseen === false,
    reckoned: reckoned?.start ?? null,
    foreknown: foreknown && {
      writtenOn: foreknown.writtenOn,
      rounds: foreknown.rounds.map(({ held }) => held.round.key),
    },
    outcome: reckoned === null ? { state: 'not-started' } : read(reckoned, reckoned.foreseen),
    other: other && { start: other.start, outcome: read(other, isOtherForeseen(other)) },
  }
}

function outcomeOf(
  initiative: AimedInitiative,
  aim: Aim,
  { before, after, pair, paired }: Pairing,
  {
    foreseen,
    family,
    plan,
  }: {
    readonly foreseen: boolean
    readonly family: BeforeAfterFamily
    readonly plan: readonly AimedInitiative[]
  },
): Outcome {
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
      change:
        change && read
          ? { ...change, q: read.q, class: foreseen || read.class === 'too-few' ? read.class : null }
          : null,
      withoutChange: paired.withoutChange,
      others: changeOfOthers(
        pair,
        plan.flatMap(({ aims, starts }) =>
          (starts === null ? [] : aims)
            .map((each) => each.aim)
            .filter(({ programme }) => programme === aim.programme),
        ),
      ),
      ended: initiative.end !== null && initiative.end < (after.span.earliestStart ?? ''),
      shared: plan
        .filter(
          ({ id, aims, starts }) =>
            id !== initiative.id &&
            starts !== null &&
            starts.said.day <= until &&
            aims.some((other) => aimKey(other.aim) === aimKey(aim)),
        )
        .map(({ id, title }) => ({ id, title })),
    },
  }
}
