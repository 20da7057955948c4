import type { GoalOption } from '../../../contract/learning/goal.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'
import { goalProspect } from '../../../core/learning/goal-prospect.ts'
import { printedMove } from '../../../core/learning/goal-without-change.ts'
import { formatInteger, formatPercent } from '../../format/numbers.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

interface GoalProspectWordsProps {
  readonly option: GoalOption
  /** Null: none is written yet. */
  readonly target: number | null
}

/** Whether the next sample can tell at all, said while the goal is being written. */
export function GoalProspectWords({ option, target }: GoalProspectWordsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { figure, withoutChange, worth } = option
  return (
    <section aria-labelledby="goal-prospect" aria-live="polite" className="goal-prospect">
      <h2 id="goal-prospect">{texts.prospect}</h2>
      <p className="reading-width">{texts.expected(formatInteger(figure.sample, language))}</p>
      {worth === null ? (
        <p className="reading-width">{texts.census}</p>
      ) : (
        target !== null && <p className="reading-width">{prospectWords(target, worth)}</p>
      )}
      {withoutChange !== null && printedMove(figure, withoutChange) !== 0 && (
        <p className="reading-width">{texts.luckShort(formatPercent(withoutChange, language))}</p>
      )}
    </section>
  )

  function prospectWords(wanted: number, answers: number): string {
    const { sureToMeet, sureToMiss } = goalProspect(wanted, answers)
    if (figure.sample < fewestForPercent) return texts.never
    const percent = (share: number) => formatPercent(share, language)
    if (sureToMeet === null) return sureToMiss === null ? texts.never : texts.neverMet(percent(sureToMiss))
    return sureToMiss === null
      ? texts.onlyMeet(percent(sureToMeet))
      : texts.canTell(percent(sureToMeet), percent(sureToMiss))
  }
}
