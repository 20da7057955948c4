import { describe, expect, it } from 'vitest'
import type { AnswerValue, Level, Programme } from '../../programme/programme.ts'
import type { Answer } from '../../review/answer.ts'
import { review, smallProgramme } from '../../../../test/support/small-programme.ts'
import { analyse } from '../analyse.ts'
import type { CascadeResult } from '../inference.ts'

const selection: Level['selection'] = { kind: 'random', strata: ['stage'], quotas: [{ take: 20 }] }
const programme: Programme = {
  ...smallProgramme,
  levels: smallProgramme.levels.slice(0, 2).map((level) => ({ ...level, selection })),
}

/** Cases of one stage with two requirements of which both levels say the same of both; level 2 sees the first cases only. */
function overallOf(
  cases: number,
  experts: number,
  says: (at: number, level: number) => AnswerValue,
  weight = 1,
): CascadeResult {
  const answers: readonly Answer[] = Array.from({ length: cases }, (_, at) =>
    [1, 2]
      .filter((level) => level === 1 || at < experts)
      .flatMap((level) =>
        review(`c${at}`, [says(at, level), says(at, level)], { level, stage: 'second', weight }),
      ),
  ).flat()
  const result = analyse({ programme, round: 'now', answers })
  const row = result.ok ? result.value.cascade.find(({ scope }) => scope.stage === null) : undefined
  if (row === undefined) throw new Error('no such row')
  return row
}

/** The same numbers each time (Lehmer's generator with the factor of S. K. Park and K. W. Miller, 1988). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Spread like chance, but the same each time: multiples of the golden ratio, modulo one. */
const chance = (at: number, of: number): number => ((at + 1) * (of + 1) * 0.618033988749895) % 1

describe('the composite that the expert level would have found', () => {
  it('counts the cases in which the lower level found nothing applicable', () => {
    const half = overallOf(40, 16, (at, level) => (at % 2 === 0 ? (level === 1 ? 'na' : 'no') : 'yes'))
    expect(half).toMatchObject({ usable: true, estimate: 0.5 })
    expect(half.expertOnly).toMatchObject({ cases: 16, numerator: 16, denominator: 32, estimate: 0.5 })
    expect(half.interval?.[0]).toBeLessThan(0.4)
    expect(half.interval?.[1]).toBeGreaterThan(0.6)
  })

  it('is right on average where poor files are more often not applicable at the lower level', () => {
    const random = randomFrom(20_261_122)
    const errors = Array.from({ length: 100 }, () => {
      const files = Array.from({ length: 120 }, (): readonly [AnswerValue, AnswerValue] => {
        const poor = random() < 0.5
        const truth = random() < (poor ? 0.4 : 0.9) ? 'yes' : 'no'
        return [random() < (poor ? 0.4 : 0.1) ? 'na' : truth, random() < 0.1 ? 'na' : truth]
      })
      const applicable = files.filter(([, expert]) => expert !== 'na')
      const truth = applicable.filter(([, expert]) => expert === 'yes').length / applicable.length
      return (overallOf(60, 24, (at, level) => files[at]?.[level - 1] ?? 'na', 2).estimate ?? 0) - truth
    })
    // Its standard error is about one point; with such cases left out the mean was 5 points.
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.025)
  })

  it('still gains from a lower level that agrees wherever it found anything applicable', () => {
    const alike = overallOf(120, 24, (at, level) =>
      level === 1 && chance(at, 3) < 0.2 ? 'na' : chance(at, 1) < 0.7 ? 'yes' : 'no',
    )
    expect(alike.expertEquivalent).toBeGreaterThan(32)
    expect(alike.expertEquivalent).toBeLessThan(120)
  })

  it('is the expert’s alone where the lower level found nothing applicable at all', () => {
    const alone = overallOf(40, 16, (at, level) => (level === 1 ? 'na' : at % 4 === 0 ? 'no' : 'yes'))
    expect(alone).toMatchObject({ usable: true, estimate: 0.75, lambda: { '1': 0 } })
    expect(overallOf(40, 16, (_, level) => (level === 1 ? 'na' : 'yes'))).toMatchObject({
      usable: true,
      estimate: 1,
      refusal: null,
    })
  })

  it('speaks of the cases that the expert finds applicable, and is no surer for the others', () => {
    const some = overallOf(80, 20, (at) => (at % 2 === 0 ? 'na' : at % 8 === 1 ? 'no' : 'yes'))
    const few = overallOf(40, 10, (at) => (at % 4 === 0 ? 'no' : 'yes'))
    const width = ([lower, upper]: readonly [number, number]): number => upper - lower
    expect(some.estimate).toBeGreaterThan(0.6)
    expect(some.estimate).toBeLessThan(0.85)
    expect(width(some.interval ?? [0, 0])).toBeGreaterThan(0.8 * width(few.interval ?? [0, 1]))
  })

  it('says why there is none where nothing applied to any case of the expert', () => {
    expect(overallOf(40, 16, (_, level) => (level === 2 ? 'na' : 'yes'))).toMatchObject({
      usable: false,
      refusal: 'nothing-applicable',
    })
  })

  it('is as certain as the reviews made, and no less, where all that was found is compliant', () => {
    const all = overallOf(40, 16, () => 'yes', 3)
    expect(all.population).toBe(120)
    expect(all.expertEquivalent).toBeCloseTo(16, 9)
    expect(all.nEff).toBeCloseTo(1 / (1 / 16 - 1 / 120), 9)
    expect(all.interval?.[0]).toBeCloseTo(0.828, 3)
  })
})
