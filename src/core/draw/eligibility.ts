import type { Checked, Place, Problem } from '../language/problem.ts'
import type { Criterion } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { parseWrittenDay } from '../tabular/written-date.ts'
import { parseWrittenNumber } from '../tabular/written-number.ts'
import { caseAttribute } from './case-attribute.ts'

/** Enough to see what is wrong with a column. */
const shownProblems = 50

/** What to tell of many rows' problems: a column that is not there is one problem, not one for each row. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const absent = problems.filter(({ code }) => code === 'frame-lacks-column')
  if (absent.length === 0) return problems.slice(0, shownProblems)
  return [...new Map(absent.map((problem) => [problem.at?.column, problem])).values()]
}

/**
 * The finished case stages that meet every criterion. A blank cell meets no criterion but `isNot`; a cell that should
 * be a number or a date and is not is a problem, because leaving the case out in silence would change the sample.
 */
export function selectEligible(
  frame: readonly CaseStage[],
  criteria: readonly Criterion[],
): Checked<readonly CaseStage[]> {
  const finished = frame.filter((caseStage) => caseStage.completed !== '')
  if (criteria.length === 0) return { ok: true, value: finished }
  const problems: Problem[] = []
  const eligible = finished.filter((caseStage) => {
    const unmet = findUnmet(caseStage, criteria)
    if (typeof unmet === 'object') problems.push(unmet)
    return unmet === undefined
  })
  return problems.length === 0
    ? { ok: true, value: eligible }
    : { ok: false, problems: firstProblems(problems) }
}

/** Place of the first criterion that a case stage does not meet; undefined: it meets all. */
export function findUnmet(
  caseStage: CaseStage,
  criteria: readonly Criterion[],
): number | undefined | Problem {
  for (const [index, criterion] of criteria.entries()) {
    const met = meets(caseStage, criterion)
    if (met !== true) return met === false ? index : met
  }
  return undefined
}

function meets(caseStage: CaseStage, criterion: Criterion): boolean | Problem {
  const value = caseAttribute(caseStage, criterion.attribute)
  if (value === undefined) return missingColumn(criterion.attribute)
  if ('is' in criterion) return criterion.is.includes(value)
  if ('isNot' in criterion) return !criterion.isNot.includes(value)
  if (value === '') return false
  if ('onOrAfter' in criterion || 'before' in criterion) {
    const day = parseWrittenDay(value)
    if (day === undefined) return malformed(caseStage, criterion.attribute, value)
    return day >= (criterion.onOrAfter ?? '') && (criterion.before === undefined || day < criterion.before)
  }
  if ('atLeast' in criterion || 'atMost' in criterion) {
    const number = parseWrittenNumber(value)
    if (number === undefined) return malformed(caseStage, criterion.attribute, value)
    return number >= (criterion.atLeast ?? -Infinity) && number <= (criterion.atMost ?? Infinity)
  }
  return true
}

export function missingColumn(name: string): Problem {
  return {
    code: 'frame-lacks-column',
    text: {
      da: `Programmet bruger kolonnen ${name}, men den findes ikke i filen. Tilføj kolonnen, eller ret programmet.`,
      en: `The programme uses the column ${name}, but the file has none. Add the column or correct the programme.`,
    },
    at: { column: name },
  }
}

export function placeOf({ line }: CaseStage, column: string): Place {
  return { ...(line === undefined ? {} : { line }), column }
}

function malformed(caseStage: CaseStage, column: string, value: string): Problem {
  return {
    code: 'criterion-not-comparable',
    text: {
      da: `"${value}" kan ikke sammenlignes med programmets krav til ${column} (tal eller dato ventes).`,
      en: `"${value}" cannot be compared with what the programme requires of ${column} (a number or date is expected).`,
    },
    at: placeOf(caseStage, column),
  }
}
