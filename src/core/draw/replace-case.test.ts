import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { caseStage, codesOf, frameOf, perUnit, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { inclusionProbability, listInclusions } from './inclusion-probability.ts'
import { listReserve, replaceCase } from './replace-case.ts'

const programme = programmeOf(perUnit(2), perUnit(1))
const frame = frameOf(30)
const draw = valueOf(drawSample(frame, { programme, round: 'r', level: 1 }, seed))
const [target] = draw.cases
if (target === undefined) throw new Error('a case was drawn')
const { caseId } = target

describe('replacing a case', () => {
  it('takes the next of the same stratum’s order and keeps the reason', () => {
    const reserve = valueOf(listReserve(draw, frame, seed, target.stratum, 2))
    const replaced = valueOf(replaceCase(draw, frame, seed, { caseId, reason: ' case belongs elsewhere ' }))
    expect(replaced.cases[0]).toEqual({ ...target, status: 'replaced', reason: 'case belongs elsewhere' })
    expect(replaced.cases[2]).toEqual(reserve[0])
    expect(replaced.cases[2]).toMatchObject({ status: 'drawn', order: 3, stratum: target.stratum })
    expect(replaced.cases).toHaveLength(draw.cases.length + 1)
    expect(valueOf(listReserve(replaced, frame, seed, target.stratum, 1))).toEqual(reserve.slice(1))
    expect(replaced.strata).toEqual(draw.strata)
  })

  it('needs a reason', () => {
    expect(codesOf(replaceCase(draw, frame, seed, { caseId, reason: '  ' }))).toEqual(['reason-missing'])
  })

  it('is refused for a case that was not drawn or is replaced already', () => {
    expect(codesOf(replaceCase(draw, frame, seed, { caseId: 'none', reason: 'x' }))).toEqual([
      'case-not-drawn',
    ])
    const replaced = valueOf(replaceCase(draw, frame, seed, { caseId, reason: 'x' }))
    expect(codesOf(replaceCase(replaced, frame, seed, { caseId, reason: 'x' }))).toEqual(['already-replaced'])
  })

  it('is refused when the stratum has no case left', () => {
    let current = draw
    for (let order = 3; order <= 10; order += 1) {
      const inForce = current.cases.find(
        ({ status, stratum }) => status === 'drawn' && stratum === target.stratum,
      )
      current = valueOf(replaceCase(current, frame, seed, { caseId: inForce?.caseId ?? '', reason: 'x' }))
    }
    const left = current.cases.find(({ status, stratum }) => status === 'drawn' && stratum === target.stratum)
    expect(codesOf(replaceCase(current, frame, seed, { caseId: left?.caseId ?? '', reason: 'x' }))).toEqual([
      'reserve-empty',
    ])
  })

  it('is refused with another seed or another frame, which would give another next case', () => {
    const replacement = { caseId, reason: 'x' }
    expect(codesOf(replaceCase(draw, frame, Buffer.from('other'), replacement))).toEqual(['other-seed'])
    expect(codesOf(replaceCase(draw, frame.slice(1), seed, replacement))).toEqual(['other-frame'])
  })

  it('asks for the stage where a case was drawn with several', () => {
    const perStage = programmeOf({ kind: 'random', strata: ['stage'], quotas: [{ take: 1 }] })
    const plan = { programme: perStage, round: 'r', level: 1 }
    const plans = ['A', 'B', 'C'].map((id) => caseStage(id))
    const firstId = valueOf(drawSample(plans, plan, seed)).cases[0]?.caseId ?? ''
    const rows = [...plans, ...['A', 'B', 'C'].map((id) => caseStage(id, { stage: 'visit' }))]
    const both = valueOf(drawSample(rows, plan, seed))
    expect(both.cases.map((drawn) => drawn.caseId)).toEqual([firstId, firstId])
    const replacement = { caseId: firstId, reason: 'x' }
    expect(codesOf(replaceCase(both, rows, seed, replacement))).toEqual(['stage-needed'])
    const replaced = valueOf(replaceCase(both, rows, seed, { ...replacement, stage: 'visit' }))
    expect(replaced.cases.find(({ status }) => status === 'replaced')).toMatchObject({ stage: 'visit' })
  })
})

describe('inclusion probabilities', () => {
  it('are drawn over eligible in each stratum, and multiply over the levels', () => {
    const second = valueOf(drawSample(frame, { programme, round: 'r', level: 2, from: draw }, seed))
    expect(inclusionProbability(draw, target.stratum)).toBe(0.2)
    expect(inclusionProbability(second, target.stratum)).toBe(0.5)
    expect(inclusionProbability(draw, 'unit=Vest')).toBeUndefined()
    const inclusions = listInclusions([draw, second])
    expect(inclusions).toHaveLength(3)
    for (const inclusion of inclusions) expect(inclusion).toMatchObject({ conditional: 0.5, overall: 0.1 })
  })

  it('count replaced cases as looked at, so that weights add up to the cases that would prove eligible', () => {
    const replaced = valueOf(replaceCase(draw, frame, seed, { caseId, reason: 'x' }))
    expect(inclusionProbability(replaced, target.stratum)).toBeCloseTo(0.3, 12)
    const weights = listInclusions([replaced]).map(({ overall }) => 1 / Number(overall))
    // Of 10 eligible one in three looked at was not: 6.67 of them count, and 10 in each of the other two strata.
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(20 + 20 / 3, 9)
  })
})
