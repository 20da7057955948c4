import type { Checked } from '../language/problem.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import type { DrawFile, DrawnCase, DrawnStratum } from './draw-file.ts'
import { drawRule, type DrawPlan, type DrawRule } from './draw-rule.ts'
import { orderStrata } from './order-strata.ts'
import { listFirst } from './list-first.ts'
import { seedDigest } from './seed.ts'

/**
 * Draws one level: in each stratum the first of its order, as many as the quota wants or as there are
 * (statistics.md 9). The same frame, plan and seed give the same draw, whatever order the frame is in.
 */
export function drawSample(frame: readonly CaseStage[], plan: DrawPlan, seed: Uint8Array): Checked<DrawFile> {
  const rule = drawRule(plan)
  return rule.ok ? drawByRule(frame, rule.value, seed) : rule
}

/** The same for a rule taken from a draw file. */
export function drawByRule(
  frame: readonly CaseStage[],
  rule: DrawRule,
  seed: Uint8Array,
  onProgress?: OnProgress,
): Checked<DrawFile> {
  const ordered = orderStrata(frame, rule, seed, { ...(onProgress && { onProgress }) })
  if (!ordered.ok) return ordered
  const strata: DrawnStratum[] = []
  const cases: DrawnCase[] = []
  for (const stratum of ordered.value.strata) {
    const drawn = listFirst(stratum, Math.min(stratum.wanted, stratum.cases.length))
    strata.push({
      stratum: stratum.stratum,
      eligible: stratum.cases.length,
      wanted: stratum.wanted,
      drawn: drawn.length,
      ...(stratum.excluded && { excluded: stratum.excluded }),
    })
    cases.push(...drawn)
  }
  return {
    ok: true,
    value: {
      algorithm: rule.algorithm,
      programme: rule.programme,
      programmeVersion: rule.programmeVersion,
      round: rule.round,
      level: rule.level,
      phase: rule.phase,
      frameDigest: ordered.value.frameDigest,
      seedDigest: seedDigest(seed),
      selection: rule.selection,
      eligibility: rule.eligibility,
      from: rule.from,
      strata,
      cases,
    },
  }
}
