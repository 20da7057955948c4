import type { Results } from '../../../contract/analysis/results.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useTexts } from '../../texts/language.tsx'
import { CompositeTable } from './CompositeTable.tsx'

interface StageCompositesProps {
  readonly results: Results
  readonly stageTitle: (stage: string) => string
}

export function StageComposites({ results, stageTitle }: StageCompositesProps) {
  const { composites: texts } = useTexts({ da, en })
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      <CompositeTable
        caption={texts.caption}
        of={texts.stage}
        results={results}
        rows={results.composites.map((row) => ({
          ...row,
          key: row.stage ?? '',
          name: row.stage === null ? texts.all : stageTitle(row.stage),
          total: row.stage === null,
        }))}
      />
    </>
  )
}
