import type { CriticalSummary } from '../../../contract/review/critical-case.ts'
import type { Language } from '../../../core/language/language.ts'
import { formatDateTime, formatTime } from '../../format/dates.ts'
import { formatHours } from '../../format/durations.ts'
import type { critical } from '../../texts/da/critical.ts'

/** When a step is due; the end of a day is told as its last minute, because 00.00 is read as its beginning. */
export function printDue(due: string, language: Language): string {
  const lastMinute = new Date(Date.parse(due) - 60_000).toISOString()
  return formatDateTime(/^00[.:]00$/.test(formatTime(due, language)) ? lastMinute : due, language)
}

const twoDays = 48 * 60

/** How much time is left, in hours below two days and in days from there. */
export function timeLeft(minutes: number, language: Language, texts: typeof critical): string {
  return texts.left(
    minutes < twoDays ? formatHours(minutes, language) : texts.days(Math.floor(minutes / (24 * 60))),
  )
}

/** What the next step's deadline says, and whether it has passed. */
export function nextDeadline(
  { steps }: Pick<CriticalSummary, 'steps'>,
  language: Language,
  texts: typeof critical,
): {
  readonly text: string
  readonly step: CriticalSummary['steps'][number]['step']
  readonly late: boolean
} | null {
  const next = steps.find(({ minutesLeft }) => minutesLeft !== null)
  if (next === undefined || next.minutesLeft === null) return null
  const { step, late, due, minutesLeft } = next
  const text = late ? texts.overdueSince(printDue(due, language)) : timeLeft(minutesLeft, language, texts)
  return { text, step, late }
}
