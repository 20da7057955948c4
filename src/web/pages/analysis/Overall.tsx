import type { CompositeRow } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { changeSentences } from '../../../core/report/class-words.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { printShare, printShareInterval } from './share-words.ts'

/** Everything taken together, in words: the figure that a sample of this size can say most about. */
export function Overall({ results }: { results: Results }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const all = results.composites.find(({ stage }) => stage === null)
  if (all === undefined) return null
  const words = (row: Pick<CompositeRow, 'cases' | 'numerator' | 'denominator' | 'share' | 'interval'>) => {
    const interval = printShareInterval(row, row.cases, language)
    return `${printShare(row, row.cases, language)}${interval === null ? '' : ` (${interval})`}`
  }
  const { level, title } = results.comparisonLevel
  return (
    <p className="reading-width">
      {texts.overall(
        words(all),
        all.baseline && words(all.baseline),
        results.sharedRequirements && local(results.sharedRequirements),
      )}{' '}
      {all.change !== null && <strong>{local(changeSentences[all.change.class])}.</strong>}{' '}
      <span className="soft">{texts.measuredAt(level, local(title))}</span>
    </p>
  )
}
