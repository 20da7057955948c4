import { dayNumberOf } from '../calendar/day-number.ts'
import { dayOf } from '../calendar/danish-time.ts'
import { parseWrittenTime } from '../tabular/written-date.ts'
import { firstFrom, type CaseTimeline } from './case-timeline.ts'
import type { Clock } from './clock.ts'
import type { Limit, LimitUnit } from './deadline-rules.ts'
import { areRelated } from './related.ts'

/** How long a clock has: so many of a unit, or until a day. */
export type GivenLimit =
  | { readonly unit: LimitUnit; readonly count: number }
  | { readonly unit: 'date'; readonly day: number }
  | { readonly unit: 'missing'; readonly attribute: string }

export function givenLimit(timeline: CaseTimeline, clock: Clock, limit: Limit): GivenLimit {
  if (limit.kind === 'fixed') return limit
  const { attribute, unit } = limit
  const written = findWritten(timeline, clock, attribute)
  const missing = { unit: 'missing', attribute } as const
  if (written === undefined) return missing
  if (unit === 'date') {
    const day = readDay(written)
    return day === undefined ? missing : { unit, day }
  }
  const count = readCount(written, unit)
  return count === undefined ? missing : { unit, count }
}

/** What the starting event says, or the newest event up to then that may say it. */
function findWritten(timeline: CaseTimeline, clock: Clock, attribute: string): string | undefined {
  const start = timeline.at(clock.start)
  const own = start.attributes[attribute]
  if (own !== undefined && own !== '') return own
  const { limitOn, rule } = clock.version
  const list = timeline.listSaying(limitOn, attribute)
  for (let at = firstFrom(timeline, list, start.day + 1) - 1; at >= 0; at -= 1) {
    const event = timeline.at(list[at] ?? 0)
    if (areRelated(start, event, rule.apartBy)) return event.attributes[attribute]
  }
  return undefined
}

/** No limit of any case is longer than ten years. */
const longest: Readonly<Record<LimitUnit, number>> = {
  hours: 87_600,
  'working-days': 3650,
  days: 3650,
  months: 120,
}

function readCount(written: string, unit: LimitUnit): number | undefined {
  const text = written.trim().replace(',', '.')
  if (!/^\d+(?:\.\d+)?$/u.test(text)) return undefined
  const count = Number(text)
  if (count <= 0 || count > longest[unit] || (unit !== 'hours' && !Number.isInteger(count))) return undefined
  return count
}

function readDay(written: string): number | undefined {
  const read = parseWrittenTime(written.trim())
  if (read === undefined) return undefined
  if (read.time === undefined || read.offset === undefined) return dayNumberOf(read.day)
  const moment = Date.parse(`${read.day}T${read.time}${read.offset}`)
  return Number.isNaN(moment) ? undefined : dayOf(moment)
}
