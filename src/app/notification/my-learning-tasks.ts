import { addDays } from '../../core/calendar/days.ts'
import { initiativeTask } from '../../core/notification/initiative-task.ts'
import type { MyTask } from '../../core/notification/my-tasks.ts'
import type { UnitId } from '../../storage/ids.ts'
import { listGoals } from '../../storage/learning/goal.ts'
import {
  countJudgedGoals,
  countOpenPoints,
  listMyInitiatives,
  listMyVisits,
} from '../../storage/notification/my-learning.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { getKnownRound, loadRounds } from '../learning/goal-rounds.ts'
import { roundOfGoal } from '../learning/goal-standing.ts'
import { rowOf, singleOf } from './task-row.ts'

/** Visits so many days ahead are to be prepared. */
const daysAhead = 30
/** A goal that was judged is news for so many days. */
const news = 14

/** Visits, attention points, goals and initiatives that wait for the caller. */
export async function readLearningTasks(
  context: Context,
  reader: PersonalReader,
): Promise<readonly MyTask[]> {
  return [
    ...(await readVisits(context, reader)),
    ...(await readGoals(context, reader)),
    ...(await readInitiatives(context, reader)),
  ]
}

async function readVisits(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const reads = reachIn(context, 'learning.read')
  if (!reads.own) return []
  const { personId } = context.actor
  const { today } = context
  const leads = reachIn(context, 'visit.lead')
  const until = addDays(today, daysAhead)
  const visits = await listMyVisits(reader, personId, { leads, reads, today, until })
  const points = await countOpenPoints(reader, personId, { leads, today })
  return [
    // Minutes have no day they are due by, so they are never overdue.
    ...visits.map(({ id, unitId, unit, day, held }) =>
      singleOf(held || day < today ? 'visit-minutes' : 'visit', {
        subject: id,
        name: null,
        unit: { id: unitId, name: unit },
        due: day,
        overdue: false,
      }),
    ),
    ...points.flatMap(({ unitId, unit, count, due, overdue }) =>
      rowOf('visit-points', { count, due, overdue }, { id: unitId, name: unit }),
    ),
  ]
}

/** Goals are their unit's leaders'. */
async function readGoals(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const { units } = reachIn(context, 'goal.set')
  if (units.length === 0) return []
  const since = new Date(context.now.getTime() - news * 86_400_000)
  const judged = await countJudgedGoals(reader, units, since)
  return [
    ...(await readGoalsWithoutRound(reader, units)),
    ...judged.flatMap(({ unitId, unit, count }) =>
      rowOf('goal-judged', { count, due: null, overdue: 0 }, { id: unitId, name: unit }),
    ),
  ]
}

async function readGoalsWithoutRound(
  reader: PersonalReader,
  units: readonly UnitId[],
): Promise<readonly MyTask[]> {
  const open = (await listGoals(reader, units)).filter(
    ({ judgement, withdrawnAt, round }) => judgement === null && withdrawnAt === null && round === null,
  )
  if (open.length === 0) return []
  const rounds = await loadRounds(reader)
  const lost = open.filter(
    (goal) => roundOfGoal(goal, getKnownRound(rounds, goal.baseRound), rounds) === null,
  )
  return [...Map.groupBy(lost, ({ unit }) => unit.id).values()].flatMap((goals) =>
    rowOf('goal-without-round', { count: goals.length, due: null, overdue: 0 }, goals[0]?.unit ?? null),
  )
}

/** Of the person's own, and of the units whose initiatives they report on. */
async function readInitiatives(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const { own, units } = reachIn(context, 'initiative.report')
  if (!own) return []
  const initiatives = await listMyInitiatives(reader, context.actor.personId, units)
  return initiatives.flatMap(({ id, title, ...dated }): readonly MyTask[] => {
    const task = initiativeTask(dated, context.today)
    if (task === null) return []
    const late = task.kind === 'initiative' ? task : { due: null, overdue: false }
    return [
      singleOf(task.kind, {
        subject: id,
        name: title,
        unit: null,
        due: late.due,
        overdue: late.overdue,
      }),
    ]
  })
}
