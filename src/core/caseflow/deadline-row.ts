import type { CaseEvent } from './case-event.ts'
import type { RuleVersion } from './compile-rules.ts'
import type { Deadline, DeadlinePoint, DeadlineState } from './deadline.ts'

export interface Verdict {
  readonly state: DeadlineState
  readonly due: DeadlinePoint | null
  readonly done: DeadlinePoint | null
  readonly lateBy: number | null
  readonly because: string | null
}

export function verdict(state: DeadlineState, because: string | null = null): Verdict {
  return { state, due: null, done: null, lateBy: null, because }
}

/** `event` says where the case was: the start, or else what there is. */
export function deadlineRow(
  { rule, rules }: RuleVersion,
  started: DeadlinePoint | null,
  event: CaseEvent | null,
  { state, due, done, lateBy, because }: Verdict,
): Deadline {
  return {
    rule: rule.id,
    rules: rules.key,
    rulesVersion: rules.version,
    started,
    due,
    done,
    state,
    lateBy,
    because,
    unit: event?.unit ?? '',
    caseworker: event?.caseworker ?? '',
  }
}

export function pointOf({ day, moment }: CaseEvent): DeadlinePoint {
  return { day, moment }
}

/** The version of a rule in force on a day. */
export function versionOn(versions: readonly RuleVersion[], day: number): RuleVersion | undefined {
  for (const version of versions) if (day >= version.from && day <= version.to) return version
  return undefined
}
