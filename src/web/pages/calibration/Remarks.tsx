import type { CalibrationRow } from '../../../contract/calibration/results.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useGiven } from '../review/use-given.ts'

/** In which direction the levels differ, and what was said: by level, never by whom. */
export function Remarks({ row }: { row: CalibrationRow }) {
  const texts = useTexts({ da, en })
  const word = useGiven()
  const { lowerMilder = 0, lowerStricter = 0 } = row.direction ?? {}
  return (
    <>
      {lowerMilder > 0 && (
        <span className="cell-note">{texts.lowerMilder(lowerMilder, texts.pairWord(lowerMilder))}</span>
      )}
      {lowerStricter > 0 && (
        <span className="cell-note">{texts.lowerStricter(lowerStricter, texts.pairWord(lowerStricter))}</span>
      )}
      {row.remarks.length > 0 && (
        <Disclosure summary={texts.remarks(row.remarks.length)}>
          {row.remarks.map(({ level, given, me, comment, evidence }, index) => (
            // Two may say the same at one level; there is nothing else to tell them apart by, and must not be.
            <p key={index} className={me ? 'calibration-remark mine' : 'calibration-remark'}>
              <strong>
                {texts.remarkBy(level, given === null ? texts.noAnswer : word(row, given, 'inside'))}
              </strong>{' '}
              {comment !== null && <span className="pre-line">{comment}</span>}{' '}
              {evidence !== null && <span className="soft">{texts.evidence(evidence)}</span>}
              {me && <span className="soft"> ({texts.mine})</span>}
            </p>
          ))}
        </Disclosure>
      )}
    </>
  )
}
