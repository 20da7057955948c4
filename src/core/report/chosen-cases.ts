import { chosenCasesWords } from '../analysis/generalises.ts'
import { unprovenBaselineWords, unprovenDrawWords } from '../analysis/unproven-draw.ts'
import { note } from './cells.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report.ts'

/** Says that intervals presuppose a lot, or changes the baseline's, that no draw file shows; nothing where the draws are at hand. */
export function unprovenDrawNote({ analysis }: Pick<ReportContext, 'analysis'>): readonly Block[] {
  return [unprovenDrawWords(analysis.levels), unprovenBaselineWords(analysis.levels)].flatMap((words) =>
    words === null ? [] : [note(words.da, words.en)],
  )
}

/** Says that a date chose the cases and what follows; nothing where every level's figures can speak for all. */
export function chosenCasesNote({ analysis }: Pick<ReportContext, 'analysis'>): readonly Block[] {
  const words = chosenCasesWords(analysis.levels)
  return words === null ? [] : [note(words.da, words.en)]
}
