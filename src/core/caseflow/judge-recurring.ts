import type { CaseEvent } from './case-event.ts'
import type { CaseTimeline } from './case-timeline.ts'
import { startClock, type Clock } from './clock.ts'
import type { KindSet, RuleLine } from './compile-rules.ts'
import { ConditionCheck } from './conditions.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRow, pointOf, verdict, versionOn } from './deadline-row.ts'
import { judgeClock } from './judge-clock.ts'
import { areRelated, isBefore } from './related.ts'

/** A row of events that each window must hold so many of: the visits to one child at one place. */
interface Chain {
  /** What began it: later events of it are related to this one. */
  readonly like: CaseEvent
  /** Windows that wait for events, the oldest first. */
  waiting: { readonly clock: Clock; left: number }[]
  lastDay: number
}

/**
 * Judges a rule that asks for so many events within a limit of the start, and within each such window after that. A
 * window begins at the start and at each event, for those are the ones that an interval too long first shows in.
 */
export function judgeRecurring(timeline: CaseTimeline, line: RuleLine, found: Deadline[]): void {
  if (timeline.listOf(line.start).length + timeline.listOf(line.end).length > 0)
    new RecurringJudge(timeline, line).judge(timeline.listOf(line.all), found)
}

class RecurringJudge {
  readonly #timeline: CaseTimeline
  readonly #line: RuleLine
  readonly #conditions: ConditionCheck
  /** Those that go on. */
  #chains: Chain[] = []
  readonly #begun: CaseEvent[] = []
  readonly #rows: (Clock | Deadline)[] = []

  constructor(timeline: CaseTimeline, line: RuleLine) {
    this.#timeline = timeline
    this.#line = line
    this.#conditions = new ConditionCheck(timeline)
  }

  judge(events: readonly number[], found: Deadline[]): void {
    const { start, end, stop } = this.#line
    for (let from = 0; from < events.length;) {
      const { day } = this.#timeline.at(events[from] ?? 0)
      let to = from + 1
      while (to < events.length && this.#timeline.at(events[to] ?? 0).day === day) to += 1
      this.#judgeDay(events.slice(from, to), start, end, stop)
      from = to
    }
    for (const row of this.#rows)
      found.push('version' in row ? judgeClock(this.#timeline, row, this.#conditions) : row)
  }

  /**
   * Without times of day nobody knows better: what goes on is counted, then ended, then what is new begins, so that a
   * move from one place to the next is neither a gap nor a visit too few.
   */
  #judgeDay(today: readonly number[], start: KindSet, end: KindSet, stop: KindSet): void {
    const counted = today.filter((at) => this.#timeline.isOf(at, end))
    const left = counted.filter((at) => !this.#count(at))
    const stops = today.filter((at) => this.#timeline.isOf(at, stop)).filter((at) => !this.#stop(at))
    for (const at of today) if (this.#timeline.isOf(at, start)) this.#start(at)
    for (const at of left) this.#begin(at)
    // What both began and ended today.
    for (const at of stops) this.#stop(at)
  }

  #start(at: number): void {
    const event = this.#timeline.at(at)
    this.#begun.push(event)
    if (this.#chains.some((chain) => this.#isOn(chain, event))) return
    const chain = this.#addChain(event)
    const rule = versionOn(this.#line.versions, event.day)?.rule
    if (rule?.kind !== 'recurring' || rule.fromStart) this.#open(chain, at)
  }

  #addChain(like: CaseEvent): Chain {
    const chain: Chain = { like, waiting: [], lastDay: Number.NEGATIVE_INFINITY }
    this.#chains.push(chain)
    return chain
  }

  /** Counts an event where it belongs; whether it belongs anywhere. */
  #count(at: number): boolean {
    const event = this.#timeline.at(at)
    let belongs = false
    for (const chain of this.#chains) {
      if (!this.#isOn(chain, event)) continue
      belongs = true
      // Two on one day are one, entered twice.
      if (chain.lastDay === event.day) continue
      chain.lastDay = event.day
      for (const waiting of chain.waiting) {
        waiting.left -= 1
        if (waiting.left === 0) waiting.clock.end = at
      }
      chain.waiting = chain.waiting.filter(({ left }) => left > 0)
      this.#open(chain, at)
    }
    return belongs
  }

  /** An event where nothing goes on: what began today, or what the source does not tell the beginning of. */
  #begin(at: number): void {
    if (this.#count(at)) return
    const event = this.#timeline.at(at)
    if (this.#line.start !== 0) {
      // After the end of it all nobody need come any more.
      if (this.#begun.some((begun) => areRelated(begun, event, this.#line.apartBy))) return
      this.#begun.push(event)
      this.#addUnstarted(event)
    }
    this.#addChain(event)
    this.#count(at)
  }

  /** A window that begins at an event. */
  #open(chain: Chain, at: number): void {
    const event = this.#timeline.at(at)
    const version = versionOn(this.#line.versions, event.day)
    const nearest = version ?? this.#line.versions[0]
    if (nearest === undefined || nearest.rule.kind !== 'recurring') return
    const obstacle =
      version === undefined
        ? verdict('not-applicable', 'no-rules-in-force')
        : this.#conditions.atStart({ start: at, version })
    if (obstacle !== null) {
      this.#rows.push(deadlineRow(nearest, pointOf(event), event, obstacle))
      return
    }
    const clock = startClock(at, nearest)
    this.#rows.push(clock)
    chain.waiting.push({ clock, left: nearest.rule.count })
  }

  /** Whether there was anything to end. */
  #stop(at: number): boolean {
    const event = this.#timeline.at(at)
    const stopped = this.#chains.filter((chain) => this.#isOn(chain, event) && !isBefore(event, chain.like))
    for (const { waiting } of stopped) for (const { clock } of waiting) clock.stop = at
    if (stopped.length > 0) this.#chains = this.#chains.filter((chain) => !stopped.includes(chain))
    return stopped.length > 0
  }

  #isOn(chain: Chain, event: CaseEvent): boolean {
    return areRelated(chain.like, event, this.#line.apartBy)
  }

  /** What is counted before anything began: whether it came in time cannot be told without its start. */
  #addUnstarted(event: CaseEvent): void {
    const version = versionOn(this.#line.versions, event.day)
    if (version === undefined || version.rule.kind !== 'recurring' || !version.rule.fromStart) return
    this.#rows.push(
      deadlineRow(version, null, event, {
        ...verdict('cannot-tell', version.rule.start[0] ?? null),
        done: pointOf(event),
      }),
    )
  }
}
