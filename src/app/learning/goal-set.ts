import { randomUUID } from 'node:crypto'
import type { GoalBasis } from '../../contract/learning/goal.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { showsCompliance } from '../../core/analysis/compliance.ts'
import type { Aim } from '../../core/learning/goal-figure.ts'
import { canJudgeGoal } from '../../core/learning/goal-round.ts'
import { worthOf } from '../../core/learning/goal-prospect.ts'
import { findRound } from '../../storage/draw/round.ts'
import { findId, getId, type FourBoxId, type GoalId, type UnitId } from '../../storage/ids.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { findFourBox } from '../../storage/learning/four-box.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import {
  findGoal,
  holdGoalsOf,
  insertGoal,
  listUnitGoals,
  saveGoalWithdrawal,
  type Goal,
} from '../../storage/learning/goal.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { loadGoalBase, optionsOf } from './goal-base.ts'
import { isAimOf } from './goal-figures.ts'
import { getKnownRound, loadRounds } from './goal-rounds.ts'
import { isSettled, roundOfGoal } from './goal-standing.ts'
import { roundHead } from './goal-read.ts'

interface Wanted {
  readonly unit?: string | undefined
  readonly round?: string | undefined
  readonly proposal?: string | undefined
}

/** What a goal of a unit can be set on, by the newest finished round or the one asked for. */
export async function getGoalBasis(
  context: Context,
  room: AnalysisRoom,
  { unit: wantedUnit, round: wantedRound, proposal: wantedProposal }: Wanted,
): Promise<Result<Immutable<GoalBasis>>> {
  const reach = reachIn(context, 'goal.set')
  const { units, rounds } = await context.database.transaction(context.actor, async ({ reader }) => ({
    units: (await listUnits(reader)).filter(({ id }) => reach.municipality || reach.units.includes(id)),
    rounds: await loadRounds(reader),
  }))
  const unit = wantedUnit === undefined ? units[0] : units.find(({ id }) => id === wantedUnit)
  if (unit === undefined) return refused(wantedUnit === undefined ? 'goal-unit-unknown' : 'not-permitted')
  const finished = [...rounds.values()].filter(({ round }) => round.state === 'closed')
  const base =
    wantedRound === undefined ? finished[0] : finished.find(({ round }) => round.key === wantedRound)
  if (wantedRound !== undefined && base === undefined) return refused('not-found')
  const common = {
    today: context.today,
    unit,
    units,
    rounds: finished.map(({ round }) => roundHead(round)),
    proposal: wantedProposal === undefined ? null : await findProposal(context, unit.id, wantedProposal),
  }
  if (base === undefined)
    return done({ ...common, round: null, programme: null, stages: [], options: [], later: [] })
  const figures = await loadGoalBase(context, room, base, unit)
  if (!figures.ok) return figures
  const { programme, round } = base
  return done({
    ...common,
    round: roundHead(round),
    programme: programme.key,
    stages: programme.stages.map(({ key, title, questions }) => ({
      key,
      title,
      questions: questions
        .filter(showsCompliance)
        .map(({ key: question, number, text }) => ({ key: question, number, text })),
    })),
    options: optionsOf(programme, figures.value, unit.name).map((option) => {
      const worth = worthOf(option.figure)
      return { ...option, worth: worth === Number.POSITIVE_INFINITY ? null : worth }
    }),
    later: [...rounds.values()]
      .filter(
        (each) => each.programme.key === programme.key && canJudgeGoal(each.round, round, context.today),
      )
      .map((each) => roundHead(each.round)),
  })
}

/** A proposal that the unit shares, with what it wants. */
async function findProposal(
  context: Context,
  unit: UnitId,
  wanted: string,
): Promise<Immutable<GoalBasis>['proposal']> {
  return context.database.transaction(context.actor, async (tx) => {
    const id = getId<FourBoxId>(wanted)
    const reader = await tx.recordAccess({ act: 'list-four-box', subjectKind: 'four-box', subjectId: id })
    const found = await findShared(reader, unit, id)
    return found === undefined ? null : { id, title: found.title, want: found.lines.want }
  })
}

async function findShared(reader: PersonalReader, unit: UnitId, id: FourBoxId) {
  const found = await findFourBox(reader, unit, id)
  return found?.sharedAt === null || found?.withdrawnAt !== null ? undefined : found
}

