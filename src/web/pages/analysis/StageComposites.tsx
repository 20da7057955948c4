import type { Results } from '../../../contract/analysis/results.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useTexts } from '../../texts/language.tsx'
import { CompositeTable } from './CompositeTable.tsx'
import { FindingsLink } from './FindingsLink.tsx'

interface StageCompositesProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

export function StageComposites({ results, stage, stageTitle }: StageCompositesProps) {
  const { composites: texts } = useTexts({ da, en })
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      <CompositeTable
        caption={texts.caption}
        of={texts.stage}
        results={results}
        rows={results.composites
          .filter((row) => stage === undefined || row.stage === stage)
          .map((row) => ({
            ...row,
            key: row.stage ?? '',
            name:
              row.stage === null ? (
                texts.all
              ) : (
                <>
                  {stageTitle(row.stage)}
                  <FindingsLink
                    of={{ round: results.round.key, unit: results.unit?.id, stage: row.stage }}
                    place={stageTitle(row.stage)}
                  />
                </>
              ),
            total: row.stage === null,
          }))}
      />
    </>
  )
}
