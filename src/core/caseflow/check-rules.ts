import { findRepeated, type Mistake } from '../programme/mistake.ts'
import { fieldAt, list, textAt, type Part } from '../programme/sound-part.ts'
import type { LocalText } from '../language/language.ts'
import * as wrong from './rule-mistakes.ts'

/** What the parts of a file of rules say about each other, kinds of event apart. */
export function checkRules(data: unknown): Mistake[] {
  const deadlines = list(data, 'deadlines')
  const settings = fieldAt(data, 'settings')
  return [
    ...checkPeriod(fieldAt(data, 'inForce')),
    ...findRepeated(
      list(data, 'kinds').map(({ value, path }) => ({ value: textAt(value, 'key'), path })),
      'key',
    ),
    ...findRepeated(
      deadlines.map(({ value, path }) => ({ value: textAt(value, 'id'), path })),
      'id',
    ),
    ...checkPause(settings),
    ...deadlines.flatMap((deadline) => [
      ...checkLimit(deadline),
      ...list(deadline.value, 'when', deadline.path).flatMap(checkCondition),
      ...checkPowers(deadline, settings),
    ]),
  ]
}

function checkPeriod(period: unknown): Mistake[] {
  const [from, to] = [textAt(period, 'from'), textAt(period, 'to')]
  return from !== undefined && to !== undefined && to < from
    ? [mistake('period-reversed', ['inForce', 'to'], wrong.periodReversed)]
    : []
}

function checkPause(settings: unknown): Mistake[] {
  const [pause, resume] = [has(settings, 'pause'), has(settings, 'resume')]
  return pause === resume
    ? []
    : [mistake('pause-half', ['settings', pause ? 'pause' : 'resume'], wrong.pauseHalf)]
}

function checkLimit({ value, path }: Part<unknown>): Mistake[] {
  const limit = fieldAt(value, 'limit')
  if (typeof limit !== 'object' || limit === null) return []
  return isOneOf(limit, ['hours', 'workingDays', 'days', 'months', 'ofCase'])
    ? []
    : [mistake('limit-unclear', [...path, 'limit'], wrong.limitUnclear)]
}

function checkCondition({ value, path }: Part<unknown>): Mistake[] {
  if (typeof value !== 'object' || value === null) return []
  if (!isOneOf(value, ['followedBy', 'inForce', 'attribute']))
    return [mistake('condition-unclear', path, wrong.conditionUnclear)]
  const attribute = fieldAt(value, 'attribute')
  return typeof attribute === 'object' && attribute !== null && countOf(attribute, ['is', 'isNot']) === 0
    ? [mistake('condition-unclear', [...path, 'attribute'], wrong.attributeUnclear)]
    : []
}

/** What the rule may be given must have been given a name. */
function checkPowers({ value, path }: Part<unknown>, settings: unknown): Mistake[] {
  return [
    ...(fieldAt(value, 'pausable') === true && !has(settings, 'pause') && !has(settings, 'resume')
      ? [mistake('pause-missing', [...path, 'pausable'], wrong.pauseMissing)]
      : []),
    ...(fieldAt(value, 'exceptions') === true && !has(settings, 'exception')
      ? [mistake('exception-missing', [...path, 'exceptions'], wrong.exceptionMissing)]
      : []),
    ...(has(value, 'fromStart') && !has(value, 'start')
      ? [mistake('start-missing', [...path, 'fromStart'], wrong.startMissing)]
      : []),
    ...(fieldAt(value, 'afterOutcome') === true &&
    list(value, 'when').every((condition) => !has(condition.value, 'followedBy'))
      ? [mistake('outcome-missing', [...path, 'afterOutcome'], wrong.outcomeMissing)]
      : []),
    ...(fieldAt(value, 'distinct') === 'kind' && Number(fieldAt(value, 'count') ?? 1) > countOfSteps(value)
      ? [mistake('count-too-many', [...path, 'count'], wrong.countTooMany)]
      : []),
  ]
}

function countOfSteps(rule: unknown): number {
  return new Set(list(rule, 'step').map(({ value }) => value)).size
}

function has(block: unknown, key: string): boolean {
  return fieldAt(block, key) !== undefined
}

/** A misspelt key is told by itself: what it stands for may be the one. */
function isOneOf(block: object, keys: readonly string[]): boolean {
  const count = countOf(block, keys)
  return count === 1 || (count === 0 && Object.keys(block).length > 0)
}

function countOf(block: unknown, keys: readonly string[]): number {
  return keys.filter((key) => has(block, key)).length
}

function mistake(code: string, path: Mistake['path'], text: LocalText): Mistake {
  return { code, path, text }
}
