import type { Quota, Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { caseAttribute } from './case-attribute.ts'
import type { FrameCase } from './frame-case.ts'

/** How many cases a stratum's first fitting quota wants; any of its cases can stand for it, since all agree. */
export function wantedIn(selection: Selection, { caseStage, older }: FrameCase, cases: number): number {
  if (selection.kind === 'census') return cases
  const quotas =
    selection.kind === 'newest-first' && older ? (selection.older?.quotas ?? []) : selection.quotas
  const quota = quotas.find((candidate) => fits(candidate, caseStage))
  if (quota === undefined) return 0
  return quota.take === 'all' ? cases : quota.take
}

/** All cases of a stratum agree on what quotas ask about: `drawRule` refuses quotas outside the strata. */
function fits(quota: Quota, caseStage: CaseStage): boolean {
  return Object.entries(quota.where ?? {}).every(([name, value]) => caseAttribute(caseStage, name) === value)
}
