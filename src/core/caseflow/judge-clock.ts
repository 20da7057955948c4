import type { CaseEvent } from './case-event.ts'
import { givenLimit } from './case-limit.ts'
import type { CaseTimeline } from './case-timeline.ts'
import type { Clock } from './clock.ts'
import type { ConditionCheck } from './conditions.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRow, pointOf, verdict, type Verdict } from './deadline-row.ts'
import type { Limit } from './deadline-rules.ts'
import { liftingOf } from './exceptions.ts'
import { dueDay, judgeDays, pausedDueDay } from './judge-days.ts'
import { judgeHours } from './judge-hours.ts'
import { pausesOf, type Pause } from './pauses.ts'
import { timePrefix } from './reasons.ts'

const msInHour = 3_600_000

/** What became of a clock: of the rule kinds that run from a start to an end. */
export function judgeClock(timeline: CaseTimeline, clock: Clock, conditions: ConditionCheck): Deadline {
  const start = timeline.at(clock.start)
  const found = judge(timeline, clock, conditions, start)
  return deadlineRow(clock.version, pointOf(start), start, found)
}

function judge(timeline: CaseTimeline, clock: Clock, conditions: ConditionCheck, start: CaseEvent): Verdict {
  const end = clock.end === -1 ? null : timeline.at(clock.end)
  const lifting = liftingOf(
    timeline,
    clock.version,
    start,
    (exception) => exception.day >= start.day && (end === null || exception.day <= end.day),
  )
  if (lifting === 'lifted') return verdict('not-applicable', 'exception')
  const obstacle = conditions.afterStart(clock)
  if (obstacle !== null) return obstacle
  if (clock.isContradicted && end === null) return verdict('cannot-tell', 'end-before-start')
  const { rule } = clock.version
  const found =
    rule.kind === 'within' || rule.kind === 'recurring'
      ? judgeLimit(timeline, clock, start, rule.limit)
      : judgePresence(timeline, clock)
  const isBreach = found.state === 'open' || found.state === 'late'
  return lifting === 'unreasoned' && isBreach ? { ...found, because: 'exception-without-reason' } : found
}

function judgePresence(timeline: CaseTimeline, { end, stop }: Clock): Verdict {
  if (end !== -1) return { ...verdict('met'), done: pointOf(timeline.at(end)) }
  return stop === -1 ? verdict('running') : verdict('not-applicable', 'stopped')
}

function judgeLimit(timeline: CaseTimeline, clock: Clock, start: CaseEvent, limit: Limit): Verdict {
  const given = givenLimit(timeline, clock, limit)
  const isStopped = clock.end === -1 && clock.stop !== -1
  const at = isStopped ? clock.stop : clock.end
  const until = at === -1 ? null : timeline.at(at)
  if (given.unit === 'missing')
    return isStopped
      ? verdict('not-applicable', 'stopped')
      : { ...verdict('cannot-tell', given.attribute), done: until === null ? null : pointOf(until) }
  const pauses = pausesOf(timeline, clock)
  const found =
    given.unit === 'hours'
      ? judgeInHours(start, until, given.count * msInHour, pauses.list, timeline.asOf)
      : judgeInDays(start, until, given, pauses.list, timeline, clock)
  if (isStopped && found.state === 'met') return verdict('not-applicable', 'stopped')
  if (isStopped && found.state === 'late') return { ...found, because: 'stopped' }
  const isBreach = found.state === 'open' || found.state === 'late'
  return pauses.hasUnreasoned && isBreach ? { ...found, because: 'pause-without-reason' } : found
}

function judgeInDays(
  start: CaseEvent,
  until: CaseEvent | null,
  given: Parameters<typeof dueDay>[1],
  pauses: readonly Pause[],
  timeline: CaseTimeline,
  { version }: Clock,
): Verdict {
  const { settings } = version.rules
  const due = dueDay(start.day, given, settings)
  if (pauses.length === 0) return judgeDays(due, until, timeline.asOfDay)
  const moved = pausedDueDay(start.day, due, pauses, until?.day ?? null, given.unit, settings)
  return moved === null ? verdict('running', 'paused') : judgeDays(moved, until, timeline.asOfDay)
}

function judgeInHours(
  start: CaseEvent,
  until: CaseEvent | null,
  limitMs: number,
  pauses: readonly Pause[],
  asOf: number,
): Verdict {
  const plain = judgeHours(start, until, limitMs, asOf)
  // A pause only gives more time.
  if (pauses.length === 0 || plain.state === 'met') return plain
  const unclear = [start, ...pauses.flatMap(({ from, until: resumed }) => [from, resumed])].find(
    (event) => event?.moment === null,
  )
  if (unclear != null) return { ...verdict('cannot-tell', `${timePrefix}${unclear.kind}`), done: plain.done }
  const began = start.moment ?? 0
  let moved = limitMs
  for (const pause of pauses) {
    const from = Math.max(pause.from.moment ?? 0, began)
    if (from > began + moved) break
    const ends = [pause.until?.moment ?? null, until?.moment ?? null].filter((moment) => moment !== null)
    if (ends.length === 0) return verdict('running', 'paused')
    moved += Math.max(0, Math.min(...ends) - from)
  }
  return judgeHours(start, until, moved, asOf)
}
