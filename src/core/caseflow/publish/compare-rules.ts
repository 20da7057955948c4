import type { LocalText } from '../../language/language.ts'
import type { DeadlineRule, DeadlineRules } from '../deadline-rules.ts'
import { limitWords } from '../limit-words.ts'

/** What of a rule can differ; `events`: which events start, end or stop it; `conditions`: when it asks anything. */
export const ruleParts = [
  'text',
  'limit',
  'basis',
  'confidence',
  'note',
  'events',
  'conditions',
  'exceptions',
] as const
export type RulePart = (typeof ruleParts)[number]

/** What of the rules as a whole can differ. */
export const commonParts = ['title', 'status', 'period', 'settings', 'kinds'] as const
export type CommonPart = (typeof commonParts)[number]

export interface RuleFace {
  readonly text: LocalText
  readonly limit: LocalText
  readonly basis: string
}

export interface RuleChange {
  readonly id: string
  /** Null: there was no such rule. */
  readonly before: RuleFace | null
  /** Null: there is no such rule any more. */
  readonly after: RuleFace | null
  /** Of a rule that both have. */
  readonly parts: readonly RulePart[]
}

export interface RulesDifference {
  readonly common: readonly CommonPart[]
  /** In the order of the new rules, then those that are gone. */
  readonly rules: readonly RuleChange[]
}

/** What a version of some rules changes against another; nothing before: every rule is new. */
export function compareRules(before: DeadlineRules | undefined, after: DeadlineRules): RulesDifference {
  const old = new Map((before?.deadlines ?? []).map((rule) => [rule.id, rule]))
  const kept = new Set(after.deadlines.map(({ id }) => id))
  const changes = after.deadlines.flatMap((rule): RuleChange[] => {
    const was = old.get(rule.id)
    if (was === undefined) return [{ id: rule.id, before: null, after: faceOf(rule), parts: [] }]
    const parts = ruleParts.filter((part) => !areSame(partOf[part](was), partOf[part](rule)))
    return parts.length === 0 ? [] : [{ id: rule.id, before: faceOf(was), after: faceOf(rule), parts }]
  })
  const gone = [...old.values()].flatMap((rule): RuleChange[] =>
    kept.has(rule.id) ? [] : [{ id: rule.id, before: faceOf(rule), after: null, parts: [] }],
  )
  return {
    common:
      before === undefined
        ? []
        : commonParts.filter((part) => !areSame(common[part](before), common[part](after))),
    rules: [...changes, ...gone],
  }
}

function faceOf(rule: DeadlineRule): RuleFace {
  return { text: rule.text, limit: limitWords(rule), basis: rule.legal }
}

const common: Readonly<Record<CommonPart, (rules: DeadlineRules) => unknown>> = {
  title: ({ title }) => title,
  status: ({ status }) => status,
  period: ({ inForce }) => inForce,
  settings: ({ settings }) => settings,
  kinds: ({ kinds }) => kinds,
}

const partOf: Readonly<Record<RulePart, (rule: DeadlineRule) => unknown>> = {
  text: ({ text }) => text,
  limit: (rule) => [
    rule.kind,
    'limit' in rule && rule.limit,
    'count' in rule && rule.count,
    'fromStart' in rule && rule.fromStart,
  ],
  basis: ({ legal }) => legal,
  confidence: ({ confidence }) => confidence,
  note: ({ note }) => note,
  events: ({ id: _id, text: _text, legal: _legal, confidence: _confidence, note: _note, when: _when, exceptions: _exceptions, pausable: _pausable, ...rest }) => ({ ...rest, limit: null, count: null, fromStart: null, kind: null }), // prettier-ignore
  conditions: ({ when }) => when,
  exceptions: ({ exceptions, pausable }) => [exceptions, pausable],
}

/** Both were made by the same reader, so equal ones print equally. */
function areSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
