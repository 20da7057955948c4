import type { GoalStanding, GoalSummary, GoalView } from '../../contract/learning/goal.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { worthOf } from '../../core/learning/goal-prospect.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import type { Round } from '../../storage/draw/round.ts'
import { findId, getId, type GoalId, type RoundId, type UnitId } from '../../storage/ids.ts'
import { findGoal, listGoals as list, listUnitGoals, type Goal } from '../../storage/learning/goal.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { nameAim } from './goal-figures.ts'
import { getKnownRound, loadRounds, type KnownRound } from './goal-rounds.ts'
import { isSettled, standingOf, type Standing } from './goal-standing.ts'

export const tooBusy = { ...refused('too-busy'), retryAfterSeconds: 10 }

/** The goals of the units within reach, the newest first. */
export async function listGoals(
  context: Context,
  room: AnalysisRoom,
  { unit: wanted }: { readonly unit?: string | undefined },
): Promise<
  Result<
    Immutable<{
      units: { id: string; name: string }[]
      everywhere: boolean
      mayLead: string[]
      goals: GoalSummary[]
    }>
  >
> {
  const reach = reachIn(context, 'learning.read')
  const within = (id: UnitId) => reach.municipality || reach.units.includes(id)
  const unit = wanted === undefined ? null : getId<UnitId>(wanted)
  if (unit !== null && !within(unit)) return refused('not-permitted')
  const { units, goals, rounds } = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'list-goals',
      subjectKind: 'goal',
      detail: { unit: unit ?? 'all' },
    })
    const wantedUnits = unit === null ? (reach.municipality ? 'all' : reach.units) : [unit]
    return {
      units: (await listUnits(reader)).filter(({ id }) => within(id)),
      goals: await list(reader, wantedUnits),
      rounds: await loadRounds(reader),
    }
  })
  const summaries: Immutable<GoalSummary>[] = []
  for (const goal of goals) {
    const standing = await standingOf(context, room, goal, rounds)
    if (standing === 'too-busy') return tooBusy
    summaries.push(toSummary(goal, standing, rounds))
  }
  const leads = reachIn(context, 'goal.set')
  return done({
    units,
    everywhere: reach.municipality,
    mayLead: units.map(({ id }) => id).filter((id) => leads.municipality || leads.units.includes(id)),
    goals: summaries,
  })
}

export async function getGoal(
  context: Context,
  room: AnalysisRoom,
  wanted: string,
): Promise<Result<Immutable<GoalView>>> {
  const id = findId<GoalId>(wanted)
  if (id === undefined) return refused('not-found')
  const reach = reachIn(context, 'learning.read')
  const loaded = await context.database.transaction(context.actor, async (tx) => {
    const goal = await findGoal(tx.reader, id)
    // A goal of another unit is refused as if it were not there.
    if (goal === undefined || !(reach.municipality || reach.units.includes(goal.unit.id))) return undefined
    const reader = await tx.recordAccess({ act: 'read-goal', subjectKind: 'goal', subjectId: id })
    const rounds = await loadRounds(reader)
    return {
      goal,
      rounds,
      settled: await isSettled(reader, goal, rounds),
      inUnit: await listUnitGoals(reader, goal.unit.id),
    }
  })
  if (loaded === undefined) return refused('not-found')
  const { goal, rounds, inUnit, settled } = loaded
  const standing = await standingOf(context, room, goal, rounds)
  if (standing === 'too-busy') return tooBusy
  const leads = reachIn(context, 'goal.set')
  const round = standing.state === 'withdrawn' ? null : standing.round
  const worth = worthOf(goal.baseFigure)
  return done({
    ...toSummary(goal, standing, rounds),
    why: goal.why,
    setBy: goal.setByName,
    proposal: goal.proposal,
    mayWithdraw: (leads.municipality || leads.units.includes(goal.unit.id)) && !settled,
    withoutChange: goal.baseFigure.withoutChange,
    worth: worth === Number.POSITIVE_INFINITY ? null : worth,
    roundBegan: round !== null && round.round.periodFrom <= danishDay(goal.setAt),
    judgedInUnit: inUnit.filter(
      ({ id: each, judgement }) =>
        judgement !== null || (each === id && round !== null && standing.state === 'judged'),
    ).length,
  })
}

function toSummary(
  goal: Goal,
  standing: Standing,
  rounds: ReadonlyMap<RoundId, KnownRound>,
): Immutable<GoalSummary> {
  const base = getKnownRound(rounds, goal.baseRound)
  const { withoutChange: _expected, ...figure } = goal.baseFigure
  return {
    id: goal.id,
    unit: goal.unit,
    aim: nameAim(base.programme, goal.aim),
    target: goal.targetPercent,
    setAt: goal.setAt.toISOString(),
    base: { round: roundHead(base.round), figure },
    atNext: goal.round === null,
    standing: toStanding(standing),
  }
}

function toStanding(standing: Standing): Immutable<GoalStanding> {
  switch (standing.state) {
    case 'withdrawn':
      return standing
    case 'waiting':
      return { state: 'waiting', round: standing.round && roundHead(standing.round.round) }
    case 'judged': {
      const { judgement, round, final, questions } = standing
      const { verdict, reason, figure } = judgement
      return {
        state: 'judged',
        judgement: { verdict, reason, figure, round: roundHead(round.round), final, questions },
      }
    }
    default:
      return standing satisfies never
  }
}

export function roundHead({ key, titleDa, titleEn, state, periodFrom, periodTo }: Round) {
  return { key, title: { da: titleDa, en: titleEn }, state, periodFrom, periodTo }
}
