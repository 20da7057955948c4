import { findRepeated, type Mistake } from '../../programme/mistake.ts'
import { fieldAt, list, textAt, type Part } from '../../programme/sound-part.ts'
import { suggest } from '../../programme/suggestion.ts'
import type { KeyPath } from '../../programme/yaml-lines.ts'
import { unknownKind } from '../rule-mistakes.ts'

/** What the part `flow` says about the kinds and rules of its file. */
export function checkFlow(data: unknown): Mistake[] {
  const flow: Part<unknown> = { value: fieldAt(data, 'flow'), path: ['flow'] }
  const kinds = list(data, 'kinds').flatMap(({ value }) => textAt(value, 'key') ?? [])
  const rules = list(data, 'deadlines').flatMap(({ value }) => textAt(value, 'id') ?? [])
  const within = (key: string): Part<unknown> => ({
    value: fieldAt(flow.value, key),
    path: [...flow.path, key],
  })
  const times = list(flow.value, 'times', flow.path)
  const named = [
    ...namedBy(flow, ['received', 'opened', 'completed', 'settled', 'closed']),
    ...times.flatMap((time) => namedBy(time, ['start', 'end', 'stop'])),
    ...['measures', 'placements'].flatMap((key) => namedBy(within(key), ['start', 'end', 'plan'])),
    ...['followUps', 'visits'].flatMap((key) => namedBy(within(key), ['held'])),
  ]
  const judged = [
    ...namedBy(flow, ['prompt']),
    ...namedBy(within('placements'), ['planRules']),
    ...['followUps', 'visits'].flatMap((key) => namedBy(within(key), ['rules'])),
  ]
  return [
    ...named
      .filter(({ value }) => !kinds.includes(value))
      .map(({ value, path }) => unknownKind(path, value, kinds)),
    ...judged
      .filter(({ value }) => !rules.includes(value))
      .map(({ value, path }) => unknownRule(path, value, rules)),
    ...findRepeated(
      times.map(({ value, path }) => ({ value: textAt(value, 'key'), path })),
      'key',
    ),
    ...times.flatMap(checkTime),
    ...checkWords(within('words')),
  ]
}

function namedBy({ value, path }: Part<unknown>, keys: readonly string[]): Part<string>[] {
  return keys.flatMap((key) =>
    list(value, key, path).flatMap((part) =>
      typeof part.value === 'string' ? [{ value: part.value, path: part.path }] : [],
    ),
  )
}

function checkTime({ value, path }: Part<unknown>): Mistake[] {
  if (typeof value !== 'object' || value === null) return []
  const [ofReceived, start, end, stop] = ['of', 'start', 'end', 'stop'].map(
    (key) => fieldAt(value, key) !== undefined,
  )
  const isClear = ofReceived === true ? start !== true && end !== true && stop !== true : start && end
  return isClear === true
    ? []
    : [
        {
          code: 'time-unclear',
          path,
          text: {
            da: 'En tid er enten of: received eller fra start til end. Skriv det ene.',
            en: 'A time is either of: received or from start to end. Write one of them.',
          },
        },
      ]
}

/** A brace would be read as the place of a figure, and a phrase stands within a line. */
const unspeakable = /[{}\p{Cc}]/u

/** Titles of columns break between words only; with a longer one the table of units is wider than a page or a phone. */
const longestWord = 24

function checkWords({ value, path }: Part<unknown>): Mistake[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => checkWords({ value: part, path: [...path, key] }))
  if (typeof value !== 'string') return []
  const tooLong = value.split(/\s+/u).find((word) => word.length > longestWord)
  return [
    ...(unspeakable.test(value.trim())
      ? [
          {
            code: 'wrong-value',
            path,
            text: {
              da: 'Ord til rapporten kan ikke have { eller } i sig og skal stå på én linje.',
              en: 'Words for the report cannot have { or } in them and must stand on one line.',
            },
          },
        ]
      : []),
    ...(tooLong === undefined
      ? []
      : [
          {
            code: 'word-too-long',
            path,
            text: {
              da: `Ordet "${tooLong}" er for langt til en tabel: højst ${longestWord} bogstaver. Find et kortere, eller skriv det i to.`,
              en: `The word "${tooLong}" is too long for a table: at most ${longestWord} letters. Find a shorter one or write it as two.`,
            },
          },
        ]),
  ]
}

function unknownRule(path: KeyPath, written: string, known: readonly string[]): Mistake {
  const hint = suggest(written, known)
  return {
    code: 'unknown-rule',
    path,
    text: {
      da: `Reglen "${written}" står ikke under deadlines.${hint.da}`,
      en: `The rule "${written}" does not stand under deadlines.${hint.en}`,
    },
  }
}