export interface GoalToSet {
  readonly unit: string
  readonly base: string
  readonly stage: string | null
  readonly question: string | null
  readonly target: number
  readonly round: string | null
  readonly why: string | null
  readonly proposal: string | null
}

/** Sets a goal from what a finished round showed, which is kept beside it. */
export async function setGoal(
  context: Context,
  room: AnalysisRoom,
  {
    unit: unitId,
    base: baseKey,
    stage,
    question,
    target,
    round: roundKey,
    why,
    proposal: wantedProposal,
  }: GoalToSet,
): Promise<Result<{ id: GoalId }>> {
  const granted = authorise(context, 'goal.set', { kind: 'unit', unit: unitId })
  if (!granted.ok) return granted
  const { units, rounds } = await context.database.transaction(context.actor, async ({ reader }) => ({
    units: await listUnits(reader),
    rounds: await loadRounds(reader),
  }))
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) return refused('goal-unit-unknown')
  const base = [...rounds.values()].find(({ round }) => round.key === baseKey)
  if (base === undefined) return refused('not-found')
  if (base.round.state !== 'closed') return refused('round-not-closed')
  const aim: Aim = { programme: base.programme.key, stage, question }
  if (!isAimOf(base.programme, aim)) return refused('goal-aim-unknown')
  const figures = await loadGoalBase(context, room, base, unit)
  if (!figures.ok) return figures
  const option = optionsOf(base.programme, figures.value, unit.name).find(
    (each) => each.stage === stage && each.question === question,
  )
  if (option === undefined) return refused('goal-no-figure')
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: GoalId }>> => {
    const round = roundKey === null ? null : await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    const held = round === null ? null : rounds.get(round.id)
    const fits =
      held === null ||
      (held?.programme.key === aim.programme && canJudgeGoal(held.round, base.round, context.today))
    if (!fits) return refused('goal-round-unfit')
    const proposal = wantedProposal === null ? null : getId<FourBoxId>(wantedProposal)
    if (proposal !== null) {
      const access = { act: 'list-four-box', subjectKind: 'four-box', subjectId: proposal } as const
      const shared = await findShared(await tx.recordAccess(access), unit.id, proposal)
      if (shared === undefined) return refused('not-found')
    }
    const id = getId<GoalId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'set-goal',
      subjectKind: 'goal',
      subjectId: id,
      detail: { unit: unit.id, base: baseKey, stage, question, target },
    })
    await holdGoalsOf(writer, unit.id)
    const isSame = ({ aim: other }: { readonly aim: Aim }) =>
      other.programme === aim.programme && other.stage === stage && other.question === question
    // One whose round has closed is judged, also in the moments before the program has written it down.
    const isOpen = (goal: Goal) =>
      goal.judgement === null &&
      goal.withdrawnAt === null &&
      roundOfGoal(goal, getKnownRound(rounds, goal.baseRound), rounds)?.round.state !== 'closed'
    const goals = await listUnitGoals(writer, unit.id)
    if (goals.some((goal) => isSame(goal) && isOpen(goal))) return refused('goal-exists')
    await insertGoal(writer, {
      id,
      unit: unit.id,
      aim,
      targetPercent: target,
      why: why === '' ? null : why,
      baseRound: base.round.id,
      baseFigure: { ...option.figure, withoutChange: option.withoutChange },
      round: round?.id ?? null,
      proposal,
      by: context.actor.personId,
      at: context.now,
    })
    return done({ id })
  })
}

/** Gives a goal up. Once the results it is judged by are open it stays, met or not. */
export async function withdrawGoal(
  context: Context,
  wanted: string,
  reason: string,
): Promise<Result<undefined>> {
  const id = findId<GoalId>(wanted)
  if (id === undefined) return refused('not-found')
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const goal = await findGoal(tx.reader, id)
    if (goal === undefined) return refused('not-found')
    const unit = { kind: 'unit', unit: goal.unit.id } as const
    const granted = authorise(context, 'goal.set', unit)
    // Who may not see the unit's goals is not told that there is this one.
    if (!granted.ok) return authorise(context, 'learning.read', unit).ok ? granted : refused('not-found')
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'withdraw-goal',
      subjectKind: 'goal',
      subjectId: id,
    })
    await holdGoalsOf(writer, goal.unit.id)
    const now = await findGoal(writer, id)
    if (now === undefined || (await isSettled(writer, now, await loadRounds(writer))))
      return refused('goal-settled')
    await saveGoalWithdrawal(writer, id, { by: context.actor.personId, at: context.now, reason })
    return done()
  })
}
