import type { Checked, Problem } from '../language/problem.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { caseAttribute } from './case-attribute.ts'
import type { DrawRule } from './draw-rule.ts'
import { missingColumn, selectEligible } from './eligibility.ts'
import type { FrameCase } from './frame-case.ts'
import { selectNewestFirst } from './newest-first.ts'
import { selectByRisk } from './risk-weighted.ts'
import { stratumLabel } from './stratum-label.ts'

/** The finished case stages that a rule asks about, each in its stratum; those that cannot be drawn say why. */
export function listFrameCases(
  frame: readonly CaseStage[],
  { selection, eligibility, from }: DrawRule,
  keyOf: (caseId: string) => number,
): Checked<readonly FrameCase[]> {
  const base = from === null ? { ok: true as const, value: frame } : restrict(frame, from.cases)
  if (!base.ok) return base
  const names = selection.kind === 'census' ? [] : selection.strata
  // Newest-first puts what fell out into strata too, so that they can be counted there.
  const tells = selection.kind === 'newest-first'
  const eligible = tells ? base : selectEligible(base.value, eligibility)
  if (!eligible.ok) return eligible
  const absent = absentColumns(eligible.value, names)
  if (absent.length > 0) return { ok: false, problems: absent.map(missingColumn) }
  if (selection.kind === 'newest-first') return selectNewestFirst(base.value, selection, eligibility, keyOf)
  if (selection.kind === 'risk-weighted') return selectByRisk(eligible.value, selection)
  return {
    ok: true,
    value: eligible.value.map((caseStage) => ({
      caseStage,
      stratum: stratumLabel(caseStage, names),
      older: false,
    })),
  }
}

function absentColumns([first]: readonly CaseStage[], names: readonly string[]): readonly string[] {
  return first === undefined ? [] : names.filter((name) => caseAttribute(first, name) === undefined)
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

export const nothingEligible: Problem = {
  code: 'no-eligible-cases',
  text: {
    da: 'Der er ingen afsluttede sagstrin, som opfylder programmets krav. Kontrollér filen og kravene til, hvad der kan trækkes.',
    en: 'No finished case stages meet the programme’s criteria. Check the file and what the programme lets be drawn.',
  },
}
