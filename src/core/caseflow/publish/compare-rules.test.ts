import { expect, test } from 'vitest'
import { readLaw } from '../../../../test/support/deadline-laws.ts'
import { parsed, smallRules } from '../judge-fixture.ts'
import { compareRules } from './compare-rules.ts'
import { renumberRules } from './renumber-rules.ts'
import { findRuleClashes } from './rule-clashes.ts'

const rule = (id: string, more = '', limit = '{ days: 5 }', text = 'x') =>
  `  - { id: ${id}, kind: within, text: { da: ${text}, en: x }, legal: '§ 1', confidence: memory, start: [a], end: [b], limit: ${limit}${more} }\n`
const before = parsed(smallRules(rule('A') + rule('B') + rule('C')))

test('what a version adds, drops and changes is told rule by rule, with the parts that differ', () => {
  const after = parsed(
    smallRules(rule('B', ', stop: [c]', '{ days: 7 }') + rule('C', '', '{ days: 5 }', 'y') + rule('D')),
  )
  const { rules, common } = compareRules(before, after)
  expect(rules.map(({ id, parts }) => [id, ...parts])).toEqual([
    ['B', 'limit', 'events'],
    ['C', 'text'],
    ['D'],
    ['A'],
  ])
  expect(rules.map(({ before: was, after: is }) => [was?.limit.da, is?.limit.da])).toEqual([
    ['5 dage', '7 dage'],
    ['5 dage', '5 dage'],
    [undefined, '5 dage'],
    ['5 dage', undefined],
  ])
  expect(common).toEqual([])
})

test('what differs for all rules is told too, and the same text changes nothing', () => {
  expect(compareRules(before, before)).toEqual({ common: [], rules: [] })
  const saturdays = parsed(smallRules(rule('A') + rule('B') + rule('C'), true))
  expect(compareRules(before, saturdays)).toEqual({ common: ['settings'], rules: [] })
  expect(compareRules(undefined, before).rules.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
})

test('a rule that another set has at the same time is refused by its line; one after the other is not', () => {
  const text = smallRules(rule('A') + rule('B')).replace('key: small', 'key: own')
  const own = { rules: parsed(text), text, file: 'own.yaml' }
  const found = findRuleClashes(own, [before])
  const lines = text.split('\n')
  expect(
    found.map(({ code, at }) => [code, at?.column, lines[(at?.line ?? 0) - 1]?.trim().slice(0, 9)]),
  ).toEqual([
    ['rule-in-two-sets', 'A', '- { id: A'],
    ['rule-in-two-sets', 'B', '- { id: B'],
  ])
  const ended = { ...before, inForce: { from: null, to: '2023-12-31' } }
  expect(
    findRuleClashes({ ...own, rules: { ...own.rules, inForce: { from: '2024-01-01', to: null } } }, [ended]),
  ).toEqual([])
  expect(
    findRuleClashes({ ...own, rules: { ...own.rules, inForce: { from: '2023-12-31', to: null } } }, [ended]),
  ).toHaveLength(2)
  expect(findRuleClashes({ ...own, rules: { ...own.rules, key: 'small' } }, [before])).toEqual([])
})

test('a word of the case system cannot stand for two events', () => {
  const text = smallRules(rule('Z'))
    .replace('key: small', 'key: own')
    .replace('{ key: a,', '{ key: a, aliases: [b2],')
  const other = {
    ...before,
    kinds: before.kinds.map((kind) => (kind.key === 'b' ? { ...kind, aliases: ['B2'] } : kind)),
  }
  const found = findRuleClashes({ rules: parsed(text), text, file: 'own.yaml' }, [other])
  expect(found.map(({ code, at }) => [code, at?.line, at?.column])).toEqual([['word-in-two-sets', 7, 'a']])
})

test('the laws that come with Tilsyn can be in force beside each other', () => {
  const law = readLaw('serviceloven')
  expect(findRuleClashes({ rules: law, text: '', file: '' }, [readLaw('barnets-lov')])).toEqual([])
})

test('an earlier text gets the next number and stays as it was to the letter', () => {
  const text = `# version: 3\n${smallRules(rule('A')).replace('version: 1', 'version: 1 # the first')}`
  const renumbered = renumberRules(text, 4)
  expect(renumbered?.rules.version).toBe(4)
  expect(renumbered?.text).toBe(text.replace('version: 1 #', 'version: 4 #'))
  expect(renumberRules('{ key: a, version: 1 }', 2)).toBeUndefined()
})
