import type { CallOutput } from '../../../contract/client.ts'
import type { moveReviews } from '../../../contract/review/assignment.ts'
import { stayReasons } from '../../../core/review/obstacle.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useTexts } from '../../texts/language.tsx'

/** What came of a move: how many moved, and why the others stayed. */
export function useOutcomeWords(): (outcome: CallOutput<typeof moveReviews>) => string {
  const texts = useTexts({ da, en })
  return ({ moved, stayed }) =>
    [
      ...(moved > 0 ? [texts.moved(moved)] : []),
      ...stayReasons
        .map((why) => ({ why, count: stayed.filter((each) => each.why === why).length }))
        .filter(({ count }) => count > 0)
        .map(({ why, count }) => texts.stayed(count, texts.why[why])),
    ].join(' ')
}
