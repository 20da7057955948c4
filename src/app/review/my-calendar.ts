import type { FileAnswer } from '../../contract/frame/route.ts'
import type { Language } from '../../core/language/language.ts'
import { calendarEntries, type CalendarEntry } from '../../core/review/calendar-entries.ts'
import type { PersonId } from '../../storage/ids.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { readMyDue } from './my-due.ts'

export interface CalendarToRender {
  readonly entries: readonly CalendarEntry[]
  readonly language: Language
  /** Keeps the entries of two colleagues apart in one calendar, and an entry the same from one download to the next. */
  readonly person: PersonId
  readonly now: Date
}

/** Writes the file; the outermost floor brings one. */
export type RenderCalendar = (calendar: CalendarToRender) => string

/** The caller's due days as a calendar file. It has neither case ids nor names. */
export async function downloadMyCalendar(
  context: Context,
  render: RenderCalendar,
): Promise<Result<FileAnswer>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'download-calendar', subjectKind: 'review' })
    const due = await readMyDue(reader, personId)
    const { language, now, today } = context
    const text = render({
      entries: calendarEntries([...due.values()], today),
      language,
      person: personId,
      now,
    })
    return done({ name: 'tilsyn.ics', type: 'text/calendar', bytes: text })
  })
}
