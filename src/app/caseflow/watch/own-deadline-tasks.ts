import { addDays } from '../../../core/calendar/days.ts'
import type { MyTask } from '../../../core/notification/my-tasks.ts'
import { countOwnDue } from '../../../storage/caseflow/watch/own-due.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { viewerOf } from '../list-deadlines.ts'

/** Days ahead that a week's deadlines are told of; the list that the line leads to looks as far. */
const daysAhead = 7

/** One line for all deadlines in the caller's own cases that end within a week or have ended, however many they are. */
export async function readOwnDeadlines(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  if (!reachIn(context, 'caseflow.read').own) return []
  const { initials } = await viewerOf(reader, context)
  if (initials === '') return []
  const { now, today } = context
  const found = await countOwnDue(reader, initials, { now, until: addDays(today, daysAhead) })
  if (found.count === 0) return []
  return [{ kind: 'case-deadlines', subject: null, name: initials, unit: null, ...found }]
}
