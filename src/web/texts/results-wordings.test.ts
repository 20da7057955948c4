import { describe, expect, it } from 'vitest'
import { odd } from '../../../test/support/odd-wordings.ts'
import { resultsEvidence as daEvidence } from './da/results-evidence.ts'
import { resultsSections as daSections } from './da/results-sections.ts'
import { results as da } from './da/results.ts'
import { resultsEvidence as enEvidence } from './en/results-evidence.ts'
import { resultsSections as enSections } from './en/results-sections.ts'
import { results as en } from './en/results.ts'

/** Every text of the results page as it reads where all its numbers are 1 or 2. */
function listTexts(value: unknown, count: number): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((each) => listTexts(each, count))
  if (typeof value === 'function')
    // Texts take counts as numbers or as they are printed; either way they come out the same.
    return [count, String(count)].flatMap((argument) =>
      listTexts(value(...Array.from({ length: value.length }, () => argument)), count),
    )
  if (typeof value === 'object' && value !== null)
    return Object.values(value).flatMap((each) => listTexts(each, count))
  return []
}

/** Some numbers are never so small: limits take eight rounds, and how sharply a round sees takes ten cases. */
function withoutLarge({ sight, sightQuestion, sightWeights, chart, ...texts }: typeof daEvidence): object {
  const { provisional, frozen, ...rest } = chart
  expect(
    [sight, sightQuestion, sightWeights, provisional, frozen].every((text) => typeof text === 'function'),
  ).toBe(true)
  return { ...texts, chart: rest }
}

describe.each([
  ['Danish', [da, withoutLarge(daEvidence), daSections]],
  ['English', [en, withoutLarge(enEvidence), enSections]],
] as const)('the texts of the results page in %s', (_, texts) => {
  it.each([1, 2])('read as a person would say it where their numbers are %i', (count) => {
    expect(listTexts(texts, count).flatMap(odd)).toEqual([])
  })
})
