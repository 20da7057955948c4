import type { LocalText } from '../language/language.ts'
import type { Analysis } from './analysis.ts'

/**
 * What can and cannot be concluded from the single questions, in one sentence. Null when the round is compared with
 * none.
 */
export function conclusionOf(analysis: Analysis): LocalText | null {
  if (analysis.baselineRound === null) return null
  const { compared, classes, expectedFalseSignals } = analysis.summary
  const signals = classes['signal-up'] + classes['signal-down']
  const chance = Math.round(expectedFalseSignals)
  const steady = classes['all-compliant-both']
  const few = classes['too-few']
  return {
    da: sentence([
      `${compared} spørgsmål sammenlignet: ${classes.improved} er blevet bedre`,
      `${classes.declined} er blevet dårligere`,
      `${signals} bør følges${signals === 0 ? '' : ` (op til ${chance} kan ventes ved rene tilfældigheder)`}`,
      `${classes['no-clear-change']} viser ingen klar ændring`,
      ...(steady === 0 ? [] : [`${steady} er overholdt i alle sager begge gange`]),
      ...(few === 0 ? [] : [`${few} har for få sager til at sige noget`]),
    ]),
    en: sentence([
      `${compared} questions compared: ${classes.improved} improved`,
      `${classes.declined} declined`,
      `${signals} to watch${signals === 0 ? '' : ` (of which up to ${chance} would be expected by chance)`}`,
      `${classes['no-clear-change']} no clear change`,
      ...(steady === 0 ? [] : [`${steady} compliant in every case both times`]),
      ...(few === 0 ? [] : [`${few} too few to say`]),
    ]),
  }
}

function sentence(parts: readonly string[]): string {
  return `${parts.join(', ')}.`
}
