import type { CaseEvent } from './case-event.ts'
import { compareEvents } from './compare-events.ts'
import { firstFrom, type CaseTimeline } from './case-timeline.ts'
import type { RuleLine, RuleVersion } from './compile-rules.ts'
import { ConditionCheck } from './conditions.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRow, pointOf, verdict, versionOn, type Verdict } from './deadline-row.ts'
import type { OrderRule, StepDistinction } from './deadline-rules.ts'
import { liftingOf } from './exceptions.ts'
import { knownAttributes } from './known-attributes.ts'
import { areRelated } from './related.ts'

/** Judges a rule that asks for a step on or before the day of another event; by days only, as the law has it. */
export function judgeOrder(timeline: CaseTimeline, line: RuleLine, found: Deadline[]): void {
  const list = timeline.listOf(line.start)
  if (list.length === 0) return
  const conditions = new ConditionCheck(timeline)
  const answers = answersOf(timeline, line)
  for (const at of list) {
    const event = timeline.at(at)
    const version = versionOn(line.versions, event.day)
    const nearest = version ?? line.versions[0]
    if (nearest === undefined || nearest.rule.kind !== 'order') continue
    const { rule } = nearest
    if (version !== undefined && !rule.before.includes(event.kind)) continue
    const judged =
      version === undefined
        ? verdict('not-applicable', 'no-rules-in-force')
        : (conditions.atStart({ start: at, version }) ??
          judgeStep(timeline, line, version, rule, event, answers))
    found.push(deadlineRow(nearest, pointOf(event), event, judged))
  }
}

function judgeStep(
  timeline: CaseTimeline,
  line: RuleLine,
  version: RuleVersion,
  rule: OrderRule,
  before: CaseEvent,
  answers: Answers,
): Verdict {
  const since = sinceDay(timeline, version, rule, before)
  const lifting = liftingOf(
    timeline,
    version,
    before,
    (exception) => exception.day <= before.day && exception.day >= since.day,
  )
  if (lifting === 'lifted') return verdict('not-applicable', 'exception')
  const due = { day: before.day, moment: null }
  const steps = timeline.listOf(line.end)
  const after = firstFrom(timeline, steps, before.day + 1)
  const id = before.attributes[knownAttributes.id] ?? ''
  const named = id === '' ? [] : (answers.get(id) ?? [])
  if (rule.distinct !== null) {
    const unnamed = steps
      .map((at) => timeline.at(at))
      .filter(
        (step) => step.day >= since.day && isFor(step, before, rule, answers) && !isBeforeSince(step, since),
      )
    const found = judgeDistinct([...named, ...unnamed], before, rule, rule.distinct, timeline.asOfDay)
    return found.because === null && isBreach(found) ? { ...found, because: unreasoned(lifting) } : found
  }
  const inTime = named.filter((step) => step.day <= before.day)
  for (let at = after - 1; at >= 0 && inTime.length < rule.count; at -= 1) {
    const step = timeline.at(steps[at] ?? 0)
    if (step.day < since.day) break
    if (isFor(step, before, rule, answers) && !isBeforeSince(step, since)) inTime.push(step)
  }
  if (inTime.length >= rule.count) {
    const last = inTime.reduce((latest, step) => (compareEvents(step, latest) > 0 ? step : latest))
    return { state: 'met', due, done: pointOf(last), lateBy: null, because: null }
  }
  const tooLate = named.filter((step) => step.day > before.day)
  for (let at = after; at < steps.length && inTime.length + tooLate.length < rule.count; at += 1) {
    const step = timeline.at(steps[at] ?? 0)
    if (isFor(step, before, rule, answers)) tooLate.push(step)
  }
  if (inTime.length + tooLate.length >= rule.count) {
    const last = tooLate.sort(compareEvents)[rule.count - inTime.length - 1]
    if (last === undefined) throw new Error('no step though all are taken')
    const lateBy = last.day - before.day
    return { state: 'late', due, done: pointOf(last), lateBy, because: unreasoned(lifting) }
  }
  const lateBy = timeline.asOfDay - before.day
  // On the day itself the step can still be taken in time.
  if (lateBy === 0) return { state: 'running', due, done: null, lateBy: null, because: null }
  return { state: 'open', due, done: null, lateBy, because: unreasoned(lifting) }
}

