import type { FileAnswer } from '../../contract/frame/route.ts'
import type { Language } from '../../core/language/language.ts'
import { calendarEntries, type CalendarEntry } from '../../core/review/calendar-entries.ts'
import type { DueFeedId, PersonId } from '../../storage/ids.ts'
import { listMyRestorationDays } from '../../storage/notification/my-findings.ts'
import { listMyVisits } from '../../storage/notification/my-learning.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { addDays } from '../../core/calendar/days.ts'
import { listOwnDueDays } from '../../storage/caseflow/own-due-days.ts'
import { viewerOf as caseflowViewerOf } from '../caseflow/list-deadlines.ts'
import { viewerOf } from '../finding/finding-viewer.ts'
import { listMyAgreements } from '../notification/my-walk-through-tasks.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { readMyDue } from './my-due.ts'

export interface CalendarToRender {
  readonly entries: readonly CalendarEntry[]
  readonly language: Language
  /** Keeps the entries of two people or units apart in one calendar, and an entry the same from one download to the next. */
  readonly id: PersonId | DueFeedId
  readonly now: Date
}

/** Writes the file; the outermost floor brings one. */
export type RenderCalendar = (calendar: CalendarToRender) => string

/** Visits so many days ahead stand in it. */
const daysAhead = 365

/** The caller's due days and visits as a calendar file. It has neither case ids nor names. */
export async function downloadMyCalendar(
  context: Context,
  render: RenderCalendar,
): Promise<Result<FileAnswer>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'download-calendar', subjectKind: 'review' })
    const due = await readMyDue(reader, personId)
    const { language, now, today } = context
    const work = {
      reviews: [...due.values()],
      restorations: await restorationsOf(context, reader),
      deadlines: await deadlinesOf(context, reader),
      agreements: (await listMyAgreements(context, reader)).map(({ dueOn }) => dueOn),
      visits: await visitsOf(context, reader),
    }
    const entries = calendarEntries(work, today)
    const text = render({ entries, language, id: personId, now })
    return done({ name: 'tilsyn.ics', type: 'text/calendar; charset=utf-8', bytes: text })
  })
}

/** Of errors the caller is responsible for, and may see by the seal. */
async function restorationsOf(context: Context, reader: PersonalReader): Promise<readonly string[]> {
  if (!reachIn(context, 'finding.read').own) return []
  const { roles, today } = context
  const viewer = await viewerOf(reader, { person: context.actor.personId, roles, today })
  return listMyRestorationDays(reader, viewer)
}

/** Of cases in which the case system names the caller as caseworker. */
async function deadlinesOf(context: Context, reader: PersonalReader): Promise<readonly string[]> {
  if (!reachIn(context, 'caseflow.read').own) return []
  const { initials } = await caseflowViewerOf(reader, context)
  return listOwnDueDays(reader, initials, addDays(context.today, daysAhead))
}

async function visitsOf(context: Context, reader: PersonalReader) {
  const reads = reachIn(context, 'learning.read')
  if (!reads.own) return []
  const leads = reachIn(context, 'visit.lead')
  const { today } = context
  const until = addDays(today, daysAhead)
  const visits = await listMyVisits(reader, context.actor.personId, { leads, reads, today, until })
  return visits.filter(({ day, held }) => !held && day >= today)
}
