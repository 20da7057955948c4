import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFigures } from './check-figures.ts'
import { countsGiving, givesPercent } from './counts-giving.ts'

async function findings(text: string, file = 'figures.yaml'): Promise<readonly string[]> {
  const result = await checkFigures(new TextEncoder().encode(text), file)
  if (!result.ok) return result.problems.map(({ code, at }) => `refused ${code} ${at?.line ?? ''}`.trim())
  return result.value.findings.map(({ code, at }) => `${at?.line}: ${code}`)
}

const published = readFileSync(
  new URL('../../../../examples/copenhagen/published-figures.yaml', import.meta.url),
  'utf8',
)

describe('checking printed figures', () => {
  it('finds the eight contradictions in the published reports, and nothing else', async () => {
    expect(await findings(published)).toStrictEqual([
      '24: total-start-differs',
      '29: end-before-start',
      '42: impossible-percent',
      '47: impossible-percent',
      '56: impossible-percent',
      '72: impossible-percent',
      '72: fraction-does-not-fit',
      '84: counts-differ',
    ])
  })

  it('finds them from the figures, not from the list of them', async () => {
    const without = published.replace(/^contradictions_in_print:[\s\S]*?(?=^complaints_2015:)/mu, '')
    expect(without).not.toContain('all fit 23')
    expect(await findings(without)).toHaveLength(8)
  })

  it('says which smaller size all percentages fit', async () => {
    const result = await checkFigures(new TextEncoder().encode(published), 'figures.yaml')
    const text = result.ok ? result.value.findings.find(({ at }) => at?.line === 47)?.text : undefined
    expect(text?.en).toContain('87, 78, 74, 70, 65, 52 and 30 % cannot come from 24 cases; all fit 23')
    expect(text?.da).toContain('87, 78, 74, 70, 65, 52 og 30 % kan ikke komme af 24 sager; de passer med 23')
  })

  it('passes the same reports once they are mended', async () => {
    const mended = published
      .replace(
        'n: 120, mean_days: null, earliest_start: 2017-04-04',
        'n: 120, mean_days: null, earliest_start: 2017-03-28',
      )
      .replace('latest_end: 2016-07-14', 'latest_end: 2017-07-14')
      .replace('"2017q3": 44, "2018q2": 50', '"2017q3": 43, "2018q2": 50')
      .replace('"2018q2": 82', '"2018q2": 81')
      .replace(
        '"2017q3": 66, "2018q2": 7, note: "printed 7 %, svarende til 1/18',
        '"2017q3": 67, "2018q2": 7, note: "printed 7 %, svarende til 1/15',
      )
      .replace('and 79 under', 'and 77 under')
    expect(await findings(mended)).toStrictEqual(['47: impossible-percent'])
  })

  it('finds a total that its rows do not add up to, and a part above its whole', async () => {
    expect(await findings(published.replace('total, n: 120', 'total, n: 121'))).toContain('24: total-differs')
    expect(await findings(published.replace('n: 2, level1: 2', 'n: 2, level1: 3'))).toContain(
      '65: part-above-whole',
    )
  })

  it.each([
    ['a count that does not give the percentage beside it', ['yes: 16', 'yes: 10'], 'fraction-does-not-fit'],
    [
      'a part of the baseline larger than the baseline',
      ['baseline_held_or_improved_2018q2: 57', 'baseline_held_or_improved_2018q2: 97'],
      'part-above-whole',
    ],
    [
      'a baseline larger than all questions',
      ['questions_total: 144', 'questions_total: 70'],
      'part-above-whole',
    ],
    [
      'levels that the table of cases knows none of',
      ['level2: 120, level3', 'level2: 119, level3'],
      'level-sum-differs',
    ],
    [
      'a level above the one it was drawn from',
      ['level4: 30, level1_months', 'level4: 66, level1_months'],
      'level-above-lower',
    ],
    [
      'more cases seen by all levels than the fewest reviews',
      ['n: 9, level1: 7', 'n: 19, level1: 7'],
      'part-above-whole',
    ],
    [
      'more cases seen by all levels than the stage has',
      ['n: 2, level1: 2', 'n: 16, level1: 2'],
      'part-above-whole',
    ],
  ] as const)('finds %s', async (_what, [printed, instead], code) => {
    expect(published).toContain(printed)
    const before = await findings(published)
    const after = await findings(published.replace(printed, instead))
    const added = after.filter((finding) => !before.includes(finding))
    expect(added.map((finding) => finding.split(': ')[1])).toContain(code)
  })

  it('reads parts and wholes from names of any subject, and none from others', async () => {
    const file = (text: string) => findings(`things:\n${text}`)
    expect(await file('  cases_total: 9\n  open_cases: 12\n  open_late: 13\n')).toStrictEqual([
      '3: part-above-whole',
      '4: part-above-whole',
    ])
    expect(await file('  cases_total: 9\n  open_cases: 8\n  open_late: 8\n  open_days: 40\n')).toStrictEqual(
      [],
    )
  })

  it('finds yes and no that are more than the sample', async () => {
    const text =
      'rounds: {r: {title: r}}\nstage_tables:\n  r:\n    - {stage: s, n: 10}\nother:\n  - {stage: s, n: 10, r: 60, yes: 6, no: 5}\n'
    expect(await findings(text)).toContain('6: part-above-whole')
    expect(await findings(text.replace('no: 5', 'no: 4'))).toStrictEqual([])
  })

  it('checks a simple table of label, percent and n, with decimals as printed', async () => {
    const table = 'label;percent;n;count\nA;82;27;\nB;81,5;27;22\nC;50 %;4;3\nA;50;26;\n'
    expect(await findings(table, 'figures.csv')).toStrictEqual([
      '2: impossible-percent',
      '4: fraction-does-not-fit',
      '5: counts-differ',
    ])
    expect(
      await findings('- {label: A, percent: 82, n: 27}\n- {label: B, percent: 81, n: 27}\n'),
    ).toStrictEqual(['1: impossible-percent'])
  })

  it.each([
    ['a: [', 'figures.yaml', /^refused yaml-syntax/u],
    ['just words', 'figures.yaml', /^refused no-figures/u],
    ['title: nothing to count', 'figures.yaml', /^refused no-figures/u],
    ['label;percent\nA;5\n', 'figures.csv', /^refused missing-column 1/u],
    ['label;percent;n\nA;5;many\n', 'figures.csv', /^refused bad-number 2/u],
    ['label;percent;n\nA;105;10\n', 'figures.csv', /^refused bad-number 2/u],
    ['', 'figures.csv', /^refused empty-file/u],
  ])('refuses %j in %s with its place', async (text, file, expected) => {
    expect((await findings(text, file))[0]).toMatch(expected)
  })
})

describe('counts that give a percentage', () => {
  it('are exactly those that round to it, half upwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 100 }), (m, percent) => {
        const byHand = Array.from({ length: m + 1 }, (_, x) => x).filter(
          (x) => Math.floor((200 * x + m) / (2 * m)) === percent,
        )
        const near = countsGiving(percent, m).map(({ x }) => x)
        // Above a hundred several counts share a percentage; those nearest to it are enough to know it is possible.
        expect(near.every((x) => byHand.includes(x))).toBe(true)
        expect(near.length > 0).toBe(byHand.length > 0)
      }),
    )
  })

  it('take 12.5 as 13 and 87.5 as 88', () => {
    expect([givesPercent({ x: 3, m: 24 }, 13), givesPercent({ x: 3, m: 24 }, 12)]).toStrictEqual([
      true,
      false,
    ])
    expect([givesPercent({ x: 21, m: 24 }, 88), givesPercent({ x: 21, m: 24 }, 87)]).toStrictEqual([
      true,
      false,
    ])
  })
})
