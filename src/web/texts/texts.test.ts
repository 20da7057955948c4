import { expect, test } from 'vitest'
import { notificationWords, wordsIn } from '../../core/caseflow/flow/flow-words.ts'

type Module = Readonly<Record<string, unknown>>
const danish = import.meta.glob<Module>('./da/*.ts', { eager: true })
const english = import.meta.glob<Module>('./en/*.ts', { eager: true })

/** What a function is called with that takes more than words and counts; the same in both languages. */
const given = new Map<string, readonly unknown[]>([
  ['.flowReports.inWords', [wordsIn(notificationWords, 'da')]],
])

/** Every text of a module by its key path; functions are called with a number that also serves as a word. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  // A function of texts takes words and counts; a count of 2 is a word as good as any.
  if (typeof value === 'function') return textsOf(value(...(given.get(path) ?? [2, 2, 2])), `${path}()`)
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor texts`)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

const files = Object.keys(danish).map((file) => file.slice('./da/'.length))

test('every page has its texts in both languages', () => {
  expect(Object.keys(english).map((file) => file.slice('./en/'.length))).toEqual(files)
  expect(files.length).toBeGreaterThan(3)
})

test.each(files)('%s says the same things in Danish and English, and leaves none empty', (file) => {
  const da = textsOf(danish[`./da/${file}`], '')
  const en = textsOf(english[`./en/${file}`], '')
  expect(en.map(([path]) => path).toSorted()).toEqual(da.map(([path]) => path).toSorted())
  expect([...da, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test.each(files)('%s has no sentence that was left untranslated', (file) => {
  const en = new Map(textsOf(english[`./en/${file}`], ''))
  const same = textsOf(danish[`./da/${file}`], '').filter(
    ([path, text]) => text.split(' ').length > 3 && en.get(path) === text,
  )
  expect(same).toEqual([])
})
