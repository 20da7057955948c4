import type { Checked, Problem } from '../language/problem.ts'
import type { Criterion, Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { parseWrittenDay } from '../tabular/written-date.ts'
import { parseWrittenNumber } from '../tabular/written-number.ts'
import { compareAsBytes } from './byte-order.ts'
import { caseAttribute } from './case-attribute.ts'
import { findUnmet, firstProblems, missingColumn, placeOf } from './eligibility.ts'
import type { FrameCase } from './frame-case.ts'
import { wantedIn } from './quota.ts'
import { labelOfParts, stratumLabel, wholeFrame } from './stratum-label.ts'

export type NewestFirst = Extract<Selection, { readonly kind: 'newest-first' }>

/**
 * Every finished case stage with its stratum, and what keeps it out: first the period, then the criteria in their order,
 * at last `onePer`. With `older`, cases from before its day form strata of their own, and only there can they be taken.
 */
export function selectNewestFirst(
  frame: readonly CaseStage[],
  selection: NewestFirst,
  criteria: readonly Criterion[],
  keyOf: (caseId: string) => number,
): Checked<readonly FrameCase[]> {
  const problems: Problem[] = []
  const cases = frame.flatMap((caseStage): FrameCase[] => {
    if (caseStage.completed === '') return []
    const older = selection.older !== undefined && caseStage.completed < selection.older.before
    const stratum = labelIn(selection, caseStage, older)
    const outside = older ? undefined : outsidePeriod(selection, caseStage.completed)
    if (outside !== undefined) return [{ caseStage, stratum, older, why: outside }]
    const unmet = findUnmet(caseStage, criteria)
    if (typeof unmet === 'object') problems.push(unmet)
    return [{ caseStage, stratum, older, ...(typeof unmet === 'number' && { why: `eligibility[${unmet}]` }) }]
  })
  if (problems.length > 0) return { ok: false, problems: firstProblems(problems) }
  return selection.onePer === undefined
    ? { ok: true, value: cases }
    : keepOnePer(cases, selection, selection.onePer, keyOf)
}

/** Newest first; of those completed on one day the smallest key. */
export function byNewest(
  a: { readonly caseStage: CaseStage; readonly key: number },
  b: { readonly caseStage: CaseStage; readonly key: number },
): number {
  return (
    compareAsBytes(b.caseStage.completed, a.caseStage.completed) ||
    a.key - b.key ||
    compareAsBytes(a.caseStage.caseId, b.caseStage.caseId) ||
    compareAsBytes(a.caseStage.stage, b.caseStage.stage)
  )
}

/** `unit=Nord; before=2016-10-01`: older cases are told apart by the day they are from before. */
function labelIn({ strata, older }: NewestFirst, caseStage: CaseStage, isOlder: boolean): string {
  const label = stratumLabel(caseStage, strata)
  if (!isOlder || older === undefined) return label
  const part = labelOfParts([{ name: 'before', value: older.before }])
  return label === wholeFrame ? part : `${label}; ${part}`
}

function outsidePeriod({ before, onOrAfter }: NewestFirst, completed: string): string | undefined {
  if (completed >= before) return 'selection.before'
  return onOrAfter !== undefined && completed < onOrAfter ? 'selection.onOrAfter' : undefined
}

/**
 * Of cases that share the attribute the one with the highest or lowest value stays; among equals the newest. A blank
 * attribute is shared with nobody, and a case that no quota wants stands in nobody's way.
 */
function keepOnePer(
  cases: readonly FrameCase[],
  selection: NewestFirst,
  { attribute, keep, by }: NonNullable<NewestFirst['onePer']>,
  keyOf: (caseId: string) => number,
): Checked<readonly FrameCase[]> {
  const [first] = cases
  if (first === undefined) return { ok: true, value: cases }
  const absent = [attribute, by].filter((name) => caseAttribute(first.caseStage, name) === undefined)
  if (absent.length > 0) return { ok: false, problems: absent.map(missingColumn) }
  const problems: Problem[] = []
  const out = new Set<FrameCase>()
  const groups = Map.groupBy(
    cases.filter((each) => each.why === undefined && wantedIn(selection, each, 1) > 0),
    ({ caseStage }) => caseAttribute(caseStage, attribute) ?? '',
  )
  for (const [shared, group] of groups) {
    if (shared === '' || group.length === 1) continue
    const ranked = group.map((each) => {
      const value = orderedValue(caseAttribute(each.caseStage, by) ?? '')
      if (value === undefined) problems.push(notOrdered(each.caseStage, by))
      return { each, caseStage: each.caseStage, key: keyOf(each.caseStage.caseId), value: value ?? 0 }
    })
    ranked.sort((a, b) => (keep === 'highest' ? b.value - a.value : a.value - b.value) || byNewest(a, b))
    for (const { each } of ranked.slice(1)) out.add(each)
  }
  if (problems.length > 0) return { ok: false, problems: firstProblems(problems) }
  return {
    ok: true,
    value: cases.map((each) => (out.has(each) ? { ...each, why: 'selection.onePer' } : each)),
  }
}

/** A number, or a day as its number: an age and a day of birth can both be compared. */
function orderedValue(written: string): number | undefined {
  const day = parseWrittenDay(written)
  return day === undefined ? parseWrittenNumber(written) : Date.parse(day)
}

function notOrdered(caseStage: CaseStage, column: string): Problem {
  const { caseId } = caseStage
  return {
    code: 'one-per-not-comparable',
    text: {
      da: `Sag ${caseId} skal sammenlignes med andre sager på ${column}, men cellen har hverken et tal eller en dato.`,
      en: `Case ${caseId} must be compared with other cases by ${column}, but the cell holds neither a number nor a date.`,
    },
    at: placeOf(caseStage, column),
  }
}
