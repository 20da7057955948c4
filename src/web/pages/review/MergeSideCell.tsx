import type { MergeRow, MergeSide } from '../../../contract/review/merge.ts'
import { AnswerSide } from './AnswerSide.tsx'
import { GivenAnswer } from './GivenAnswer.tsx'

/** What one of the two said to a question, or what follows from their answers. */
export function MergeSideCell({ row, side }: { row: MergeRow; side: MergeSide | undefined }) {
  const said = side !== undefined && (side.answer ?? side.value ?? side.derivedValue) !== null ? side : null
  return <AnswerSide side={said}>{said !== null && <GivenAnswer question={row} given={said} />}</AnswerSide>
}
