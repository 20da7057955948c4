import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseKeys } from './case-key.ts'
import { eliminationOrder, type RiskyCase } from './elimination-order.ts'
import { chanceOf, ProportionalChances } from './proportional-chances.ts'

const casesOf = (risks: readonly number[], keyOf: (id: string) => number): readonly RiskyCase[] =>
  risks.map((risk, at) => ({ caseId: `C${at}`, stage: 'plan', key: keyOf(`C${at}`), risk }))
const key = fc.nat().map((whole) => whole / 2 ** 31)
const riskyCases = fc
  .array(fc.record({ key, risk: fc.double({ min: 1e-6, max: 1e6, noNaN: true }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((drawn) => drawn.map((each, at) => ({ ...each, caseId: `C${at}`, stage: 'plan' })))

describe('chances in proportion to risk', () => {
  it('add up to the sample, are in proportion below 1, and never lower for a higher risk', () => {
    fc.assert(
      fc.property(riskyCases, fc.nat(39), (cases, less) => {
        const size = Math.max(0, cases.length - less)
        const factor = new ProportionalChances(cases.map(({ risk }) => risk)).factorFor(size)
        const chances = cases.map(({ risk }) => chanceOf(risk, factor))
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(size, 9)
        const shares = cases.flatMap(({ risk }, at) =>
          (chances[at] ?? 1) < 1 ? [(chances[at] ?? 1) / risk] : [],
        )
        expect(shares.filter((share) => Math.abs(share / factor - 1) > 1e-9)).toEqual([])
      }),
    )
  })

  it('are quota times risk over the sum of risks where nobody reaches 1', () => {
    expect(new ProportionalChances([1, 2, 3, 4]).factorFor(2)).toBe(2 / 10)
    // 4 of 6 in a sample of 2 is more than 1: certain, and the others share the second place.
    expect(new ProportionalChances([4, 1, 1]).factorFor(2)).toBe(1 / 2)
  })
})

describe('the order by risk and key', () => {
  it('is the order of the keys where all risks are the same, as in a random draw', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(1, 7.5),
        (keys, risk) => {
          const ordered = eliminationOrder(
            keys.map((each, at) => ({ caseId: `C${at}`, stage: 'plan', key: each, risk })),
          )
          expect(ordered.map((each) => each.key)).toEqual(keys.toSorted((a, b) => a - b))
        },
      ),
    )
  })

  it('holds every case once and depends neither on the sequence nor on the scale of the risks', () => {
    fc.assert(
      fc.property(riskyCases, (cases) => {
        const ordered = eliminationOrder(cases).map(({ caseId }) => caseId)
        expect(ordered.toSorted()).toEqual(cases.map(({ caseId }) => caseId).toSorted())
        expect(eliminationOrder(cases.toReversed()).map(({ caseId }) => caseId)).toEqual(ordered)
        const doubled = cases.map((each) => ({ ...each, risk: each.risk * 2 }))
        expect(eliminationOrder(doubled).map(({ caseId }) => caseId)).toEqual(ordered)
      }),
    )
  })

  it('puts who is certain among the first', () => {
    fc.assert(
      fc.property(riskyCases, fc.integer({ min: 1, max: 20 }), (cases, size) => {
        const factor = new ProportionalChances(cases.map(({ risk }) => risk)).factorFor(size)
        const first = new Set(eliminationOrder(cases).slice(0, size))
        // A hair below 1 may be left out.
        const certain = cases.filter(({ risk }) => risk * factor > 1 + 1e-9)
        expect(certain.filter((each) => !first.has(each))).toEqual([])
      }),
    )
  })

  it('gives every case its exact chance at every size at once (chi-square over 20,000 seeds)', () => {
    const risks = [0.2, 0.5, 1, 1, 2, 3, 3, 8, 20]
    const draws = 20_000
    const counts = risks.map(() => risks.map(() => 0))
    for (let number = 0; number < draws; number += 1) {
      const ordered = eliminationOrder(casesOf(risks, caseKeys(Buffer.from(`seed ${number}`), 'r/1')))
      for (const [place, { caseId }] of ordered.entries())
        for (let size = place + 1; size <= risks.length; size += 1) {
          const ofSize = counts[size - 1]
          if (ofSize !== undefined)
            ofSize[Number(caseId.slice(1))] = (ofSize[Number(caseId.slice(1))] ?? 0) + 1
        }
    }
    for (const [at, ofSize] of counts.entries()) {
      const factor = new ProportionalChances(risks).factorFor(at + 1)
      const chiSquare = risks.reduce((sum, risk, index) => {
        const chance = chanceOf(risk, factor)
        const count = ofSize[index] ?? 0
        // A certain case that is left out once is as wrong as can be.
        if (chance === 1) return sum + (draws - count) * 1000
        return sum + (count - draws * chance) ** 2 / (draws * chance * (1 - chance))
      }, 0)
      // 99.9 % quantile at 9 degrees of freedom; certain cases and the fixed size take some away.
      expect(chiSquare).toBeLessThan(27.88)
    }
  }, 60_000)
})
