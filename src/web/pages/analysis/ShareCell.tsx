import type { ProportionAnswer } from '../../../contract/analysis/figures.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { useCountsShown } from './counts-shown.ts'
import { printShare, printShareInterval } from './share-words.ts'

interface ShareCellProps {
  readonly of: Omit<ProportionAnswer, 'method'>
  /** Decides whether there is a per cent at all. */
  readonly sample: number
}

/** A share with its interval below it, and the counts behind it where they are asked for. */
export function ShareCell({ of, sample }: ShareCellProps) {
  const { counts: texts } = useTexts({ da, en })
  const language = useLanguage()
  const counts = useCountsShown()
  const interval = printShareInterval(of, sample, language)
  const number = (value: number) => formatInteger(value, language)
  return (
    <span className="share-cell">
      {printShare(of, sample, language)}
      {interval !== null && <span className="cell-note">{interval}</span>}
      {counts && (
        <span className="cell-note counts">
          {texts.of(number(of.numerator), number(of.denominator))}
          <br />
          {texts.notApplicable(number(of.notApplicable))}
        </span>
      )}
    </span>
  )
}
