import type { ChangeClass } from '../../../core/analysis/analysis.ts'
import { changeWords } from '../../../core/report/class-words.ts'
import { useLocal } from '../../texts/language.tsx'

/** What a change is called: the word begins with an arrow of its own, the weight of the frame doubles it. */
export function ChangeTag({ kind }: { kind: ChangeClass }) {
  const local = useLocal()
  return <span className={`change-tag ${kind}`}>{local(changeWords[kind])}</span>
}
