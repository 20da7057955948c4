import { isMuchMissing, listMissingReviews, missingReviewsWords } from '../analysis/missing-reviews.ts'
import { note } from './cells.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report.ts'

/** Says which levels' drawn cases are not all reviewed: `much` those with more than a tenth missing, or the others. */
export function missingReviewsNotes(context: ReportContext, much: boolean): readonly Block[] {
  const { analysis, figures, withholding, audience } = context
  return listMissingReviews(analysis)
    .filter((row) => isMuchMissing(row) === much)
    .map((row) => {
      const { round, level, drawn, reviewed } = row
      const query = `draws[round=${round},level=${level}]`
      const path = ['draw', round, `level-${level}`] as const
      // A few missing cases would be told apart as surely as a few reviewed ones.
      const hidden =
        audience === 'public' &&
        (withholding.totalCases || [drawn, reviewed, drawn - reviewed].some((n) => withholding.cases(n)))
      const printed = hidden
        ? null
        : {
            reviewed: `{${figures.count([...path, 'reviewed'], reviewed, `${query}.reviewed`)}}`,
            drawn: `{${figures.count([...path, 'drawn'], drawn, `${query}.drawn`)}}`,
          }
      const words = missingReviewsWords(row, analysis.baselineRound, printed)
      return note(words.da, words.en)
    })
}
