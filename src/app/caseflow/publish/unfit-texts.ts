import type { Problem } from '../../../core/language/problem.ts'
import { isUnfit, listTexts, unfitCharacters } from '../../../core/programme/unfit-characters.ts'
import { holdsCpr } from '../../../core/registry/hide-cpr.ts'
import { cprInRules } from './candidate-problems.ts'

/**
 * Texts of a file of rules that may not stand there, by line: YAML can write any character as an escape and fold a number
 * over two lines, so that the file's own lines do not show it. Of rules whose shape is right.
 */
export function findUnfitTexts(source: string, file: string): readonly Problem[] {
  return listTexts(source, file).flatMap((written) => {
    if (isUnfit(written.text)) return [unfitCharacters(written, file)]
    return holdsCpr(written.text) ? [cprInRules(file, written.line)] : []
  })
}
