import type { Condition, DeadlineRule, DeadlineRules, Limit } from './deadline-rules.ts'
import type {
  ConditionSource,
  DeadlineRulesSource,
  DeadlineSource,
  LimitSource,
} from './deadline-rules-schema.ts'
import { toFlowDefinition } from './flow/to-flow-definition.ts'

/** The rules that a checked file describes, with what the file may leave out filled in. */
export function toDeadlineRules(source: DeadlineRulesSource): DeadlineRules {
  const { inForce, settings, kinds, deadlines, status, flow, ...rest } = source
  return {
    ...rest,
    status: status ?? null,
    inForce: { from: inForce.from ?? null, to: inForce.to ?? null },
    settings: {
      saturdayCounts: settings.saturdayCounts,
      alsoClosed: settings.alsoClosed ?? [],
      pause: settings.pause ?? [],
      resume: settings.resume ?? [],
      exception: settings.exception ?? [],
    },
    kinds: kinds.map(({ aliases, needsTime, ...kind }) => ({
      ...kind,
      aliases: aliases ?? [],
      needsTime: needsTime ?? false,
    })),
    deadlines: deadlines.map(toRule),
    flow: flow === undefined ? null : toFlowDefinition(flow),
  }
}

function toRule(source: DeadlineSource): DeadlineRule {
  const base = {
    id: source.id,
    text: source.text,
    legal: source.legal,
    confidence: source.confidence,
    note: source.note ?? null,
    when: (source.when ?? []).map(toCondition),
    apartBy: source.apartBy ?? [],
    pausable: source.pausable ?? false,
    exceptions: source.exceptions ?? false,
    onceRegistered: source.onceRegistered ?? false,
  }
  switch (source.kind) {
    case 'within': {
      const { start, end, limit, starts = 'each', closes = 'oldest', stop = [] } = source
      return { ...base, kind: 'within', start, end, limit: toLimit(limit), starts, closes, stop }
    }
    case 'order': {
      const { step, before, count = 1, distinct = null, since = [] } = source
      return { ...base, kind: 'order', step, before, count, distinct, since }
    }
    case 'recurring': {
      const { start = [], fromStart = true, event, count = 1, limit, stop = [] } = source
      return { ...base, kind: 'recurring', start, fromStart, event, count, limit: toLimit(limit), stop }
    }
    case 'presence': {
      const { start, end, afterOutcome = false, closes = 'oldest', stop = [] } = source
      return { ...base, kind: 'presence', start, end, afterOutcome, closes, stop }
    }
    case 'asked':
      return { ...base, kind: 'asked' }
    default:
      return source satisfies never
  }
}

/** Checked before: exactly one is there. */
function toLimit({ hours, workingDays, days, months, ofCase }: LimitSource): Limit {
  if (ofCase !== undefined) return { kind: 'of-case', ...ofCase, on: ofCase.on ?? [] }
  if (hours !== undefined) return { kind: 'fixed', count: hours, unit: 'hours' }
  if (workingDays !== undefined) return { kind: 'fixed', count: workingDays, unit: 'working-days' }
  if (days !== undefined) return { kind: 'fixed', count: days, unit: 'days' }
  if (months !== undefined) return { kind: 'fixed', count: months, unit: 'months' }
  throw new Error('a checked limit has a unit')
}

/** Checked before: exactly one is there. */
function toCondition({ followedBy, inForce, attribute }: ConditionSource): Condition {
  if (followedBy !== undefined) return { kind: 'followed-by', events: followedBy }
  if (inForce !== undefined) return { kind: 'in-force', ...inForce, holds: inForce.holds ?? true }
  if (attribute === undefined) throw new Error('a checked condition says something')
  const { name, is = [], isNot = [], ifMissing = 'cannot-tell' } = attribute
  return { kind: 'attribute', attribute: name, is, isNot, ifMissing }
}
