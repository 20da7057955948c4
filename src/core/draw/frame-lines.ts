import type { CaseStage } from '../registry/case-stage.ts'
import { caseAttribute } from './case-attribute.ts'
import { decidingAttributes } from './deciding-attributes.ts'
import type { DrawRule } from './draw-rule.ts'
import type { Exclusion } from './exclusion.ts'
import { digestLine } from './frame-digest.ts'
import { labelOfParts } from './stratum-label.ts'

/** How a draw's algorithm writes a case that can be taken into the frame digest. */
export function frameLineOf(
  rule: Pick<DrawRule, 'algorithm' | 'selection' | 'eligibility'>,
): (caseStage: CaseStage, stratum: string) => string {
  if (!commitsToAttributes(rule)) return ({ caseId }, stratum) => digestLine(caseId, stratum)
  const names = decidingAttributes(rule.selection, rule.eligibility)
  return (caseStage, stratum) =>
    digestLine(
      caseStage.caseId,
      stratum,
      labelOfParts(names.map((name) => ({ name, value: caseAttribute(caseStage, name) ?? '' }))),
    )
}

/** How many cases of each stratum fell out to each part of the rule, as lines of the digest: no case has an empty id. */
export function exclusionLines(
  rule: Pick<DrawRule, 'algorithm'>,
  strata: readonly { readonly stratum: string; readonly excluded?: readonly Exclusion[] }[],
): readonly string[] {
  if (!commitsToAttributes(rule)) return []
  return strata.flatMap(({ stratum, excluded = [] }) =>
    excluded.map(({ why, count }) =>
      digestLine('', stratum, labelOfParts([{ name: why, value: String(count) }])),
    ),
  )
}

function commitsToAttributes({ algorithm }: Pick<DrawRule, 'algorithm'>): boolean {
  return algorithm === 'hmac-sha256-52-stage-attributes'
}
