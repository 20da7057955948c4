import { calibrationState } from '../../core/calibration/calibration-state.ts'
import { waitingOf, type MyTask } from '../../core/notification/my-tasks.ts'
import { criticalSteps, isOpen } from '../../core/review/critical-case.ts'
import { overdueSteps } from '../../core/review/critical-deadlines.ts'
import { lastDayToAnswer, refusalOfAnswer } from '../../core/review/feedback.ts'
import { listCalibrations } from '../../storage/calibration/calibration.ts'
import { listCriticals, type CriticalFacts } from '../../storage/review/critical-case.ts'
import { listDisputes } from '../../storage/review/dispute.ts'
import { countUnread } from '../../storage/review/feedback.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { criticalSituationOf, criticalUnitsOf } from '../review/critical-situation.ts'
import { rowOf, singleOf } from './task-row.ts'

/** Open critical cases that the caller handles, each for itself. */
export async function readCriticals(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  if (!reachIn(context, 'critical.handle').own) return []
  const filter = { units: criticalUnitsOf(context), open: true }
  const found = await listCriticals(reader, context.actor.personId, filter)
  return found
    .filter((facts) => criticalSituationOf(context, facts).handles)
    .map((facts) =>
      singleOf('critical', {
        subject: facts.id,
        name: facts.caseId,
        unit: { id: facts.unitId, name: facts.unit },
        due: nextDay(facts),
        overdue: overdueSteps(facts.critical, facts.deadlines, context.now).length > 0,
      }),
    )
}

/** The last day of the step that comes next. */
function nextDay({ critical, deadlines }: CriticalFacts): string | null {
  if (!isOpen(critical)) return null
  const reached = criticalSteps.findIndex((step) => step === critical.state)
  const next = criticalSteps[reached + 1]
  // A deadline at midnight is the end of the day before.
  return next === undefined ? null : danishDay(new Date(deadlines[next].getTime() - 1))
}

/** Feedback the caller has not read, and disputes that wait for their answer. */
export async function readFeedback(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const { personId } = context.actor
  const unread = reachIn(context, 'feedback.own').own ? await countUnread(reader, personId) : 0
  const { own: led, units } = reachIn(context, 'feedback.follow-up')
  const disputes = led ? await listDisputes(reader, personId, { led, units, corrections: false }) : []
  const mine = disputes.filter(
    (each) => refusalOfAnswer({ ...each, answered: each.outcome !== null }) === null,
  )
  const days = mine.map(({ at }) => lastDayToAnswer(danishDay(at)))
  return [
    ...rowOf('feedback', unread === 0 ? null : { count: unread, due: null, overdue: 0 }),
    ...rowOf('disputes', waitingOf(days, context.today)),
  ]
}

/** Calibrations the caller has still to answer, each for itself. */
export async function readCalibrations(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  if (!reachIn(context, 'calibration.answer').own) return []
  const heads = await listCalibrations(reader, context.actor.personId, false)
  return heads
    .filter((head) => calibrationState(head) === 'answering' && !head.handedIn)
    .map(({ id, name, dueOn }) =>
      singleOf('calibration', {
        subject: id,
        name,
        unit: null,
        due: dueOn,
        overdue: dueOn < context.today,
      }),
    )
}
