import type { ReconciliationEntry } from '../../../contract/caseflow/reconciliation.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { isoDay } from '../../../core/calendar/day-number.ts'
import { becauseWords } from '../../../core/caseflow/because-words.ts'
import { kindsOfRule } from '../../../core/caseflow/compile-rules.ts'
import type { DeadlinePoint } from '../../../core/caseflow/deadline.ts'
import type { DeadlineRules, EventKind } from '../../../core/caseflow/deadline-rules.ts'
import { isDisagreement } from '../../../core/caseflow/reconcile/outcome.ts'
import type { ReconciledAnswer } from '../../../core/caseflow/reconcile/reconciliation.ts'
import { rulesInHours } from '../../../core/caseflow/rules-in-hours.ts'
import { getStage } from '../../../core/programme/lookup.ts'
import type { Programme } from '../../../core/programme/programme.ts'
import type { Conclusion } from '../../../storage/caseflow/reconciliation/conclusion.ts'
import type { EventTrail } from '../../../storage/caseflow/reconciliation/event-trail.ts'
import type { ReviewOfCase } from '../../../storage/caseflow/reconciliation/reviewed-case.ts'
import { allKinds } from '../receive-events.ts'

type Entry = Immutable<ReconciliationEntry>

/** One answer with its review, what was concluded of it, and when its events were last delivered. */
export interface Candidate {
  readonly answer: ReconciledAnswer
  readonly review: ReviewOfCase
  /** The newest first. */
  readonly conclusions: readonly Conclusion[]
  readonly events: readonly EventTrail[]
}

/** The kinds of event that the deadlines of some rules are judged by: those that start, end or stop them. */
export function kindsBehind(rules: readonly DeadlineRules[], ids: readonly string[]): readonly string[] {
  const kinds = rules
    .flatMap(({ deadlines }) => deadlines)
    .filter(({ id }) => ids.includes(id))
    .flatMap((rule) => {
      const { start, end, stop } = kindsOfRule(rule)
      return [...start, ...end, ...stop]
    })
  return [...new Set(kinds)]
}

/** When an event of the deadline first arrived after the registry was found wrong; what arrives may be a correction or what was missing. */
export function correctedAt({ conclusions, events }: Candidate): Date | null {
  const [newest] = conclusions
  if (newest?.conclusion !== 'registry-wrong') return null
  const after = events.map(({ recordedAt }) => recordedAt).filter((at) => at > newest.at)
  return after.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}

export function standingOf(candidate: Candidate): Entry['standing'] {
  const [newest] = candidate.conclusions
  if (newest === undefined) return 'open'
  if (newest.conclusion !== 'registry-wrong') return 'settled'
  return correctedAt(candidate) === null ? 'to-correct' : 'corrected'
}

/** Whether there is something to look into, or somebody has. */
export function isDifference({ answer, conclusions }: Candidate): boolean {
  return isDisagreement(answer.outcome) || conclusions.length > 0
}

export interface Shown {
  readonly programme: Programme
  readonly rules: readonly DeadlineRules[]
  readonly unitName: (id: string) => string
  /** Null where the person may not read the review. */
  readonly comment: string | null
  readonly mayConclude: boolean
}

export function toEntry(candidate: Candidate, shown: Shown): Entry {
  const { answer, review, conclusions, events } = candidate
  const { programme, rules, unitName, comment, mayConclude } = shown
  const kinds = allKinds(rules)
  const { registry } = answer
  return {
    review: review.id,
    caseId: answer.caseId,
    stage: getStage(programme, answer.stage).title,
    unit: { id: review.unitId, name: unitName(review.unitId) },
    question: answer.question,
    outcome: answer.outcome,
    answer: answer.answer,
    comment,
    notMatched: registry.state === 'not-matched' ? registry.reason : null,
    clocks: registry.clocks.map((clock) => toClock(clock, rules, kinds)),
    events: events.map((event) => toEvent(event, kinds)),
    standing: standingOf(candidate),
    correctedAt: correctedAt(candidate)?.toISOString() ?? null,
    conclusions: conclusions.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    mayConclude: mayConclude && isDifference(candidate),
  }
}

function toClock(
  clock: ReconciledAnswer['registry']['clocks'][number],
  rules: readonly DeadlineRules[],
  kinds: readonly EventKind[],
): Entry['clocks'][number] {
  const hours = rulesInHours(rules)
  const { rule, state, started, due, done, lateBy, because } = clock
  return {
    rule,
    state,
    started: toPoint(started),
    due: toPoint(due),
    done: toPoint(done),
    lateBy,
    inHours: rules.some(({ key }) => hours.has(`${key} ${rule}`)),
    because: because === null ? null : becauseWords(because, kinds),
  }
}

function toPoint(point: DeadlinePoint | null) {
  if (point === null) return null
  return {
    day: isoDay(point.day),
    moment: point.moment === null ? null : new Date(point.moment).toISOString(),
  }
}

function toEvent(event: EventTrail, kinds: readonly EventKind[]): Entry['events'][number] {
  const { kind, day, moment, before } = event
  const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString())
  return {
    name: kinds.find(({ key }) => key === kind)?.name ?? { da: kind, en: kind },
    day,
    moment: moment?.toISOString() ?? null,
    before: before.map((earlier) => ({
      day: earlier.day,
      moment: iso(earlier.moment),
      replacedAt: new Date(earlier.replacedAt).toISOString(),
    })),
  }
}
