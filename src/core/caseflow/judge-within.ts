import type { CaseEvent } from './case-event.ts'
import type { CaseTimeline } from './case-timeline.ts'
import { startClock, type Clock } from './clock.ts'
import { kindsOfRule, type RuleLine, type RuleVersion } from './compile-rules.ts'
import { ConditionCheck } from './conditions.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRow, pointOf, verdict, versionOn, type Verdict } from './deadline-row.ts'
import type { WithinRule } from './deadline-rules.ts'
import { judgeClock } from './judge-clock.ts'
import { knownAttributes } from './known-attributes.ts'
import { areRelated, isBefore } from './related.ts'
import { RunningClocks, type Ending } from './running-clocks.ts'

type Started = Clock | { readonly start: number; readonly version: RuleVersion; readonly obstacle: Verdict }

/** Judges a rule from a start to an end, with a limit or without one. */
export function judgeWithin(timeline: CaseTimeline, line: RuleLine, found: Deadline[]): void {
  if (timeline.listOf(line.start).length === 0) {
    // Where no law says how soon, an end alone is nothing to tell.
    if (line.kind === 'presence' || timeline.listOf(line.end).length === 0) return
  }
  new WithinJudge(timeline, line).judge(timeline.listOf(line.all), found)
}

class WithinJudge {
  readonly #timeline: CaseTimeline
  readonly #line: RuleLine
  readonly #conditions: ConditionCheck
  readonly #running: RunningClocks
  readonly #started: Started[] = []
  /** By the id of the event that started them. */
  readonly #byId = new Map<string, Clock>()
  /** Ids of starts that some event says it answers: no other event ends them. */
  readonly #answered = new Set<string>()
  /** Of those, the ones that were answered before they came. */
  readonly #answeredEarly = new Set<string>()
  readonly #unstarted: {
    readonly event: CaseEvent
    readonly version: RuleVersion
    readonly rule: WithinRule
  }[] = []

  constructor(timeline: CaseTimeline, line: RuleLine) {
    this.#timeline = timeline
    this.#line = line
    this.#conditions = new ConditionCheck(timeline)
    this.#running = new RunningClocks(line.apartBy)
  }

  judge(events: readonly number[], found: Deadline[]): void {
    const { start, end, stop } = this.#line
    this.#gatherAnswered()
    // Of one day the starts go first, then the ends, then what stops clocks: without times of day nobody knows better.
    for (let from = 0; from < events.length;) {
      const { day } = this.#timeline.at(events[from] ?? 0)
      let to = from + 1
      while (to < events.length && this.#timeline.at(events[to] ?? 0).day === day) to += 1
      for (let at = from; at < to; at += 1) if (this.#isOf(events[at], start)) this.#start(events[at] ?? 0)
      for (let at = from; at < to; at += 1) if (this.#isOf(events[at], end)) this.#finish(events[at] ?? 0)
      for (let at = from; at < to; at += 1) if (this.#isOf(events[at], stop)) this.#stop(events[at] ?? 0)
      from = to
    }
    this.#addUnstarted(found)
    for (const started of this.#started)
      found.push(
        'obstacle' in started ? this.#idle(started) : judgeClock(this.#timeline, started, this.#conditions),
      )
  }

  #gatherAnswered(): void {
    const named = this.#timeline
      .listOf(this.#line.end)
      .map((at) => this.#timeline.at(at))
      .filter(({ attributes }) => (attributes[knownAttributes.answers] ?? '') !== '')
    if (named.length === 0) return
    const starts = new Map(
      this.#timeline
        .listOf(this.#line.start)
        .map((at) => [this.#timeline.at(at).attributes[knownAttributes.id] ?? '', at]),
    )
    for (const event of named) {
      const answers = event.attributes[knownAttributes.answers] ?? ''
      const start = starts.get(answers)
      if (start !== undefined && this.#mayEnd(start, event)) this.#answered.add(answers)
    }
  }

  /** A start that no version of the rule asks about is answered by whatever says so. */
  #mayEnd(start: number, end: CaseEvent): boolean {
    const version = versionOn(this.#line.versions, this.#timeline.at(start).day)
    return version === undefined || this.#conditions.mayEnd({ start, version }, end)
  }

  #isOf(at: number | undefined, set: number): boolean {
    return at !== undefined && this.#timeline.isOf(at, set)
  }

  #start(at: number): void {
    const event = this.#timeline.at(at)
    const version = versionOn(this.#line.versions, event.day)
    const nearest = version ?? this.#line.versions[0]
    if (nearest === undefined) return
    if (version === undefined) {
      this.#started.push({
        start: at,
        version: nearest,
        obstacle: verdict('not-applicable', 'no-rules-in-force'),
      })
      return
    }
    if (!kindsOfRule(version.rule).start.includes(event.kind)) return
    const obstacle = this.#conditions.atStart({ start: at, version })
    if (obstacle !== null) {
      this.#started.push({ start: at, version, obstacle })
      return
    }
    const id = event.attributes[knownAttributes.id] ?? ''
    if (version.rule.kind === 'within' && version.rule.starts === 'joined') {
      const running = this.#running.find(event)
      if (running !== undefined) {
        if (id !== '') this.#byId.set(id, running)
        return
      }
    }
    const clock = startClock(at, version)
    clock.isContradicted = this.#answeredEarly.has(id)
    this.#started.push(clock)
    if (id !== '') this.#byId.set(id, clock)
    // One that is answered by name waits for that answer.
    if (!this.#isAnsweredByName(clock, id)) this.#running.add(clock, event)
  }

  #isAnsweredByName({ version: { rule } }: Clock, id: string): boolean {
    const isPaired = rule.kind === 'presence' || (rule.kind === 'within' && rule.starts === 'each')
    return isPaired && rule.closes === 'oldest' && id !== '' && this.#answered.has(id)
  }

  #finish(at: number): void {
    const event = this.#timeline.at(at)
    const named = this.#named(event)
    if (named !== undefined) {
      if (isBefore(event, this.#timeline.at(named.start))) named.isContradicted = true
      else if (!this.#conditions.mayEnd(named, event)) return
      else if (named.end === -1 && named.stop === -1) named.end = at
      return
    }
    const answers = event.attributes[knownAttributes.answers] ?? ''
    if (this.#answered.has(answers)) {
      // Of a start that is yet to come, or that the rule asks nothing about.
      this.#answeredEarly.add(answers)
      return
    }
    const ended = this.#running.listEndedBy(event, this.#closes(event), (clock, start) =>
      this.#conditions.mayEnd(clock, event) ? ending(clock, start, event, 'end') : 'not-this',
    )
    for (const clock of ended) clock.end = at
    if (ended.length === 0) this.#noteSurplus(event)
  }

  #stop(at: number): void {
    const event = this.#timeline.at(at)
    const named = this.#named(event)
    if (named !== undefined) {
      if (named.end === -1 && named.stop === -1 && !isBefore(event, this.#timeline.at(named.start)))
        named.stop = at
      return
    }
    const stopped = this.#running.listEndedBy(event, this.#closes(event), (clock, start) =>
      ending(clock, start, event, 'stop'),
    )
    for (const clock of stopped) clock.stop = at
  }

  /** The clock whose start the event says it answers. Of a start that comes later the clock does not run yet. */
  #named(event: CaseEvent): Clock | undefined {
    const answers = event.attributes[knownAttributes.answers] ?? ''
    return answers === '' ? undefined : this.#byId.get(answers)
  }

  #closes(event: CaseEvent): 'oldest' | 'all' {
    const rule = versionOn(this.#line.versions, event.day)?.rule ?? this.#line.versions[0]?.rule
    return rule?.kind === 'within' || rule?.kind === 'presence' ? rule.closes : 'all'
  }

  /** An end that closes nothing: one more than starts, or one whose start nobody told of. */
  #noteSurplus(event: CaseEvent): void {
    const version = versionOn(this.#line.versions, event.day)
    if (version === undefined || version.rule.kind !== 'within') return
    const { rule } = version
    if (!rule.end.includes(event.kind)) return
    let isLater = false
    for (const started of this.#started) {
      const start = this.#timeline.at(started.start)
      if (!areRelated(start, event, rule.apartBy)) continue
      if (!isBefore(event, start)) return
      isLater = true
      if (!('obstacle' in started)) started.isContradicted = true
    }
    if (isLater) return
    if (rule.closes === 'oldest' || !this.#unstarted.some((other) => this.#areRelated(other.event, event)))
      this.#unstarted.push({ event, version, rule })
  }

  /** Ends whose start was never registered, or lies before what the source tells. */
  #addUnstarted(found: Deadline[]): void {
    for (const { event, version, rule } of this.#unstarted) {
      // Where each start is asked about by itself and one end closes all, an end may well come first: the plan before a decision.
      const mayComeFirst = rule.closes === 'all' && rule.starts === 'each'
      if (
        mayComeFirst &&
        this.#started.some(({ start }) => this.#areRelated(this.#timeline.at(start), event))
      )
        continue
      const told = { ...verdict('cannot-tell', rule.start[0] ?? null), done: pointOf(event) }
      found.push(deadlineRow(version, null, event, told))
    }
  }

  #areRelated(one: CaseEvent, other: CaseEvent): boolean {
    return areRelated(one, other, this.#line.apartBy)
  }

  /** What a start does not say is not missed where the rule would ask nothing anyway. */
  #idle({ start, version, obstacle }: Started & { readonly obstacle: Verdict }): Deadline {
    const event = this.#timeline.at(start)
    const other =
      obstacle.state === 'cannot-tell' ? this.#conditions.afterStart(startClock(start, version)) : null
    return deadlineRow(version, pointOf(event), event, other ?? obstacle)
  }
}

/** Whether an event ends the clock, which it does not where it lies before its start. */
function ending({ version }: Clock, start: CaseEvent, event: CaseEvent, how: 'end' | 'stop'): Ending {
  if (version.rule.kind !== 'presence' && isBefore(event, start)) return 'none-from-here'
  return kindsOfRule(version.rule)[how].includes(event.kind) ? 'this' : 'not-this'
}
