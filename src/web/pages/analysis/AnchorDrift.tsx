import type { DriftRow } from '../../../contract/analysis/evidence.ts'
import { anchorMeaning } from '../../../core/analysis/anchor-meaning.ts'
import { formatInteger, formatPoints } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

interface AnchorDriftProps {
  readonly rows: readonly DriftRow[]
  /** The level that change is measured at. */
  readonly comparison: number
}

/** The same old files seen again, per level; or what is missing. */
export function AnchorDrift({ rows, comparison }: AnchorDriftProps) {
  const { drift: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const points = (value: number) => formatPoints(value, language, 1)
  const number = (value: number) => formatInteger(value, language)
  return (
    <div>
      <h3>{texts.anchors}</h3>
      <p className="reading-width">{texts.anchorsIntro}</p>
      {rows.length === 0 ? (
        <p className="reading-width">{texts.anchorsMissing}</p>
      ) : (
        <>
          <ul>
            {rows.map(({ level, usable, change, interval, cases, sameReviewer, reason }) => (
              <li key={level}>
                {usable && change !== null ? (
                  <>
                    <strong>
                      {texts.anchorChange(
                        level,
                        points(change),
                        interval && texts.points(points(interval[0]), points(interval[1])),
                      )}
                    </strong>{' '}
                    {texts.anchorCases(number(cases))} {local(anchorMeaning({ level, interval }, comparison))}{' '}
                    {sameReviewer > 0 && texts.anchorSame(number(sameReviewer))}
                  </>
                ) : (
                  reason && local(reason)
                )}
              </li>
            ))}
          </ul>
          <p className="soft small">{texts.anchorReading}</p>
        </>
      )}
    </div>
  )
}
