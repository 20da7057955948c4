import { startOfDay } from '../../calendar/danish-time.ts'
import type { Deadline } from '../deadline.ts'
import type { DeadlineRules, Limit } from '../deadline-rules.ts'

const msInHour = 3_600_000

/** The limits that count in hours, by the key of the rules, a space, and the rule's id. */
export function hourLimits(list: readonly DeadlineRules[]): ReadonlyMap<string, Limit> {
  return new Map(
    list.flatMap(({ key, deadlines }) =>
      deadlines.flatMap((rule) =>
        (rule.kind === 'within' || rule.kind === 'recurring') && rule.limit.unit === 'hours'
          ? [[`${key} ${rule.id}`, rule.limit] as const]
          : [],
      ),
    ),
  )
}

/**
 * The next moment from which on the same events are judged otherwise although the last possible end is not reached: of a limit
 * in hours from a start without a time of day, first when it can have run out, then when it must have. Null: there is none.
 */
export function judgeAgainAt(
  { rule, rules, started, done, state }: Deadline,
  limits: ReadonlyMap<string, Limit>,
  now: number,
): number | null {
  if (started === null || started.moment !== null || done !== null) return null
  if (state !== 'running' && state !== 'cannot-tell') return null
  const limit = limits.get(`${rules} ${rule}`)
  if (limit === undefined) return null
  // How long the case itself gives is not said here: asked anew every hour until it is over.
  if (limit.kind === 'of-case') return now + msInHour
  const length = limit.count * msInHour
  const canBeOver = startOfDay(started.day) + length + 1
  const mustBeOver = startOfDay(started.day + 1) + length
  return [canBeOver, mustBeOver].find((moment) => moment > now) ?? null
}
