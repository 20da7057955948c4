import type { Analysis, CompositeResult } from './analysis.ts'
import { conclusionOf } from './conclusion.ts'
import { summarise } from './summary.ts'

/** What of an analysis one page shows: the comparison level, and one unit or (null) the whole municipality. */
export type ResultsSlice = Pick<
  Analysis,
  'questions' | 'composites' | 'themes' | 'stages' | 'levelComparisons' | 'agreement' | 'summary'
> & {
  readonly conclusion: ReturnType<typeof conclusionOf>
}

/**
 * Agreement is the municipality's in every slice: a single unit's common cases are too few. The conclusion and the
 * counts of classes are of the slice's own questions.
 */
export function sliceResults(analysis: Analysis, unit: string | null): ResultsSlice {
  const { comparisonLevel } = analysis
  const here = (row: { readonly unit: string | null; readonly level: number }) =>
    row.unit === unit && row.level === comparisonLevel
  const questions = analysis.questions.filter(here)
  // Rows of one scope are counted alike, whichever scope it is.
  const summary = summarise(
    questions.map((row) => ({ ...row, unit: null })),
    comparisonLevel,
  )
  return {
    questions,
    composites: analysis.composites.filter(here),
    themes: analysis.themes.filter(here),
    stages: analysis.stages.filter(here),
    levelComparisons: analysis.levelComparisons.filter((row) => row.unit === unit),
    agreement: analysis.agreement.filter(({ question }) => question === null),
    summary,
    conclusion: conclusionOf({ ...analysis, summary }),
  }
}

/** Each unit over all stages, by name. */
export function listUnitComposites(
  analysis: Analysis,
): readonly (CompositeResult & { readonly unit: string })[] {
  return analysis.composites.flatMap((row) =>
    row.unit !== null && row.stage === null && row.level === analysis.comparisonLevel
      ? [{ ...row, unit: row.unit }]
      : [],
  )
}
