import { expect, test } from 'vitest'
import { becauseWords } from './because-words.ts'
import { compileRules } from './compile-rules.ts'
import { at, judged, parsed, smallRules } from './judge-fixture.ts'
import { kindsToRegister } from './once-registered.ts'

const base = "kind: order, text: { da: x, en: x }, legal: '§ 1', confidence: memory"
const rules = parsed(
  smallRules(
    `  - { id: X, ${base}, step: [c, b], before: [a], onceRegistered: true }\n  - { id: Y, ${base}, step: [d], before: [a] }\n`,
  ),
)
const never = compileRules([rules], new Set(['b', 'c', 'd']))
const started = at('a', '2024-03-01')

test('a step that was never registered in any case cannot be told of, on the day as later', () => {
  expect(judged(never, [started], '2024-03-20', 'X')).toEqual(['cannot-tell, unregistered:c'])
  expect(judged(never, [started], '2024-03-01', 'X')).toEqual(['cannot-tell, unregistered:c'])
})

test('a rule that does not wait for the first of what it asks for is open although nobody registers it', () => {
  expect(judged(never, [started], '2024-03-20', 'Y')).toEqual(['open by 19, due 2024-03-01'])
})

test('as soon as one of the kinds it asks for is registered anywhere, the rule is judged in every case', () => {
  const known = compileRules([rules], new Set(['c']))
  expect(judged(known, [started], '2024-03-20', 'X')).toEqual(['open by 19, due 2024-03-01'])
})

test('only the kinds that such rules ask for need to have been registered', () => {
  expect(kindsToRegister([rules])).toEqual(['b', 'c'])
})

test('that it was never registered is said in words, with the name of the kind', () => {
  const kinds = [{ key: 'c', name: { da: 'Udvalget', en: 'The committee' }, aliases: [], needsTime: false }]
  expect(becauseWords('unregistered:c', kinds)).toEqual({
    da: 'er aldrig registreret i nogen sag: Udvalget',
    en: 'never registered in any case: The committee',
  })
})
