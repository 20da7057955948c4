import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { constructFiles } from '../../../examples/copenhagen/construct/files.ts'
import { readSources } from '../../../examples/copenhagen/construct/sources.ts'
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { Terminal } from '../terminal.ts'
import { leavesOf, printedValue, type Leaf } from '../../../test/support/published-leaves.ts'
import { listUncountedShares } from '../../../test/support/uncounted-shares.ts'
import { runAnalyse } from './run-analyse.ts'

const example = new URL('../../../examples/copenhagen/', import.meta.url)
const programme = new URL('../../../programmes/bbu-2017.yaml', import.meta.url).pathname
const published = parse(await readFile(new URL('published-figures.yaml', example), 'utf8')) as unknown
const { choices } = readSources()
const leaves = leavesOf(published)
const analyses: Record<string, Analysis> = {}
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copenhagen-'))
  const file = (name: string) => new URL(name, example).pathname
  const silent: Terminal = { language: 'en', out: () => true, err: () => true, interactive: false }
  for (const round of ['2017q3', '2017q4', '2018q2']) {
    const out = join(folder, `${round}.json`)
    await runAnalyse(silent, {
      programme,
      answers: [...new Set([`answers-${round}.csv`, 'answers-2017q3.csv'])].map(file),
      frame: [file(`frame-${round}.csv`)],
      round,
      ...(round === '2017q3' ? {} : { baseline: '2017q3' }),
      out,
    })
    // Written by the line above; its shape is tested against the schema elsewhere.
    analyses[round] = JSON.parse(await readFile(out, 'utf8')) as Analysis
  }
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

describe('the published figures of Copenhagen come out of the constructed answers', () => {
  it.each(leaves)('$path: $value', (leaf: Leaf) => {
    const instead = choices.instead.find(({ path }) => path === leaf.path)
    expect(leaf.value).toBe(instead?.printed ?? leaf.value)
    expect(printedValue(leaf, analyses, choices.questions, published)).toStrictEqual(
      instead?.constructed ?? leaf.value,
    )
  })

  it('knows a rule for each of them, and a correction for none that is not there', () => {
    expect(leaves.length).toBeGreaterThan(250)
    const paths = leaves.map(({ path }) => path)
    expect(choices.instead.map(({ path }) => path).filter((path) => !paths.includes(path))).toStrictEqual([])
  })
})

describe('every number carries its numerator, denominator and not-applicable count', () => {
  /** Where they stand instead. */
  const elsewhere = {
    'questions[].change': 'on the question and its baseline',
    'questions[].annex': 'on the question',
    'composites[].change': 'on the composite and its baseline',
    'levelComparisons[]': 'compliant[] has each level’s count, of n',
    'cascade[]': 'levels[], plain and expertOnly: an estimate is made of all of them',
    'drift[]': 'now, baseline and plainCounts: a change has two of each',
    'plan.detectableQuestion': 'a plan: sizes that rounds could have, not a share of answers',
  }

  it.each(['2017q3', '2017q4', '2018q2'])('in %s', (round) => {
    expect(listUncountedShares(analyses[round] ?? {}, elsewhere)).toStrictEqual([])
  })

  it('or has them where the list of exceptions says', () => {
    const { levelComparisons = [], cascade = [], drift = [] } = analyses['2018q2'] ?? {}
    const whole = (counts: object) =>
      ['numerator', 'denominator', 'notApplicable'].every((key) => key in counts)
    for (const { n, notApplicable, compliant } of levelComparisons)
      for (const { count, notApplicable: own } of compliant) {
        expect(count).toBeLessThanOrEqual(n)
        expect(own).toBeLessThanOrEqual(notApplicable)
      }
    for (const { levels, plain } of cascade) {
      expect(levels.filter((level) => !whole(level))).toStrictEqual([])
      expect(plain !== null && whole(plain)).toBe(true)
    }
    for (const { now, baseline, plainCounts } of drift) {
      expect([now, baseline].every(whole)).toBe(true)
      expect(plainCounts !== null && whole(plainCounts.now) && whole(plainCounts.baseline)).toBe(true)
    }
    expect([levelComparisons.length, cascade.length, drift.length].every((length) => length > 0)).toBe(true)
  })
})

describe('the constructed cases', () => {
  it.each(['2017q3', '2017q4', '2018q2'])('contradict themselves nowhere in %s', (round) => {
    expect(analyses[round]?.contradictions).toStrictEqual([])
  })

  it('are nested: all cases of level 4 were reviewed by every level', () => {
    const { levelComparisons, levels } = analyses['2018q2'] ?? { levelComparisons: [], levels: [] }
    const whole = levelComparisons.filter(({ unit }) => unit === null)
    const largest = [...Map.groupBy(whole, ({ stage }) => stage).values()].map((rows) =>
      Math.max(...rows.map(({ n }) => n)),
    )
    expect(largest.reduce((sum, n) => sum + n, 0)).toBe(30)
    expect(levels.map(({ reviews }) => reviews)).toStrictEqual([693, 120, 60, 30])
  })

  it('are those that the committed script makes', async () => {
    const differing: string[] = []
    for (const { name, text } of constructFiles(readSources())) {
      if ((await readFile(new URL(name, example), 'utf8')) !== text) differing.push(name)
    }
    expect(differing).toStrictEqual([])
  })
})
