import type { CaseStage } from '../../../src/core/registry/case-stage.ts'
import { fractionOf } from './fraction-of.ts'
import { get } from './published-shares.ts'
import type { Sample, Sources } from './sources.ts'

/** A constructed case with the highest level that reviewed it; lower levels down to the first reviewed it too. */
export interface ConstructedCase extends CaseStage {
  readonly highestLevel: number
}

/** Caseworkers per unit: level 1 takes one case of each per month. */
const caseworkersPerUnit = 39
const day = 86_400_000

/** All cases of a round: those of level 2 with the dates of the printed table, and the others of level 1. */
export function listCases(sources: Sources, round: string): readonly ConstructedCase[] {
  const sample = get(sources.choices.samples, round)
  const stages = sources.programme.stages.map((stage) => stage.key)
  const upper = Object.entries(sample.level2).flatMap(([unit, counts]) =>
    stages.flatMap((stage, at) =>
      Array.from({ length: counts[at] ?? 0 }, (_, index) => ({
        stage,
        unit,
        highestLevel: highestLevel(sample, unit, at, index),
      })),
    ),
  )
  const others = level1Only(sample, stages, upper.length)
  const dated = stages.flatMap((stage) => [
    ...withDates(
      sources,
      round,
      stage,
      upper.filter((candidate) => candidate.stage === stage),
    ),
    ...othersWithDates(
      sources,
      round,
      stage,
      others.filter((candidate) => candidate.stage === stage),
    ),
  ])
  const perUnit = new Map<string, number>()
  return dated.map((row, at) => {
    const number = perUnit.get(row.unit) ?? 0
    perUnit.set(row.unit, number + 1)
    return {
      ...row,
      caseId: `${sample.prefix}${String(at + 1).padStart(4, '0')}`,
      caseworker: `${row.unit.replace('Enhed ', 'S').replace('Døgnvagten', 'SD')}-${String((number % caseworkersPerUnit) + 1).padStart(2, '0')}`,
      attributes: {},
    }
  })
}

interface Undated {
  readonly stage: string
  readonly unit: string
  readonly highestLevel: number
}
type Dated = Undated & { readonly started: string; readonly completed: string }

function highestLevel(sample: Sample, unit: string, stage: number, index: number): number {
  if (index < (sample.level4?.[unit]?.[stage] ?? 0)) return 4
  return index < (sample.level3?.[unit]?.[stage] ?? 0) ? 3 : 2
}

/** Level 1's further cases, in turn over all stages that a unit has cases of. */
function level1Only(sample: Sample, stages: readonly string[], reviewed: number): readonly Undated[] {
  const cells = stages.flatMap((stage, at) =>
    Object.entries(sample.level2).flatMap(([unit, counts]) =>
      (counts[at] ?? 0) > 0 && unit !== 'Døgnvagten' ? [{ stage, unit, highestLevel: 1 }] : [],
    ),
  )
  const wanted = Math.max(0, (sample.level1 ?? 0) - reviewed)
  // The remainder of a full turn goes to cells spread evenly, so that no stage gets them all.
  const order = cells.map((_, at) => cells[(at * 11) % cells.length]).filter((cell) => cell !== undefined)
  return Array.from({ length: wanted }, (_, at) => order[at % order.length]).filter(
    (cell) => cell !== undefined,
  )
}

/**
 * Dates that give the printed earliest start, latest end and mean: lengths in pairs around the mean, the first case at
 * the earliest start, the last at the latest end, the others in between.
 */
function withDates(
  sources: Sources,
  round: string,
  stage: string,
  cases: readonly Undated[],
): readonly Dated[] {
  const { from, until, mean } = spanOf(sources, round, stage)
  const n = cases.length
  return cases.map((row, at) => {
    const pair = Math.min(at, n - 1 - at)
    const lone = 2 * at === n - 1
    const spread = lone ? 0 : Math.round(mean * 0.6 * fractionOf(round, stage, 'length', pair))
    const days = mean + (at < n / 2 ? spread : -spread)
    const free = Math.floor((until - from) / day) - days
    const place = at === 0 ? 0 : at === n - 1 ? 1 : fractionOf(round, stage, 'start', at)
    return { ...row, ...datesOf(from + Math.round(free * place) * day, days) }
  })
}

/** Level 1's own cases ended in the half year before the stage's latest end. */
function othersWithDates(
  sources: Sources,
  round: string,
  stage: string,
  cases: readonly Undated[],
): readonly Dated[] {
  const { until, mean } = spanOf(sources, round, stage)
  return cases.map((row, at) => {
    const days = Math.max(1, Math.round(mean * (0.4 + 1.2 * fractionOf(round, stage, 'other length', at))))
    const end = until - Math.round(180 * fractionOf(round, stage, 'other end', at)) * day
    return { ...row, ...datesOf(end - days * day, days) }
  })
}

function datesOf(start: number, days: number): { started: string; completed: string } {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  return { started: iso(start), completed: iso(start + days * day) }
}

function spanOf(
  { published, choices }: Sources,
  round: string,
  stage: string,
): { from: number; until: number; mean: number } {
  const table = get(published.stage_tables, round)
  const at = table.findIndex((row) => row.stage === stage)
  const row = table[at]
  if (row === undefined) throw new Error(`no printed row for ${round} ${stage}`)
  const instead = choices.instead.find(({ path }) => path === `stage_tables.${round}.${at}.latest_end`)
  // Where no mean is printed, that of 2018q2 serves.
  const later = get(published.stage_tables, '2018q2').find((candidate) => candidate.stage === stage)
  const mean = row.mean_days ?? later?.mean_days
  if (mean === undefined || mean === null) throw new Error(`no mean for ${stage}`)
  return {
    from: Date.parse(row.earliest_start),
    until: Date.parse(String(instead?.constructed ?? row.latest_end)),
    mean,
  }
}
