import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { plainLine, plainText } from './plain-text.ts'
import { sharedLine, sharedText } from './shared-text.ts'

const what = { da: 'Begrundelsen', en: 'The reason' }
const required = [plainLine, plainText, sharedLine(what), sharedText(what)].map((each) => each.min(1).max(20))

// Zero-width space and joiners, soft hyphen, byte order mark, Hangul fillers, Mongolian vowel separator, an empty Braille
// cell, variation selectors, tags, combining marks without a letter, and spaces that `trim` does not know.
const unseen = [
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2060',
  '\u00AD',
  '\uFEFF',
  '\u3164',
  '\u115F',
  '\uFFA0',
  '\u180E',
  '\u2800',
  '\uFE0F',
  '\u{E0020}',
  '\u034F',
  '\u0301',
  '\u202E',
  '\u00A0',
  '\u3000',
  ' ',
]

test('a text is refused that is read in another order than it is written in', () => {
  for (const turning of '\u061C\u200E\u200F\u202A\u202D\u202E\u2066\u2069')
    for (const field of [plainLine, plainText, ...required])
      expect(field.safeParse(`Godkendt${turning}ikke`).success).toBe(false)
  for (const field of required) expect(field.safeParse('Æblegrød på Øst').success).toBe(true)
})

test('what must be written is refused where nobody sees anything in it', () => {
  assert(
    property(array(constantFrom(...unseen), { maxLength: 10 }), (characters) => {
      for (const text of required) expect(text.safeParse(characters.join('')).success).toBe(false)
    }),
  )
})

test('where something is seen, nothing but the spaces around it goes', () => {
  const seen = [
    'a',
    '\u00E6',
    '1',
    '.',
    '?',
    '\u5B57',
    '\u{1F469}\u200D\u{1F467}',
    'e\u0301',
    '\u{1F44D}\uFE0F',
    '\u20AC',
  ]
  for (const each of seen)
    for (const text of required) expect(text.parse(` x\u200B${each}\u200B `)).toBe(`x\u200B${each}\u200B`)
  for (const each of seen) for (const text of required) expect(text.parse(each)).toBe(each)
})

test('control characters alone are refused as such also where nothing must be written', () => {
  expect(plainText.safeParse('\u0001').success).toBe(false)
  expect(plainLine.safeParse('\uD800').success).toBe(false)
})
