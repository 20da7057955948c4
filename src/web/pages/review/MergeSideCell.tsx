import type { MergeRow, MergeSide } from '../../../contract/review/merge.ts'
import { formatDate } from '../../format/dates.ts'
import { differences as daDifferences } from '../../texts/da/differences.ts'
import { differences as enDifferences } from '../../texts/en/differences.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { useGiven } from './use-given.ts'

/** What one of the two said to a question. */
export function MergeSideCell({ row, side }: { row: MergeRow; side: MergeSide | undefined }) {
  const texts = useTexts({ da, en })
  const words = useTexts({ da: daDifferences, en: enDifferences })
  const language = useLanguage()
  const word = useGiven()
  if (side === undefined || side.given === null)
    return <span className="soft">{row.state === 'follows' ? texts.states.follows : words.notAsked}</span>
  const { given, overrideReason, comment, evidenceReference: reference, evidenceDate: day } = side
  const written = day === null ? null : formatDate(day, language)
  return (
    <>
      <strong>{word(row, given)}</strong>
      {overrideReason !== null && <span className="cell-note">{texts.override(overrideReason)}</span>}
      {comment !== null && <span className="cell-note pre-line">{comment}</span>}
      {reference !== null && <span className="cell-note">{words.evidence(reference, written)}</span>}
      {reference === null && written !== null && (
        <span className="cell-note">{words.evidenceOn(written)}</span>
      )}
    </>
  )
}
