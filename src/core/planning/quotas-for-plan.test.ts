import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getLevel } from '../programme/lookup.ts'
import { parseProgramme } from '../programme/parse-programme.ts'
import { drawnFrom, quotaLines, quotasForPlan } from './quotas-for-plan.ts'

const file = new URL('../../../programmes/bbu-2017.yaml', import.meta.url)
const read = parseProgramme(readFileSync(file, 'utf8'), 'bbu-2017.yaml')
if (!read.ok) throw new Error('the programme cannot be read')
const programme = read.value
const advice = (level: number, planned: number, given: number | null) =>
  quotasForPlan({ selection: getLevel(programme, level).selection, planned, given, months: 3 })

describe('a plan in the programme’s quotas', () => {
  it('scales every quota that asks for cases and leaves nothing for those that ask for none', () => {
    const found = advice(2, 250, 125)
    expect(found).toMatchObject({ kind: 'scaled', factor: 2, overMonths: false })
    if (found.kind !== 'scaled') throw new Error(found.kind)
    expect(found.quotas.map(({ take }) => take)).toEqual([10, 0, 6, 6, 6, 6, 8, 8])
  })

  it('makes one case a month one a quarter when a third is planned', () => {
    const found = advice(1, 231, 693)
    expect(found).toMatchObject({ kind: 'scaled', overMonths: true, strata: ['unit', 'caseworker'] })
    expect(found.kind === 'scaled' && quotaLines(found)).toBe(
      'strata: [unit, caseworker]\nquotas:\n  - take: 1',
    )
  })

  it('says so where groups are too small, nothing is known, or nothing changes', () => {
    expect(advice(1, 100, 693)).toMatchObject({ kind: 'groups-too-small' })
    expect(advice(2, 60, null)).toEqual({ kind: 'not-known' })
    expect(advice(2, 123, 120)).toEqual({ kind: 'as-it-is' })
    expect(advice(3, 0, 60)).toEqual({ kind: 'left-out' })
  })

  it('draws from the nearest level that still reviews', () => {
    const plan = [231, 120, 0, 60].map((reviews, at) => ({ level: at + 1, reviews }))
    expect([1, 2, 3, 4].map((level) => drawnFrom({ level }, plan))).toEqual([undefined, 1, 2, 2])
  })

  it('quotes values, so that a unit named yes stays a name', () => {
    expect(quotaLines({ strata: ['unit'], quotas: [{ where: { unit: 'yes' }, take: 2 }] })).toContain(
      '- { where: { unit: "yes" }, take: 2 }',
    )
  })
})
