import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readLaw } from '../../../../test/support/deadline-laws.ts'
import { parseProgramme } from '../../programme/parse-programme.ts'
import { checkPairs } from './check-pairs.ts'
import { parseReconciliationMapping } from './parse-reconciliation-mapping.ts'

const folder = new URL('../../../../programmes/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const laws = [readLaw('serviceloven'), readLaw('barnets-lov')]

function programme() {
  const checked = parseProgramme(read('bbu-2017.yaml'), 'bbu-2017.yaml')
  if (!checked.ok) throw new Error('the programme cannot be read')
  return checked.value
}

const small = (pairs: string) => `key: small
version: 1
programme: bbu-2017
title: { da: x, en: x }
pairs:
${pairs}`

function mappingOf(text: string) {
  const checked = parseReconciliationMapping(text, 'pairs.yaml')
  if (!checked.ok) throw new Error(checked.problems[0]?.text.en)
  return checked.value
}

describe('which questions and deadlines ask the same', () => {
  test('every question and rule of the published file is there, on either side', () => {
    const mapping = mappingOf(read('reconciliation/bbu-2017.yaml'))
    const { pairs, problems } = checkPairs(mapping, programme(), laws, 'pairs.yaml')
    expect(problems).toEqual([])
    expect(pairs).toEqual(mapping.pairs)
  })

  test('every question about a time limit in the programme is paired or left out with a reason', () => {
    const mapping = mappingOf(read('reconciliation/bbu-2017.yaml'))
    const named = [...mapping.pairs, ...mapping.leftOut].map(({ question }) => question)
    const aboutLimits = programme()
      .stages.flatMap(({ questions }) => questions)
      .filter(({ theme, deadlineRule }) => theme === 'frist' && deadlineRule !== undefined)
      .map(({ key }) => key)
    expect(aboutLimits.length).toBeGreaterThan(5)
    expect(aboutLimits.filter((key) => !named.includes(key))).toEqual([])
  })

  test('what programme or rules lack is named and left out, and the rest is used', () => {
    const mapping = mappingOf(
      small(`  - { question: U-2.1, deadline: R01, clocks: started }
  - { question: U-9.9, deadline: R01, clocks: started }
  - { question: B-1.3, deadline: R99, clocks: running }
  - { question: U-3.5, deadline: R11, clocks: running }
  - { question: OA-1.1, deadline: [R15, R98], clocks: running }`),
    )
    const { pairs, problems } = checkPairs(mapping, programme(), laws, 'pairs.yaml')
    expect(pairs.map(({ question }) => question)).toEqual(['U-2.1', 'OA-1.1'])
    expect(problems.map(({ code }) => code)).toEqual([
      'unknown-question',
      'unknown-rule',
      // R11 is asked of the reviewer: no date tells.
      'unknown-rule',
      'unknown-rule',
    ])
  })

  test('a question whose answer starts the critical-case procedure is no side of a deadline', () => {
    const mapping = mappingOf(small('  - { question: HF-5.7, deadline: R01, clocks: started }'))
    const { pairs, problems } = checkPairs(mapping, programme(), laws, 'pairs.yaml')
    expect([pairs, problems.map(({ code }) => code)]).toEqual([[], ['question-without-expected-answer']])
  })

  test('a mapping of another programme gives no pair', () => {
    const mapping = { ...mappingOf(read('reconciliation/bbu-2017.yaml')), programme: 'other' }
    const { pairs, problems } = checkPairs(mapping, programme(), laws, 'pairs.yaml')
    expect([pairs, problems.map(({ code }) => code)]).toEqual([[], ['other-programme']])
  })

  test('all mistakes of a file are found at once, each with its line', () => {
    const checked = parseReconciliationMapping(
      small(`  - { question: U-2.1, deadline: R01, clocks: started }
  - { question: U-2.1, deadline: R01, clocks: sometimes }
  - { question: U-1.4, deadlines: R02, clocks: started }`),
      'pairs.yaml',
    )
    expect(checked.ok).toBe(false)
    const found = checked.ok ? [] : checked.problems.map(({ code, at }) => `${at?.line} ${code}`)
    expect(found).toEqual(expect.arrayContaining(['7 not-unique', '8 unknown-key']))
    expect(found.some((each) => each.startsWith('7 ') && !each.endsWith('not-unique'))).toBe(true)
  })
})
