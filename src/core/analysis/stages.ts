import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { StageResult } from './analysis.ts'
import { listScopes, type ReviewedCase } from './reviewed-case.ts'

/**
 * The table of cases: number, mean days from start to end, earliest start, latest end, of the cases reviewed at one
 * level, per stage and in total. Dates come from the frame; without it, or for cases it lacks, they stay unknown.
 */
export function listStageResults(
  programme: Programme,
  reviews: readonly ReviewedCase[],
  level: number,
  frame: ReadonlyMap<string, CaseStage> | null,
): readonly StageResult[] {
  const reviewed = reviews.filter((review) => review.level === level)
  return listScopes(reviewed).flatMap((unit) => {
    const ofUnit = reviewed.filter((review) => unit === null || review.unit === unit)
    const rows = programme.stages.map((stage) => ({
      stage: stage.key,
      cases: ofUnit.filter((review) => review.stage === stage.key),
    }))
    return [...rows.filter((row) => row.cases.length > 0), { stage: null, cases: ofUnit }].map(
      ({ stage, cases }) => ({ stage, level, unit, n: cases.length, ...spanOf(cases, frame) }),
    )
  })
}

/** Key of a case in `indexFrame`'s map. */
export function frameKey(caseId: string, stage: string): string {
  return `${caseId}\t${stage}`
}

export function indexFrame(frame: readonly CaseStage[]): ReadonlyMap<string, CaseStage> {
  return new Map(frame.map((row) => [frameKey(row.caseId, row.stage), row]))
}

/** Whole days between two ISO dates. */
export function daysBetween(started: string, completed: string): number {
  return Math.round((Date.parse(completed) - Date.parse(started)) / 86_400_000)
}

function spanOf(
  reviews: readonly ReviewedCase[],
  frame: ReadonlyMap<string, CaseStage> | null,
): Pick<StageResult, 'meanDays' | 'earliestStart' | 'latestEnd'> {
  let [days, cases] = [0, 0]
  let earliestStart: string | null = null
  let latestEnd: string | null = null
  for (const review of reviews) {
    const row = frame?.get(frameKey(review.caseId, review.stage))
    if (row === undefined) continue
    cases += 1
    days += daysBetween(row.started, row.completed)
    // ISO dates sort as text.
    if (earliestStart === null || row.started < earliestStart) earliestStart = row.started
    if (latestEnd === null || row.completed > latestEnd) latestEnd = row.completed
  }
  return { meanDays: cases === 0 ? null : days / cases, earliestStart, latestEnd }
}
