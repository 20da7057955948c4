import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import type { AnswerValue } from '../programme/programme.ts'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'

interface Case {
  readonly weight: number
  /** Of the stage's first two questions; the second is met by "no". */
  readonly answers: readonly [AnswerValue, AnswerValue]
}

/** At least so many cases, of which some share meets what is asked, more or less. */
const casesFrom = (least: number): fc.Arbitrary<readonly Case[]> =>
  fc
    .tuple(
      fc.integer({ min: 10, max: 90 }),
      fc.array(fc.tuple(fc.constantFrom(1, 2, 9), fc.nat(99), fc.nat(99)), {
        minLength: least,
        maxLength: 60,
      }),
    )
    .map(([share, rolls]) =>
      rolls.map(([weight, one, two]) => ({
        weight,
        answers: [one < share ? 'yes' : 'no', two < share ? 'no' : 'yes'],
      })),
    )

function analysed(now: readonly Case[], before?: readonly Case[]): Analysis {
  const answersOf = (round: string, list: readonly Case[]) =>
    list.flatMap(({ weight, answers }, at) => review(`${round}-${at}`, answers, { round, weight }))
  const found = analyse({
    programme: smallProgramme,
    round: 'now',
    answers: [...answersOf('now', now), ...(before === undefined ? [] : answersOf('before', before))],
    ...(before === undefined ? {} : { baseline: 'before' }),
  })
  if (!found.ok) throw new Error(found.problems[0]?.text.en)
  return found.value
}

const overall = ({ composites }: Analysis) =>
  composites.find(({ stage, unit, level }) => stage === null && unit === null && level === 2)

/** Half met, half not; every fifth case stands for so many others. */
const halves = (count: number, heavy: number): readonly Case[] =>
  Array.from({ length: count }, (_, at) => ({
    weight: at % 5 === 0 ? heavy : 1,
    answers: at % 2 === 0 ? ['yes', 'no'] : ['no', 'yes'],
  }))

describe('how sharply a round sees', () => {
  it('never contradicts its own results: a change as large as promised is found, one that is not found is smaller', () => {
    fc.assert(
      fc.property(casesFrom(10), casesFrom(10), (now, before) => {
        const analysis = analysed(now, before)
        const change = overall(analysis)?.change ?? null
        const promised = analysis.plan.detectableChange
        if (change === null || promised === null) return
        const found = change.p !== null && change.p <= 0.05
        expect(Math.abs(change.difference) >= promised && !found).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('goes by the standard error of the change, weights and all', () => {
    fc.assert(
      fc.property(casesFrom(30), casesFrom(30), (now, before) => {
        const analysis = analysed(now, before)
        const { change } = overall(analysis) ?? {}
        const promised = analysis.plan.detectableChange
        fc.pre(
          change?.interval != null && promised !== null && change.interval[0] > -1 && change.interval[1] < 1,
        )
        const half = (change.interval[1] - change.interval[0]) / 2
        // t(.975) standard errors to either side against t(.975) + t(.8) of them: 1.39 times at 10 degrees of freedom, 1.43 at many.
        expect(promised / half).toBeGreaterThan(1.38)
        expect(promised / half).toBeLessThan(1.431)
      }),
      { numRuns: 100 },
    )
  })

  it('sees less the more unequal the weights, of everything together and of a typical question', () => {
    const [even, uneven] = [analysed(halves(100, 1)).plan, analysed(halves(100, 20)).plan]
    expect(uneven.cases).toBe(even.cases)
    expect(uneven.detectableChange ?? 0).toBeGreaterThan(1.4 * (even.detectableChange ?? 1))
    expect(even.detectableQuestion).toMatchObject({ n: 100, size: 100 })
    expect(uneven.detectableQuestion?.n).toBe(100)
    // Kish: (80 + 20 · 20)² / (80 + 20 · 400), then what a column of weights is taken to cover.
    expect(uneven.detectableQuestion?.size).toBeCloseTo(480 ** 2 / 8080 / (1 - 100 / 480), 6)
    expect(uneven.detectableQuestion?.change ?? 0).toBeGreaterThan(even.detectableQuestion?.change ?? 1)
  })

  it('is silent where nothing differs, since the test is refused too', () => {
    const alike = Array.from({ length: 20 }, (): Case => ({ weight: 1, answers: ['yes', 'no'] }))
    expect(analysed(alike, alike).plan.detectableChange).toBeNull()
  })

  it('promises no change that the shares have no room for', () => {
    const two: readonly Case[] = [
      { weight: 1, answers: ['yes', 'no'] },
      { weight: 1, answers: ['no', 'yes'] },
    ]
    expect(analysed(two, two).plan.detectableChange).toBeNull()
    fc.assert(
      fc.property(casesFrom(2), casesFrom(2), (now, before) => {
        const analysis = analysed(now.slice(0, 4), before.slice(0, 4))
        const share = overall(analysis)?.share ?? 1
        expect(analysis.plan.detectableChange ?? 0).toBeLessThanOrEqual(Math.max(share, 1 - share))
      }),
    )
  })
})
