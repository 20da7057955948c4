import type { ChangeClass } from '../../../core/analysis/analysis.ts'
import { changeWords, compositeChangeWords } from '../../../core/report/class-words.ts'
import { useLocal } from '../../texts/language.tsx'

/** What a change is called: the word begins with an arrow of its own, the weight of the frame doubles it. */
export function ChangeTag({
  kind,
  of = 'answers',
}: {
  readonly kind: ChangeClass
  /** What there are too few of: a composite is tested by its cases. */
  readonly of?: 'answers' | 'cases'
}) {
  const local = useLocal()
  return (
    <span className={`change-tag ${kind}`}>
      {local((of === 'cases' ? compositeChangeWords : changeWords)[kind])}
    </span>
  )
}
