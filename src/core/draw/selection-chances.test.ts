import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { DrawFile } from './draw-file.ts'
import { caseStage, programmeOf, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { listInclusions } from './inclusion-probability.ts'
import { replaceCase } from './replace-case.ts'

/** Two units; risks from 0.5 to 8, of which the largest is certain in its unit. */
const risks = [
  [0.5, 1, 1, 2, 3, 5],
  [1, 1, 2, 2, 3, 4, 8, 40],
]
const frame = risks.flatMap((ofUnit, unit) =>
  ofUnit.map((risk, at) =>
    caseStage(`${unit}-${at}`, { unit: `U${unit}`, attributes: { risiko: String(risk) } }),
  ),
)
const oneUnit = frame.filter(({ unit }) => unit === 'U1')
const draws = 20_000
const strata = ['unit']

/** The first case of a one-stratum draw turns out ineligible, and the next comes in. */
function replaceFirst(draw: DrawFile, rows: readonly CaseStage[], seed: Uint8Array): DrawFile {
  const caseId = draw.cases[0]?.caseId ?? ''
  return valueOf(replaceCase(draw, rows, seed, { caseId, reason: 'found ineligible' }))
}

interface Counted {
  /** How often each case was looked at: drawn or replaced. */
  readonly lookedAt: ReadonlyMap<string, number>
  /** Sum over the draws of 1 / chance of each case in force at the last level. */
  readonly weight: ReadonlyMap<string, number>
  /** The chance its draw file stated; the same in every draw. */
  readonly chance: ReadonlyMap<string, number>
}

function count(programme: ReturnType<typeof programmeOf>, rows = frame, replaced = false): Counted {
  const lookedAt = new Map<string, number>()
  const weight = new Map<string, number>()
  const chance = new Map<string, number>()
  const add = (to: Map<string, number>, caseId: string, more: number) =>
    to.set(caseId, (to.get(caseId) ?? 0) + more)
  for (let number = 0; number < draws; number += 1) {
    const seed = Buffer.from(`seed ${number}`)
    const chain: DrawFile[] = []
    for (const { level } of programme.levels) {
      const from = chain.at(-1)
      const plan = { programme, round: 'r', level, ...(from === undefined ? {} : { from }) }
      const drawn = valueOf(drawSample(rows, plan, seed))
      chain.push(level === 1 && replaced ? replaceFirst(drawn, rows, seed) : drawn)
    }
    for (const { caseId, chance: stated } of chain[0]?.cases ?? []) {
      add(lookedAt, caseId, 1)
      if (stated !== undefined) chance.set(caseId, stated)
    }
    for (const { caseId, overall } of listInclusions(chain)) add(weight, caseId, 1 / Number(overall))
  }
  return { lookedAt, weight, chance }
}

/**
 * Each term has mean 1; the fixed size leaves fewer degrees of freedom than cases. 99.9 % are below 36.12 at 14 and below
 * 26.12 at 8.
 */
function chiSquare(
  counted: ReadonlyMap<string, number>,
  chanceOf: (row: CaseStage) => number,
  rows = frame,
): number {
  return rows.reduce((sum, row) => {
    const chance = chanceOf(row)
    const expected = draws * chance
    const off = (counted.get(row.caseId) ?? 0) - expected
    return sum + (chance === 1 ? off ** 2 : off ** 2 / (expected * (1 - chance)))
  }, 0)
}

/** The same of the mean of 1 / stated chance over all draws, which is 1 where the stated chance is the true one. */
function weighedAsOne(weight: ReadonlyMap<string, number>, chanceOf: (row: CaseStage) => number): number {
  return frame.reduce((sum, row) => {
    const off = (weight.get(row.caseId) ?? 0) / draws - 1
    return sum + off ** 2 / ((1 / chanceOf(row) - 1) / draws)
  }, 0)
}

/** quota × risk / sum of risks; in the second unit the risk of 40 is certain, and 21 is the sum of the others. */
function chanceByRisk({ unit, attributes }: CaseStage, size: number): number {
  const risk = Number(attributes['risiko'])
  if (unit === 'U0') return (size * risk) / 12.5
  return risk === 40 ? 1 : ((size - 1) * risk) / 21
}

const byRisk = (take: number): Selection => ({
  kind: 'risk-weighted',
  risk: 'risiko',
  strata,
  quotas: [{ take }],
})
const passOn: Selection = { kind: 'pass-on', strata, quotas: [{ take: 4 }], passOn: 2 }

describe('20,000 draws', () => {
  it('by risk look at each case as often as quota × risk / sum of risks says, and two levels weigh each as one', () => {
    const above: Selection = { kind: 'random', strata, quotas: [{ take: 1 }] }
    const { lookedAt, weight, chance } = count(programmeOf(byRisk(2), above))
    for (const row of frame) expect(chance.get(row.caseId)).toBeCloseTo(chanceByRisk(row, 2), 12)
    expect(chiSquare(lookedAt, (row) => chanceByRisk(row, 2))).toBeLessThan(36.12)
    // Reached with half the chance of level 1; a weight of w has the variance (w - 1) / draws.
    expect(weighedAsOne(weight, (row) => chanceByRisk(row, 2) / 2)).toBeLessThan(36.12)
  }, 120_000)

  it('by risk keep the stated chances when a case is replaced', () => {
    const { lookedAt, chance } = count(programmeOf(byRisk(2)), oneUnit, true)
    // Two in force and one replaced: three were looked at.
    for (const row of oneUnit) expect(chance.get(row.caseId)).toBeCloseTo(chanceByRisk(row, 3), 12)
    expect(chiSquare(lookedAt, (row) => chanceByRisk(row, 3), oneUnit)).toBeLessThan(26.12)
  }, 120_000)

  it('that pass on look at each case equally often below, and weigh each as one above', () => {
    const { lookedAt, weight } = count(programmeOf(passOn, { kind: 'census' }))
    expect(chiSquare(lookedAt, ({ unit }) => (unit === 'U0' ? 4 / 6 : 4 / 8))).toBeLessThan(36.12)
    expect(weighedAsOne(weight, ({ unit }) => (unit === 'U0' ? 2 / 6 : 2 / 8))).toBeLessThan(36.12)
  }, 120_000)

  it('that pass on keep each case’s chance when one is replaced', () => {
    const { lookedAt } = count(programmeOf(passOn), oneUnit, true)
    expect(chiSquare(lookedAt, () => 5 / 8, oneUnit)).toBeLessThan(26.12)
  }, 120_000)

  it('that take all take each case always, and a random level above weighs each as one', () => {
    const above: Selection = { kind: 'random', strata, quotas: [{ take: 2 }] }
    const { lookedAt, weight } = count(programmeOf({ kind: 'census' }, above))
    for (const { caseId } of frame) expect(lookedAt.get(caseId)).toBe(draws)
    expect(weighedAsOne(weight, ({ unit }) => (unit === 'U0' ? 2 / 6 : 2 / 8))).toBeLessThan(36.12)
  }, 120_000)

  it('by risk from cases that were drawn at random weigh each as one', () => {
    const below: Selection = { kind: 'random', strata, quotas: [{ take: 4 }] }
    const { weight } = count(programmeOf(below, byRisk(1)))
    // What else came up decides a case's chance at level 2, so the variance of its weight is no known number: four standard
    // errors of the largest weight that can be, as if it were the only one.
    for (const row of frame) {
      const mean = (weight.get(row.caseId) ?? 0) / draws
      const largest = row.unit === 'U0' ? (6 / 4) * (12.5 / 0.5) : (8 / 4) * (61 / 1)
      expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(largest / draws))
    }
  }, 120_000)

  it('of the newest take the same cases whatever the seed, as long as no two are of one day', () => {
    const dated = frame.map((row, at) => ({
      ...row,
      completed: `2018-02-${String(at + 1).padStart(2, '0')}`,
    }))
    const programme = programmeOf({
      kind: 'newest-first',
      before: '2018-03-01',
      strata,
      quotas: [{ take: 2 }],
    })
    const taken = new Set<string>()
    for (let number = 0; number < 200; number += 1) {
      const plan = { programme, round: 'r', level: 1 }
      const { cases } = valueOf(drawSample(dated, plan, Buffer.from(`seed ${number}`)))
      taken.add(cases.map(({ caseId }) => caseId).join(' '))
    }
    expect([...taken]).toEqual(['0-5 0-4 1-7 1-6'])
  })
})
