import type { Checked } from '../language/problem.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { compareAsBytes } from './byte-order.ts'
import { caseKeys, stageOfCase, type KeyOf } from './case-key.ts'
import type { DrawRule } from './draw-rule.ts'
import { eliminationOrder } from './elimination-order.ts'
import { countExclusions, type Exclusion } from './exclusion.ts'
import { frameDigest } from './frame-digest.ts'
import { exclusionLines, frameLineOf } from './frame-lines.ts'
import type { FrameCase } from './frame-case.ts'
import { listFrameCases, nothingEligible } from './frame-cases.ts'
import { byNewest } from './newest-first.ts'
import { wantedIn } from './quota.ts'

const casesBetweenProgress = 20_000

export interface OrderedCase {
  readonly caseStage: CaseStage
  readonly key: number
  /** Above 0; `risk-weighted` only. */
  readonly risk?: number
}

/** One stratum of the frozen frame with all its cases in the order they would be drawn; the rest is the reserve. */
export interface OrderedStratum {
  readonly stratum: string
  readonly wanted: number
  readonly cases: readonly OrderedCase[]
  /** What fell out, for selections that tell. */
  readonly excluded?: readonly Exclusion[]
}

export interface OrderedFrame {
  readonly frameDigest: string
  /** By label, as bytes. */
  readonly strata: readonly OrderedStratum[]
}

export interface OrderOptions {
  readonly onProgress?: OnProgress
  /**
   * What the file or the server says fell out. It stands in for what a frame of those cases that could be taken cannot tell:
   * the digest is made of these counts too.
   */
  readonly stated?: readonly StatedStratum[]
}

export interface StatedStratum {
  readonly stratum: string
  readonly excluded?: readonly Exclusion[]
}

/** Freezes the frame of a draw and puts every stratum's cases in order. The rows' order in the file plays no part. */
export function orderStrata(
  frame: readonly CaseStage[],
  rule: DrawRule,
  seed: Uint8Array,
  { onProgress, stated = [] }: OrderOptions = {},
): Checked<OrderedFrame> {
  const { selection } = rule
  const keyOf = caseKeys(seed, rule.phase)
  const found = listFrameCases(frame, rule, keyOf)
  if (!found.ok) return found
  const tells = selection.kind === 'newest-first' || selection.kind === 'risk-weighted'
  const groups = new Map<string, { first: FrameCase; cases: OrderedCase[]; out: string[] }>()
  const lineOf = frameLineOf(rule)
  const lines: string[] = []
  for (const each of found.value) {
    const { caseStage, stratum, why, risk } = each
    let group = groups.get(stratum)
    if (group === undefined) groups.set(stratum, (group = { first: each, cases: [], out: [] }))
    if (why !== undefined) {
      group.out.push(why)
      continue
    }
    if (lines.length % casesBetweenProgress === 0) onProgress?.(lines.length / found.value.length)
    lines.push(lineOf(caseStage, stratum))
    const key = keyOf(caseStage.caseId)
    group.cases.push(risk === undefined ? { caseStage, key } : { caseStage, key, risk })
  }
  if (lines.length === 0) return { ok: false, problems: [nothingEligible] }
  const strata = [...groups].map(([stratum, { first, cases, out }]): OrderedStratum => ({
    stratum,
    wanted: wantedIn(selection, first, cases.length),
    cases: inOrder(rule.algorithm === 'hmac-sha256-52' ? cases : withStageKeys(cases, keyOf), selection.kind),
    ...(tells && { excluded: countExclusions(out) }),
  }))
  strata.sort((a, b) => compareAsBytes(a.stratum, b.stratum))
  const nothingOut = strata.every(({ excluded = [] }) => excluded.length === 0)
  lines.push(...exclusionLines(rule, nothingOut ? stated : strata))
  return { ok: true, value: { frameDigest: frameDigest(lines), strata } }
}

/**
 * Stages of one case in one stratum would stand side by side in the order of one shared key, and the first of a pair be
 * drawn too often: each gets a key of its own. Every other case keeps the key of its id.
 */
function withStageKeys(cases: OrderedCase[], keyOf: KeyOf): OrderedCase[] {
  const seen = new Set<string>()
  const several = new Set<string>()
  for (const { caseStage } of cases) (seen.has(caseStage.caseId) ? several : seen).add(caseStage.caseId)
  if (several.size === 0) return cases
  return cases.map((each) =>
    several.has(each.caseStage.caseId) ? { ...each, key: keyOf(stageOfCase(each.caseStage)) } : each,
  )
}

function inOrder(cases: OrderedCase[], kind: DrawRule['selection']['kind']): readonly OrderedCase[] {
  if (kind === 'newest-first') return cases.sort(byNewest)
  if (kind !== 'risk-weighted') return cases.sort(byKey)
  return eliminationOrder(
    cases.map(({ caseStage, key, risk = 0 }) => ({
      caseStage,
      caseId: caseStage.caseId,
      stage: caseStage.stage,
      key,
      risk,
    })),
  )
}

/** Equal keys are next to impossible; only draws by the older algorithm have them, in stages of one case. */
function byKey(a: OrderedCase, b: OrderedCase): number {
  return (
    a.key - b.key ||
    compareAsBytes(a.caseStage.caseId, b.caseStage.caseId) ||
    compareAsBytes(a.caseStage.stage, b.caseStage.stage)
  )
}
