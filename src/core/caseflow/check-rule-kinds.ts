import type { Mistake } from '../programme/mistake.ts'
import { fieldAt, list, textAt, type Part } from '../programme/sound-part.ts'
import { comparable } from '../tabular/column-names.ts'
import { aliasTwice, kindBoth, needsTime, unknownKind } from './rule-mistakes.ts'

/** Rules speak only of events that are listed, and the words for those are each one's own. */
export function checkRuleKinds(data: unknown): Mistake[] {
  const kinds = list(data, 'kinds')
  const known = kinds.flatMap(({ value }) => textAt(value, 'key') ?? [])
  const deadlines = list(data, 'deadlines')
  const settings: Part<unknown> = { value: fieldAt(data, 'settings'), path: ['settings'] }
  return [
    ...checkAliases(kinds),
    ...[...namedBy(settings, ['pause', 'resume', 'exception']), ...deadlines.flatMap(kindsOfDeadline)]
      .filter(({ value }) => !known.includes(value))
      .map(({ value, path }) => unknownKind(path, value, known)),
    ...deadlines.flatMap(checkEnds),
    ...checkTimes(deadlines, kinds),
  ]
}

const lists = ['start', 'end', 'step', 'before', 'event', 'stop', 'since'] as const

function kindsOfDeadline({ value, path }: Part<unknown>): Part<string>[] {
  const ofCase = fieldAt(fieldAt(value, 'limit'), 'ofCase')
  return [
    ...namedBy({ value, path }, lists),
    ...namedBy({ value: ofCase, path: [...path, 'limit', 'ofCase'] }, ['on']),
    ...list(value, 'when', path).flatMap((condition) => [
      ...namedBy(condition, ['followedBy']),
      ...namedBy({ value: fieldAt(condition.value, 'inForce'), path: [...condition.path, 'inForce'] }, [
        'since',
        'until',
      ]),
    ]),
  ]
}

function namedBy({ value, path }: Part<unknown>, keys: readonly string[]): Part<string>[] {
  return keys.flatMap((key) =>
    list(value, key, path).flatMap((part) =>
      typeof part.value === 'string' ? [{ value: part.value, path: part.path }] : [],
    ),
  )
}

/** What starts a clock cannot end it too. */
function checkEnds(deadline: Part<unknown>): Mistake[] {
  const starts = namedBy(deadline, ['start', 'before']).map(({ value }) => value)
  return namedBy(deadline, ['end', 'step', 'event', 'stop'])
    .filter(({ value }) => starts.includes(value))
    .map(({ value, path }) => kindBoth(path, value))
}

function checkAliases(kinds: readonly Part<unknown>[]): Mistake[] {
  const meant = new Map<string, string>()
  return kinds.flatMap(({ value, path }) => {
    const key = textAt(value, 'key')
    if (key === undefined) return []
    const name = textAt(fieldAt(value, 'name'), 'da')
    const words = [
      ...(name === undefined ? [] : [{ value: name, path: [...path, 'name', 'da'] }]),
      ...namedBy({ value, path }, ['aliases']),
    ]
    return words.flatMap((word) => {
      const earlier = meant.get(comparable(word.value))
      if (earlier !== undefined && earlier !== key) return [aliasTwice(word.path, word.value, earlier)]
      meant.set(comparable(word.value), key)
      return []
    })
  })
}

/** Of a rule in hours, whoever imports events must be told where the time of day is missing. */
function checkTimes(deadlines: readonly Part<unknown>[], kinds: readonly Part<unknown>[]): Mistake[] {
  return deadlines.flatMap((deadline) => {
    const limit = fieldAt(deadline.value, 'limit')
    const isInHours =
      fieldAt(limit, 'hours') !== undefined || textAt(fieldAt(limit, 'ofCase'), 'unit') === 'hours'
    if (!isInHours) return []
    const named = new Set(namedBy(deadline, ['start', 'end', 'event']).map(({ value }) => value))
    return kinds
      .filter(
        ({ value }) =>
          named.has(textAt(value, 'key') ?? '') && (fieldAt(value, 'needsTime') ?? false) === false,
      )
      .map(({ path }) => needsTime(path, textAt(deadline.value, 'id') ?? '?'))
  })
}
