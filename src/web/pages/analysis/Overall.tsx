import type { CompositeRow } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { changeSentences } from '../../../core/report/class-words.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { printShare, printShareInterval } from './share-words.ts'

/** Everything taken together, in words: the figure that a sample of this size can say most about. */
interface OverallProps {
  readonly results: Results
  /** Of one stage alone; else of all. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

export function Overall({ results, stage: chosen, stageTitle }: OverallProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const all = results.composites.find(({ stage }) => stage === (chosen ?? null))
  if (all === undefined) return null
  const words = (row: Pick<CompositeRow, 'cases' | 'numerator' | 'denominator' | 'share' | 'interval'>) => {
    const interval = printShareInterval(row, row.cases, language)
    return `${printShare(row, row.cases, language)}${interval === null ? '' : ` (${interval})`}`
  }
  const { level, title } = results.comparisonLevel
  return (
    <p className="reading-width">
      {chosen !== undefined && <strong>{texts.ofStage(stageTitle(chosen))} </strong>}
      {texts.overall(
        words(all),
        all.baseline && words(all.baseline),
        results.sharedRequirements &&
          (chosen === undefined ? local(results.sharedRequirements) : texts.sharedOfStage),
      )}{' '}
      {all.change !== null && <strong>{local(changeSentences[all.change.class])}.</strong>}{' '}
      <span className="soft">{texts.measuredAt(level, local(title))}</span>
    </p>
  )
}
