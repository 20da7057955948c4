import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrawFile } from './draw-file.ts'
import { caseStage, codesOf, frameOf, perUnit, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'

const idsOf = (draw: DrawFile): string[] => draw.cases.map(({ caseId }) => caseId)
const one = { programme: programmeOf(perUnit(2)), round: '2018q2', level: 1 }

describe('a draw', () => {
  it('takes the smallest keys of each stratum, in their order', () => {
    const draw = valueOf(drawSample(frameOf(30), one, seed))
    const census = valueOf(drawSample(frameOf(30), { ...one, programme: programmeOf(perUnit('all')) }, seed))
    for (const unit of ['unit=Nord', 'unit=Syd', 'unit=Øst']) {
      const all = census.cases.filter(({ stratum }) => stratum === unit).map(({ key }) => key)
      const drawn = draw.cases.filter(({ stratum }) => stratum === unit)
      expect(all).toHaveLength(10)
      expect(drawn.map(({ key }) => key)).toEqual(all.toSorted((a, b) => a - b).slice(0, 2))
      expect(drawn.map(({ order }) => order)).toEqual([1, 2])
    }
    expect(draw.strata).toHaveLength(3)
    expect(draw.strata[0]).toEqual({ stratum: 'unit=Nord', eligible: 10, wanted: 2, drawn: 2 })
  })

  it('does not depend on the order of the rows', () => {
    const frame = frameOf(24)
    fc.assert(
      fc.property(fc.shuffledSubarray(frame, { minLength: frame.length }), (shuffled) => {
        expect(drawSample(shuffled, one, seed)).toEqual(drawSample(frame, one, seed))
      }),
    )
  })

  it('changes with the seed, with the round and with the frame', () => {
    const frame = frameOf(300)
    const draw = valueOf(drawSample(frame, one, seed))
    const reseeded = valueOf(drawSample(frame, one, Buffer.from('another seed, as long as that')))
    expect(idsOf(reseeded)).not.toEqual(idsOf(draw))
    expect(reseeded.frameDigest).toBe(draw.frameDigest)
    expect(reseeded.seedDigest).not.toBe(draw.seedDigest)
    expect(idsOf(valueOf(drawSample(frame, { ...one, round: '2018q3' }, seed)))).not.toEqual(idsOf(draw))
    expect(valueOf(drawSample(frame.slice(1), one, seed)).frameDigest).not.toBe(draw.frameDigest)
  })

  it('draws all of a stratum that has fewer cases than its quota, and keeps the quota', () => {
    const plan = { ...one, programme: programmeOf(perUnit(8)) }
    expect(
      valueOf(drawSample(frameOf(7), plan, seed)).strata.map(({ wanted, drawn }) => [wanted, drawn]),
    ).toEqual([
      [8, 3],
      [8, 2],
      [8, 2],
    ])
  })

  it('lets the first fitting quota decide, and wants nothing where none fits', () => {
    const quotas = [
      { where: { unit: 'Nord', stage: 'plan' }, take: 1 },
      { where: { unit: 'Nord' }, take: 'all' as const },
      { where: { stage: 'visit' }, take: 2 },
    ]
    const programme = programmeOf({ kind: 'random', strata: ['unit', 'stage'], quotas })
    const { strata } = valueOf(drawSample(frameOf(60), { ...one, programme }, seed))
    expect(Object.fromEntries(strata.map(({ stratum, wanted }) => [stratum, wanted]))).toEqual({
      'unit=Nord; stage=plan': 1,
      'unit=Nord; stage=visit': 10,
      'unit=Syd; stage=plan': 0,
      'unit=Syd; stage=visit': 2,
      'unit=Øst; stage=plan': 0,
      'unit=Øst; stage=visit': 2,
    })
  })

  it('as a census takes every eligible case', () => {
    const programme = programmeOf({
      selection: { kind: 'census' },
      eligibility: [{ attribute: 'unit', is: ['Nord'] }],
    })
    const draw = valueOf(drawSample(frameOf(30), { ...one, programme }, seed))
    expect(draw.strata).toEqual([{ stratum: 'all', eligible: 10, wanted: 10, drawn: 10 }])
    expect(draw.cases).toHaveLength(10)
  })

  it('orders one case with two stages in a stratum by its stage', () => {
    const frame = [caseStage('A', { stage: 'visit' }), caseStage('A', { stage: 'plan' })]
    expect(valueOf(drawSample(frame, one, seed)).cases.map(({ stage }) => stage)).toEqual(['plan', 'visit'])
  })

  it('gives every case the same chance (chi-square over 2,000 seeds)', () => {
    const frame = Array.from({ length: 40 }, (_, index) => caseStage(`C${index}`))
    const plan = { ...one, programme: programmeOf(perUnit(8)) }
    const counts = new Map<string, number>()
    const draws = 2000
    for (let number = 0; number < draws; number += 1)
      for (const id of idsOf(valueOf(drawSample(frame, plan, Buffer.from(`seed ${number}`)))))
        counts.set(id, (counts.get(id) ?? 0) + 1)
    const chance = 8 / 40
    const sumOfSquares = [...counts.values()].reduce((sum, count) => sum + (count - draws * chance) ** 2, 0)
    // Without replacement the counts of one draw are negatively correlated, hence 39/40; df 39, 99.9 % quantile 72.05.
    const chiSquare = ((39 / 40) * sumOfSquares) / (draws * chance * (1 - chance))
    expect(counts.size).toBe(40)
    expect(chiSquare).toBeLessThan(72.05)
    expect(chiSquare).toBeGreaterThan(10)
  })
})

describe('a draw from the level below', () => {
  const programme = programmeOf(perUnit(6), perUnit(3), { kind: 'random', strata: [], quotas: [{ take: 4 }] })
  const plan = { programme, round: '2018q2' }

  it('takes only cases of the level below', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (bytes) => {
        const frame = frameOf(60)
        const first = valueOf(drawSample(frame, { ...plan, level: 1 }, bytes))
        const second = valueOf(drawSample(frame, { ...plan, level: 2, from: first }, bytes))
        const third = valueOf(drawSample(frame, { ...plan, level: 3, from: second }, bytes))
        expect(idsOf(first)).toEqual(expect.arrayContaining(idsOf(second)))
        expect(idsOf(second)).toEqual(expect.arrayContaining(idsOf(third)))
        expect([first, second, third].map(({ cases }) => cases.length)).toEqual([18, 9, 4])
      }),
      { numRuns: 30 },
    )
  })

  it('does not favour those with small keys below (chances of level 2 are those of the two quotas)', () => {
    const frame = Array.from({ length: 20 }, (_, index) => caseStage(`C${index}`))
    const counts = new Map<number, number>()
    for (let number = 0; number < 3000; number += 1) {
      const bytes = Buffer.from(`seed ${number}`)
      const first = valueOf(drawSample(frame, { ...plan, level: 1 }, bytes))
      const second = valueOf(drawSample(frame, { ...plan, level: 2, from: first }, bytes))
      for (const { caseId } of second.cases) {
        const order = first.cases.find((drawn) => drawn.caseId === caseId)?.order ?? 0
        counts.set(order, (counts.get(order) ?? 0) + 1)
      }
    }
    // Each of the six orders of level 1 should be passed on 1,500 times; with one key for all phases 1-3 always were.
    for (const count of counts.values()) expect(Math.abs(count - 1500)).toBeLessThan(4 * Math.sqrt(750))
    expect(counts.size).toBe(6)
  })

  it('leaves replaced cases out', () => {
    const first = valueOf(drawSample(frameOf(60), { ...plan, level: 1 }, seed))
    const [replaced, ...rest] = first.cases
    if (replaced === undefined) throw new Error('a case was drawn')
    const from = { ...first, cases: [{ ...replaced, status: 'replaced' as const, reason: 'moved' }, ...rest] }
    const second = valueOf(drawSample(frameOf(60), { ...plan, level: 2, from }, seed))
    expect(second.from?.cases).toHaveLength(17)
    expect(second.strata.map(({ eligible }) => eligible).toSorted((a, b) => a - b)).toEqual([5, 6, 6])
  })

  it('refuses a frame that lacks its cases', () => {
    const first = valueOf(drawSample(frameOf(60), { ...plan, level: 1 }, seed))
    const frame = frameOf(60).filter(({ caseId }) => caseId !== first.cases[0]?.caseId)
    expect(codesOf(drawSample(frame, { ...plan, level: 2, from: first }, seed))).toEqual([
      'case-not-in-frame',
    ])
  })

  it('refuses a missing, a needless and a wrong level below', () => {
    const first = valueOf(drawSample(frameOf(60), { ...plan, level: 1 }, seed))
    const codes = (level: number, from?: DrawFile): string[] =>
      codesOf(drawSample(frameOf(60), { ...plan, level, ...(from === undefined ? {} : { from }) }, seed))
    expect(codes(2)).toEqual(['level-below-missing'])
    expect(codes(1, first)).toEqual(['level-below-not-wanted'])
    expect(codes(3, first)).toEqual(['wrong-level-below'])
    expect(codes(2, { ...first, round: '2017q3' })).toEqual(['wrong-level-below'])
  })
})

describe('a draw that cannot be made', () => {
  it.each([
    [
      { kind: 'random', strata: [], quotas: [{ where: { unit: 'A' }, take: 1 }] } as const,
      'quota-outside-strata',
    ],
    [{ kind: 'random', strata: ['district'], quotas: [{ take: 1 }] } as const, 'frame-lacks-column'],
  ])('by %j is refused as %s', (selection, code) => {
    expect(codesOf(drawSample(frameOf(6), { ...one, programme: programmeOf(selection) }, seed))).toEqual([
      code,
    ])
  })

  it('has a reason for an unknown level, an odd round and a frame without finished cases', () => {
    expect(codesOf(drawSample(frameOf(6), { ...one, level: 7 }, seed))).toEqual(['unknown-level'])
    expect(codesOf(drawSample(frameOf(6), { ...one, round: 'a|b' }, seed))).toEqual(['round-id'])
    expect(codesOf(drawSample(frameOf(6), { ...one, round: '' }, seed))).toEqual(['round-id'])
    expect(codesOf(drawSample([], one, seed))).toEqual(['no-eligible-cases'])
    expect(codesOf(drawSample([caseStage('A', { completed: '' })], one, seed))).toEqual(['no-eligible-cases'])
  })
})
