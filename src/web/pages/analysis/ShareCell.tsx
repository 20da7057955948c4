import type { ProportionAnswer } from '../../../contract/analysis/figures.ts'
import { useLanguage } from '../../texts/language.tsx'
import { printShare, printShareInterval } from './share-words.ts'

/** A share with its interval below it; `sample` decides whether there is a per cent at all. */
export function ShareCell({ of, sample }: { of: ProportionAnswer; sample: number }) {
  const language = useLanguage()
  const interval = printShareInterval(of, sample, language)
  return (
    <span className="share-cell">
      {printShare(of, sample, language)}
      {interval !== null && <span className="cell-note">{interval}</span>}
    </span>
  )
}
