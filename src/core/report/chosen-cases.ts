import { chosenCasesWords } from '../analysis/generalises.ts'
import { note } from './cells.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report.ts'

/** Says that a date chose the cases and what follows; nothing where every level's figures can speak for all. */
export function chosenCasesNote({ analysis }: Pick<ReportContext, 'analysis'>): readonly Block[] {
  const words = chosenCasesWords(analysis.levels)
  return words === null ? [] : [note(words.da, words.en)]
}
