import type { Results } from '../../../contract/analysis/results.ts'
import { useFilters } from '../../ui/filters.ts'
import { QuestionTable } from './QuestionTable.tsx'
import { ViewChoice } from './ViewChoice.tsx'

interface QuestionsSectionProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** The single questions as the address wants them: which, in what order, as dots or as figures. */
export function QuestionsSection({ results, stage, stageTitle }: QuestionsSectionProps) {
  const [filters, setFilters] = useFilters(['questions', 'sort', 'show', 'view'])
  const view = filters.view === 'table' ? 'table' : 'plot'
  const rows = results.questions.filter(
    (row) =>
      (stage === undefined || row.stage === stage) && (filters.questions !== 'baseline' || row.inBaselineSet),
  )
  return (
    <>
      <ViewChoice
        view={view}
        onChange={(next) => setFilters({ view: next === 'table' ? next : undefined })}
      />
      <QuestionTable
        rows={rows}
        results={results}
        stageTitle={stageTitle}
        view={view}
        sort={filters.sort}
        showAll={filters.show === 'all'}
        onSort={(sort) => setFilters({ sort })}
        onShowAll={() => setFilters({ show: 'all' })}
      />
    </>
  )
}
