import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { addChances } from './add-chances.ts'
import type { DrawFile } from './draw-file.ts'
import { caseStage, codesOf, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { inclusionProbability, listInclusions } from './inclusion-probability.ts'
import { readDrawFile } from './read-draw-file.ts'
import { drawFileText } from './draw-file-text.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw } from './verify-draw.ts'

type RiskWeighted = Extract<Selection, { readonly kind: 'risk-weighted' }>
const byRisk: RiskWeighted = {
  kind: 'risk-weighted',
  risk: 'risiko',
  strata: ['unit'],
  quotas: [{ take: 2 }],
}
const plan = { programme: programmeOf(byRisk), round: 'r', level: 1 }
const risky = (caseId: string, risiko: string, rest: Partial<CaseStage> = {}): CaseStage =>
  caseStage(caseId, { attributes: { risiko }, ...rest })
const rowsOf = (...risks: readonly string[]): CaseStage[] => risks.map((risk, at) => risky(`C${at}`, risk))
const draw = (rows: readonly CaseStage[]): DrawFile => valueOf(drawSample(rows, plan, seed))

describe('a draw by risk', () => {
  it('tells every case’s chance: quota × risk / sum of risks, whatever the decimal sign', () => {
    const chances = new Map([
      ['C0', 2 / 10],
      ['C1', 3 / 10],
      ['C2', 5 / 10],
      ['C3', 10 / 10],
    ])
    const { cases, strata } = draw(rowsOf('1', '1,5', '2.5', '5'))
    expect(strata).toEqual([{ stratum: 'unit=Nord', eligible: 4, wanted: 2, drawn: 2, excluded: [] }])
    for (const { caseId, chance } of cases) expect(chance).toBeCloseTo(chances.get(caseId) ?? 0, 12)
    expect(cases.map(({ caseId }) => caseId)).toContain('C3')
  })

  it('takes who would have more than 1 for certain, and shares the rest', () => {
    const { cases } = draw(rowsOf('100', '1', '1', '2'))
    expect(cases.find(({ caseId }) => caseId === 'C0')?.chance).toBe(1)
    const other = cases.find(({ caseId }) => caseId !== 'C0')
    expect(other?.chance).toBe(other?.caseId === 'C3' ? 2 / 4 : 1 / 4)
  })

  it('leaves a case of risk 0 out and counts it', () => {
    const drawn = draw([...rowsOf('0', '1', '0,0', '2'), risky('S', '0', { unit: 'Syd' })])
    expect(drawn.strata).toMatchObject([
      { eligible: 2, drawn: 2, excluded: [{ why: 'selection.risk', count: 2 }] },
      { eligible: 0, wanted: 2, drawn: 0, excluded: [{ why: 'selection.risk', count: 1 }] },
    ])
    expect(drawn.cases.map(({ chance }) => chance)).toEqual([1, 1])
  })

  it.each([
    ['', 'risk-missing'],
    ['høj', 'risk-not-a-number'],
    ['1;5', 'risk-not-a-number'],
    ['-1', 'risk-negative'],
    ['-0,5', 'risk-negative'],
    ['2000000000', 'risk-too-large'],
    ['1e400', 'risk-not-a-number'],
  ])('refuses a risk of %j with file line and column', (risk, code) => {
    const checked = drawSample([...rowsOf('1'), risky('X', risk, { line: 7 })], plan, seed)
    expect(checked).toMatchObject({ problems: [{ code, at: { line: 7, column: 'risiko' } }] })
  })

  it('refuses a frame of zeros only and one without the column', () => {
    expect(codesOf(drawSample(rowsOf('0', '0'), plan, seed))).toEqual(['risk-all-zero'])
    expect(codesOf(drawSample([caseStage('A'), caseStage('B')], plan, seed))).toEqual(['frame-lacks-column'])
  })

  it('gives all in the stratum the chances of one more when a case is replaced, and still verifies', () => {
    const rows = [...rowsOf('1', '2', '3', '4', '5', '6'), risky('S', '1', { unit: 'Syd' })]
    const before = draw(rows)
    const { caseId } = before.cases[0] ?? { caseId: '' }
    const after = valueOf(replaceCase(before, rows, seed, { caseId, reason: 'moved' }))
    const inNord = after.cases.filter(({ stratum }) => stratum === 'unit=Nord')
    expect(inNord).toHaveLength(3)
    for (const { caseId: id, chance } of inNord)
      expect(chance).toBeCloseTo((3 * (Number(id.slice(1)) + 1)) / 21, 12)
    expect(verifyDraw(after, rows, seed)).toEqual([])
    expect(addChances(after.cases, rows, byRisk)).toEqual(after.cases)
    expect(inclusionProbability(after, 'unit=Nord')).toBeUndefined()
    expect(listInclusions([after]).map(({ overall }) => overall)).toEqual(
      after.cases.filter(({ status }) => status === 'drawn').map(({ chance }) => chance),
    )
  })

  it('verifies from the whole and from the frozen frame, written and read again', () => {
    const risk = fc.oneof(
      fc.constant('0'),
      fc.double({ min: 0.01, max: 500, noNaN: true }).map((number) => number.toFixed(2).replace('.', ',')),
    )
    const rows = fc
      .array(fc.tuple(risk, fc.constantFrom('Nord', 'Syd')), { minLength: 1, maxLength: 30 })
      .map((cases) => [
        risky('X', '1'),
        ...cases.map(([each, unit], at) => risky(`C${at}`, each, { unit, line: at + 2 })),
      ])
    fc.assert(
      fc.property(rows, (cases) => {
        const drawn = draw(cases)
        expect(valueOf(readDrawFile(drawFileText(drawn), 'DRAW.json'))).toEqual(drawn)
        expect(verifyDraw(drawn, cases, seed, { programme: plan.programme })).toEqual([])
        const frozen = cases.filter(({ attributes }) => !['0', '0,00'].includes(attributes['risiko'] ?? ''))
        expect(verifyDraw(drawn, frozen, seed)).toEqual([])
        for (const { wanted, eligible, drawn: count } of drawn.strata)
          expect(count).toBe(Math.min(wanted, eligible))
      }),
    )
  })

  it.each<[string, Partial<DrawFile['cases'][number]>, string]>([
    ['another chance', { chance: 0.5 }, 'cases[0].chance'],
    ['another order', { order: 2 }, 'cases[0].order'],
    ['a foreign case', { caseId: 'C9' }, 'cases[0]'],
  ])('does not verify with %s', (_, change, path) => {
    const rows = rowsOf('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')
    const file = draw(rows)
    const cases = file.cases.map((each, at) => (at === 0 ? { ...each, ...change } : each))
    expect(verifyDraw({ ...file, cases }, rows, seed).map(({ at }) => at?.column)).toContain(path)
  })

  it('does not verify where a risk in the frame was changed after the draw', () => {
    const rows = rowsOf('1', '2', '3', '4', '5', '6')
    const changed = rows.map((row, at) => (at === 5 ? risky(row.caseId, '0,1') : row))
    expect(verifyDraw(draw(rows), changed, seed)).not.toEqual([])
  })

  it('is refused as a file where a case lacks its chance', () => {
    const file = draw(rowsOf('1', '2', '3'))
    const cut: unknown = JSON.parse(drawFileText(file).replaceAll(/,"chance":[^}]+/gu, ''))
    expect(verifyDraw(cut, [], seed)).toMatchObject([
      { code: 'draw-wrong-shape', at: { column: 'cases[0].chance' } },
    ])
  })
})