/** Of steps that are alike only the first counts. What is not done names the first kind that is missing, where kinds count. */
function judgeDistinct(
  steps: readonly CaseEvent[],
  before: CaseEvent,
  rule: OrderRule,
  distinct: StepDistinction,
  asOfDay: number,
): Verdict {
  const firsts = new Map<string | number, CaseEvent>()
  for (const step of steps.toSorted(compareEvents)) {
    const like = distinct === 'kind' ? step.kind : step.day
    if (!firsts.has(like)) firsts.set(like, step)
  }
  const due = { day: before.day, moment: null }
  const last = [...firsts.values()][rule.count - 1]
  if (last !== undefined) {
    const lateBy = last.day - before.day
    const rest = { due, done: pointOf(last), because: null }
    return lateBy <= 0 ? { ...rest, state: 'met', lateBy: null } : { ...rest, state: 'late', lateBy }
  }
  const missing = distinct === 'kind' ? (rule.step.find((kind) => !firsts.has(kind)) ?? null) : null
  const lateBy = asOfDay - before.day
  return lateBy === 0
    ? { state: 'running', due, done: null, lateBy: null, because: missing }
    : { state: 'open', due, done: null, lateBy, because: missing }
}

function isBreach({ state }: Verdict): boolean {
  return state === 'open' || state === 'late'
}

function unreasoned(lifting: 'none' | 'unreasoned'): string | null {
  return lifting === 'unreasoned' ? 'exception-without-reason' : null
}

interface Since {
  readonly day: number
  readonly event: CaseEvent | null
}

/** From when on steps count: the last event on an earlier day that uses up what was done before it. */
function sinceDay(timeline: CaseTimeline, version: RuleVersion, rule: OrderRule, before: CaseEvent): Since {
  const list = timeline.listOf(version.since)
  for (let at = firstFrom(timeline, list, before.day) - 1; at >= 0; at -= 1) {
    const event = timeline.at(list[at] ?? 0)
    if (areRelated(event, before, rule.apartBy)) return { day: event.day, event }
  }
  return { day: Number.NEGATIVE_INFINITY, event: null }
}

/** On one day, and the times of day show that the step came first. */
function isBeforeSince(step: CaseEvent, { day, event }: Since): boolean {
  return (
    step.day === day &&
    step.moment !== null &&
    event !== null &&
    event.moment !== null &&
    step.moment < event.moment
  )
}

/** Whether a step may be for an event, as it does not say that it is for a certain one. */
function isFor(step: CaseEvent, before: CaseEvent, rule: OrderRule, answers: Answers): boolean {
  if (!rule.step.includes(step.kind) || !areRelated(step, before, rule.apartBy)) return false
  return !answers.has(step.attributes[knownAttributes.answers] ?? '')
}

/** The steps that say which event they are for, by its id. */
type Answers = ReadonlyMap<string, readonly CaseEvent[]>

function answersOf(timeline: CaseTimeline, line: RuleLine): Answers {
  const ids = new Set<string>()
  for (const at of timeline.listOf(line.start)) {
    const id = timeline.at(at).attributes[knownAttributes.id] ?? ''
    if (id !== '') ids.add(id)
  }
  if (ids.size === 0) return noAnswers
  const naming = timeline
    .listOf(line.end)
    .map((at) => timeline.at(at))
    .filter((step) => ids.has(step.attributes[knownAttributes.answers] ?? ''))
  return naming.length === 0
    ? noAnswers
    : Map.groupBy(naming, (step) => step.attributes[knownAttributes.answers] ?? '')
}

const noAnswers: Answers = new Map()
