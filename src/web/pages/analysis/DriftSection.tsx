import type { DriftRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatPoints } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { AnchorDrift } from './AnchorDrift.tsx'
import { DriftTable } from './DriftTable.tsx'
import { WholeOnly } from './WholeOnly.tsx'
import { driftVerdict } from './drift-verdict.ts'

interface DriftSectionProps {
  readonly results: Results
  readonly stageTitle: (stage: string) => string
}

/** Whether those who review have changed rather than the casework. The two kinds of evidence stand apart. */
export function DriftSection({ results, stageTitle }: DriftSectionProps) {
  const texts = useTexts({ da, en })
  if (results.unit !== null) return <WholeOnly results={results} />
  const corrected = results.drift.filter(({ kind }) => kind === 'expert-corrected')
  const anchors = results.drift.filter(({ kind }) => kind === 'anchors')
  const overall = corrected.find(({ stage }) => stage === null)
  const comparison = results.comparisonLevel.level
  return (
    <>
      <p className="reading-width">{texts.drift.intro(comparison)}</p>
      <div className="two-columns">
        <div>
          <h3>{overall ? texts.drift.corrected(overall.level) : texts.drift.notNow}</h3>
          {overall && <Corrected row={overall} results={results} />}
        </div>
        <AnchorDrift rows={anchors} comparison={comparison} />
      </div>
      {corrected.some(({ usable }) => usable) && (
        <DriftTable rows={corrected} comparison={comparison} stageTitle={stageTitle} />
      )}
      <Disclosure summary={texts.method}>
        <p className="reading-width">{texts.drift.methodBody}</p>
      </Disclosure>
    </>
  )
}

function Corrected({ row, results }: { row: DriftRow; results: Results }) {
  const { drift: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { level } = results.comparisonLevel
  const points = (value: number) => formatPoints(value, language, 1)
  if (!row.usable || row.change === null)
    return (
      <p className="reading-width">
        {texts.notNow} {row.reason && local(row.reason)}
      </p>
    )
  const plain = results.composites.find(({ stage }) => stage === null)?.change ?? null
  const verdict = driftVerdict(row, plain?.class ?? null)
  return (
    <>
      <p className="reading-width">
        <strong>
          {texts.headline(
            row.level,
            points(row.change),
            row.interval === null ? '–' : texts.points(points(row.interval[0]), points(row.interval[1])),
          )}
        </strong>{' '}
        {texts.verdict[verdict.casework]}
      </p>
      {results.estimateScope !== null && <p className="reading-width">{local(results.estimateScope)}</p>}
      {row.plainChange !== null && (
        <p className="reading-width">
          {texts.plain(level, points(row.plainChange))}{' '}
          {verdict.contradicts && texts.verdict.contradicts(level)}
        </p>
      )}
    </>
  )
}
