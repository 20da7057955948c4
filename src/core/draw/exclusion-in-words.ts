import type { LocalText } from '../language/language.ts'
import { describeCriterion } from '../programme/describe-selection.ts'
import type { Criterion, Selection } from '../programme/programme.ts'
import { inOrderOfRule, type Exclusion } from './exclusion.ts'

/** Why cases fell out, as a phrase: `for gammel (før 2016-10-01)`, `opfylder ikke: alder: 0-17`. */
export function exclusionWords(
  why: string,
  selection: Selection,
  eligibility: readonly Criterion[],
): LocalText {
  const index = /^eligibility\[(\d+)\]$/u.exec(why)?.[1]
  const criterion = index === undefined ? undefined : eligibility[Number(index)]
  if (criterion !== undefined)
    return {
      da: `opfylder ikke kravet "${describeCriterion(criterion, 'da')}"`,
      en: `does not meet "${describeCriterion(criterion, 'en')}"`,
    }
  if (selection.kind === 'newest-first') return periodWords(why, selection)
  if (selection.kind === 'risk-weighted' && why === 'selection.risk')
    return { da: `har 0 i "${selection.risk}"`, en: `has 0 in "${selection.risk}"` }
  return { da: why, en: why }
}

/** The same reasons over all strata, in the order of the rule. */
export function sumExclusions(
  strata: readonly { readonly excluded?: readonly Exclusion[] }[],
): readonly Exclusion[] {
  const sums = new Map<string, number>()
  for (const { excluded = [] } of strata)
    for (const { why, count } of excluded) sums.set(why, (sums.get(why) ?? 0) + count)
  return inOrderOfRule([...sums].map(([why, count]) => ({ why, count })))
}

function periodWords(
  why: string,
  { before, onOrAfter, onePer }: Extract<Selection, { readonly kind: 'newest-first' }>,
): LocalText {
  if (why === 'selection.before')
    return { da: `for ny (${before} eller senere)`, en: `too new (${before} or later)` }
  if (why === 'selection.onOrAfter' && onOrAfter !== undefined)
    return { da: `for gammel (før ${onOrAfter})`, en: `too old (before ${onOrAfter})` }
  if (why === 'selection.onePer' && onePer !== undefined)
    return {
      da: `en anden sag med samme "${onePer.attribute}" går forud`,
      en: `another case with the same "${onePer.attribute}" goes before it`,
    }
  return { da: why, en: why }
}
