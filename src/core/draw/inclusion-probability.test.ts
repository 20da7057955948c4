import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { DrawFile } from './draw-file.ts'
import { caseStage, perUnit, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { listInclusions } from './inclusion-probability.ts'
import { replaceCase } from './replace-case.ts'

/** Units of 3, 4 and 5 cases: the same quota means another chance in each. */
const sizes = [3, 4, 5]
const frame = sizes.flatMap((size, unit) =>
  Array.from({ length: size }, (_, at) =>
    caseStage(`${unit}-${at}`, { unit: `U${unit}`, stage: at % 2 === 0 ? 'plan' : 'visit' }),
  ),
)
const programme = programmeOf(
  perUnit(2),
  { kind: 'random', strata: [], quotas: [{ take: 4 }] },
  { kind: 'random', strata: ['stage'], quotas: [{ where: { stage: 'plan' }, take: 1 }, { take: 'all' }] },
)

function chainOf(bytes: Uint8Array, levels: number): readonly DrawFile[] {
  const chain: DrawFile[] = []
  for (let level = 1; level <= levels; level += 1) {
    const from = chain.at(-1)
    const plan = { programme, round: 'r', level, ...(from === undefined ? {} : { from }) }
    chain.push(valueOf(drawSample(frame, plan, bytes)))
  }
  return chain
}

describe('inclusion probabilities', () => {
  it('are those with which 20,000 draws include each case at two levels (chi-square)', () => {
    const draws = 20_000
    const counts = [new Map<string, number>(), new Map<string, number>()]
    for (let number = 0; number < draws; number += 1)
      for (const [at, draw] of chainOf(Buffer.from(`seed ${number}`), 2).entries())
        for (const { caseId } of draw.cases) counts[at]?.set(caseId, (counts[at].get(caseId) ?? 0) + 1)
    for (const [at, next] of [1, 4 / 6].entries()) {
      const chiSquare = frame.reduce((sum, { caseId }) => {
        const size = sizes[Number(caseId[0])] ?? 0
        const chance = (2 / size) * next
        const count = counts[at]?.get(caseId) ?? 0
        // Without replacement the counts of one unit are negatively correlated, which takes (size - 1) / size.
        return sum + ((count - draws * chance) ** 2 * (1 - 1 / size)) / (draws * chance * (1 - chance))
      }, 0)
      // 99.9 % quantile at 12 degrees of freedom, above that of the 9 or 11 that are left.
      expect(chiSquare).toBeLessThan(32.91)
      expect(chiSquare).toBeGreaterThan(0.5)
    }
  }, 60_000)

  it('say the same in the files: 1 / chance adds up to the frame, whatever was drawn', () => {
    for (let number = 0; number < 50; number += 1) {
      const [first, second] = chainOf(Buffer.from(`seed ${number}`), 2)
      if (first === undefined || second === undefined) throw new Error('two levels were drawn')
      const inclusions = listInclusions([first])
      expect(inclusions.reduce((sum, { overall }) => sum + 1 / Number(overall), 0)).toBeCloseTo(12, 9)
      for (const { conditional, overall, caseId } of listInclusions([first, second])) {
        const below = inclusions.find((one) => one.caseId === caseId)
        expect(conditional).toBeCloseTo(4 / 6, 12)
        expect(overall).toBeCloseTo((below?.overall ?? 0) * Number(conditional), 12)
      }
    }
  })

  it('of a census are 1, and a quota of all takes nothing away from the chance below', () => {
    const chain = chainOf(seed, 3)
    for (const { stage, conditional, overall } of listInclusions(chain)) {
      const inStage = chain[1]?.cases.filter((one) => one.stage === stage).length ?? 0
      expect(conditional).toBeCloseTo(stage === 'plan' ? 1 / inStage : 1, 12)
      expect(overall).toBeLessThan(Number(conditional))
    }
    const census = programmeOf({ kind: 'census' })
    const draw = valueOf(drawSample(frame, { programme: census, round: 'r', level: 1 }, seed))
    expect(listInclusions([draw]).every(({ overall }) => overall === 1)).toBe(true)
  })

  it('count a replaced case as looked at, so that the weights add up to the eligible ones only', () => {
    const [first] = chainOf(seed, 1)
    const out = first?.cases.find(({ stratum }) => stratum === 'unit=U2')
    if (first === undefined || out === undefined) throw new Error('a case was drawn')
    const draw = valueOf(replaceCase(first, frame, seed, { caseId: out.caseId, reason: 'moved away' }))
    const inUnit = listInclusions([draw]).filter(({ caseId }) => caseId.startsWith('2-'))
    expect(inUnit.map(({ overall }) => overall)).toEqual([3 / 5, 3 / 5])
  })
})
