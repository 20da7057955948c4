import type { Checked, Problem } from '../language/problem.ts'
import type { Quota } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { compareAsBytes } from './byte-order.ts'
import { caseAttribute } from './case-attribute.ts'
import { caseKeys } from './case-key.ts'
import type { DrawableSelection } from './draw-file.ts'
import type { DrawRule } from './draw-rule.ts'
import { missingColumn, selectEligible } from './eligibility.ts'
import { digestLine, frameDigest } from './frame-digest.ts'
import { stratumLabel } from './stratum-label.ts'

const casesBetweenProgress = 20_000

export interface OrderedCase {
  readonly caseStage: CaseStage
  readonly key: number
}

/** One stratum of the frozen frame with all its cases in the order they would be drawn; the rest is the reserve. */
export interface OrderedStratum {
  readonly stratum: string
  readonly wanted: number
  readonly cases: readonly OrderedCase[]
}

export interface OrderedFrame {
  readonly frameDigest: string
  /** By label, as bytes. */
  readonly strata: readonly OrderedStratum[]
}

/** Freezes the frame of a draw and puts every stratum's cases in order. The rows' order in the file plays no part. */
export function orderStrata(
  frame: readonly CaseStage[],
  rule: DrawRule,
  seed: Uint8Array,
  onProgress?: OnProgress,
): Checked<OrderedFrame> {
  const base = rule.from === null ? { ok: true as const, value: frame } : restrict(frame, rule.from.cases)
  if (!base.ok) return base
  const eligible = selectEligible(base.value, rule.eligibility)
  if (!eligible.ok) return eligible
  const [first] = eligible.value
  if (first === undefined) return { ok: false, problems: [nothingEligible] }
  const names = strataNames(rule.selection)
  const absent = names.filter((name) => caseAttribute(first, name) === undefined)
  if (absent.length > 0) return { ok: false, problems: absent.map(missingColumn) }

  const keyOf = caseKeys(seed, rule.phase)
  const groups = new Map<string, OrderedCase[]>()
  const lines: string[] = []
  for (const caseStage of eligible.value) {
    const label = stratumLabel(caseStage, names)
    if (lines.length % casesBetweenProgress === 0) onProgress?.(lines.length / eligible.value.length)
    lines.push(digestLine(caseStage.caseId, label))
    const ordered = { caseStage, key: keyOf(caseStage.caseId) }
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [ordered])
    else group.push(ordered)
  }
  const strata = [...groups].map(([stratum, cases]) => ({
    stratum,
    wanted: wantedIn(cases, rule.selection),
    cases: cases.sort(byKey),
  }))
  strata.sort((a, b) => compareAsBytes(a.stratum, b.stratum))
  return { ok: true, value: { frameDigest: frameDigest(lines), strata } }
}

/** Equal keys are next to impossible between cases; one case with two stages in a stratum has them. */
function byKey(a: OrderedCase, b: OrderedCase): number {
  return (
    a.key - b.key ||
    compareAsBytes(a.caseStage.caseId, b.caseStage.caseId) ||
    compareAsBytes(a.caseStage.stage, b.caseStage.stage)
  )
}

function strataNames(selection: DrawableSelection): readonly string[] {
  return selection.kind === 'census' ? [] : selection.strata
}

function wantedIn(cases: readonly OrderedCase[], selection: DrawableSelection): number {
  const [first] = cases
  if (selection.kind === 'census' || first === undefined) return cases.length
  const quota = selection.quotas.find((candidate) => fits(candidate, first.caseStage))
  if (quota === undefined) return 0
  return quota.take === 'all' ? cases.length : quota.take
}

/** All cases of a stratum agree on what quotas ask about: `drawRule` refuses quotas outside the strata. */
function fits(quota: Quota, caseStage: CaseStage): boolean {
  return Object.entries(quota.where ?? {}).every(([name, value]) => caseAttribute(caseStage, name) === value)
}

/** The frame's rows of the level below's cases. A case that the frame lacks means another frame. */
function restrict(
  frame: readonly CaseStage[],
  below: readonly { readonly caseId: string; readonly stage: string }[],
): Checked<readonly CaseStage[]> {
  const wanted = new Map<string, Set<string>>()
  for (const { caseId, stage } of below) {
    const stages = wanted.get(caseId)
    if (stages === undefined) wanted.set(caseId, new Set([stage]))
    else stages.add(stage)
  }
  const found = frame.filter(({ caseId, stage }) => wanted.get(caseId)?.has(stage) === true)
  for (const { caseId, stage } of found) wanted.get(caseId)?.delete(stage)
  const missing = [...wanted].flatMap(([caseId, stages]) => [...stages].map((stage) => ({ caseId, stage })))
  if (missing.length === 0) return { ok: true, value: found }
  return { ok: false, problems: missing.slice(0, 50).map(notInFrame) }
}

function notInFrame({ caseId, stage }: { caseId: string; stage: string }): Problem {
  return {
    code: 'case-not-in-frame',
    text: {
      da: `Sag ${caseId} (${stage}) er trukket på niveauet under, men findes ikke blandt de afsluttede sagstrin. Brug den samme fil som dengang.`,
      en: `Case ${caseId} (${stage}) was drawn at the level below but is not among the finished case stages. Use the same file as then.`,
    },
  }
}

const nothingEligible: Problem = {
  code: 'no-eligible-cases',
  text: {
    da: 'Der er ingen afsluttede sagstrin, som opfylder programmets krav. Kontrollér filen og kravene til, hvad der kan trækkes.',
    en: 'No finished case stages meet the programme’s criteria. Check the file and what the programme lets be drawn.',
  },
}
