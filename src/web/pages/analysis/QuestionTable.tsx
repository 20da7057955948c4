import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { useMay } from '../../session.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DotLegend } from '../../ui/DotInterval.tsx'
import { parseSort, printSort, sortRows } from '../../ui/sort.ts'
import { marksOf } from './marks-of.ts'
import { useQuestionColumns } from './question-columns.tsx'

/** More are shown on request: what changed most is what one comes for. */
const shownAtFirst = 10
const defaultSort = 'assessment'

interface QuestionTableProps {
  readonly rows: readonly QuestionRow[]
  readonly results: Results
  readonly stageTitle: (stage: string) => string
  /** As dots with intervals, or the same as figures. */
  readonly view: 'plot' | 'table'
  /** As they stand in the address. */
  readonly sort: string | undefined
  readonly showAll: boolean
  readonly onSort: (sort: string) => void
  readonly onShowAll: () => void
}

export function QuestionTable(props: QuestionTableProps) {
  const { questions: texts } = useTexts({ da, en })
  const language = useLanguage()
  const toFindings = useMay()('finding.read')
  const columns = useQuestionColumns(props)
  const { rows, results, view } = props
  const sort = parseSort(props.sort ?? (results.baseline === null ? undefined : defaultSort))
  const sortBy = columns.find(({ key }) => key === sort?.column)?.sortBy
  const sorted = sort && sortBy ? sortRows(rows, sortBy, sort.direction, language) : rows
  const shown = props.showAll ? sorted : sorted.slice(0, shownAtFirst)
  if (shown.length === 0) return <p>{texts.none}</p>
  return (
    <>
      <p className="soft small">
        {texts.fewNote} {toFindings && texts.findingsNote(results.comparisonLevel.level)}
      </p>
      {view === 'plot' && <DotLegend marks={marksOf(results)} />}
      <DataTable
        caption={texts.caption(shown.length, rows.length)}
        columns={columns}
        rows={shown}
        rowKey={({ question }) => question}
        sort={sort}
        onSort={(next) => props.onSort(printSort(next))}
        stacked
      />
      {shown.length < rows.length && <Button onClick={props.onShowAll}>{texts.showAll(rows.length)}</Button>}
    </>
  )
}
