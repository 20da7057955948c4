import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import { classicalWords } from '../../../core/report/class-words.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { parseSort, printSort, sortRows } from '../../ui/sort.ts'
import { ChangeTag } from './ChangeTag.tsx'
import { QuestionMethod } from './QuestionMethod.tsx'
import { ShareCell } from './ShareCell.tsx'
import { changeOrder } from './question-order.ts'
import { printChange } from './share-words.ts'

/** More are shown on request: what changed most is what one comes for. */
const shownAtFirst = 25
const defaultSort = 'assessment'

interface QuestionTableProps {
  readonly rows: readonly QuestionRow[]
  readonly stageTitle: (stage: string) => string
  readonly compared: boolean
  /** As they stand in the address. */
  readonly sort: string | undefined
  readonly showAll: boolean
  readonly onSort: (sort: string) => void
  readonly onShowAll: () => void
}

export function QuestionTable(props: QuestionTableProps) {
  const { questions: texts } = useTexts({ da, en })
  const language = useLanguage()
  const columns = useColumns(props)
  const sort = parseSort(props.sort ?? (props.compared ? defaultSort : undefined))
  const sortBy = columns.find(({ key }) => key === sort?.column)?.sortBy
  const sorted = sort && sortBy ? sortRows(props.rows, sortBy, sort.direction, language) : props.rows
  const shown = props.showAll ? sorted : sorted.slice(0, shownAtFirst)
  if (shown.length === 0) return <p>{texts.none}</p>
  return (
    <>
      <p className="soft small">{texts.fewNote}</p>
      <DataTable
        caption={texts.caption(shown.length, props.rows.length)}
        columns={columns}
        rows={shown}
        rowKey={({ question }) => question}
        sort={sort}
        onSort={(next) => props.onSort(printSort(next))}
        stacked
      />
      {shown.length < props.rows.length && (
        <Button onClick={props.onShowAll}>{texts.showAll(props.rows.length)}</Button>
      )}
    </>
  )
}

function useColumns({ stageTitle, compared }: QuestionTableProps): readonly DataColumn<QuestionRow>[] {
  const { questions: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  const read = (row: QuestionRow, value: number) => (row.showsCompliance ? number(value) : '')
  const always: readonly DataColumn<QuestionRow>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      sortBy: ({ question }) => question,
      render: (row) => (
        <div className="question-cell">
          <span className="cell-note">{texts.place(stageTitle(row.stage), row.number)}</span>
          {local(row.text)}
          {!row.showsCompliance && (
            <span className="cell-note">{texts.alarm(number(row.yes), number(row.no))}</span>
          )}
          {row.showsCompliance && <QuestionMethod row={row} />}
        </div>
      ),
    },
    {
      key: 'compliant',
      title: texts.compliant,
      align: 'end',
      render: (row) => read(row, row.numerator),
    },
    {
      key: 'not',
      title: texts.notCompliant,
      align: 'end',
      sortBy: (row) => (row.showsCompliance ? row.denominator - row.numerator : null),
      render: (row) => read(row, row.denominator - row.numerator),
    },
    {
      key: 'na',
      title: texts.notApplicable,
      align: 'end',
      sortBy: ({ notApplicable }) => notApplicable,
      render: ({ notApplicable }) => number(notApplicable),
    },
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      sortBy: ({ share }) => share,
      render: (row) => row.showsCompliance && <ShareCell of={row} sample={row.denominator} />,
    },
  ]
  return compared ? [...always, ...comparing(texts, language, local)] : always
}

function comparing(
  texts: (typeof da)['questions'],
  language: ReturnType<typeof useLanguage>,
  local: ReturnType<typeof useLocal>,
): readonly DataColumn<QuestionRow>[] {
  return [
    {
      key: 'baseline',
      title: texts.baseline,
      align: 'end',
      sortBy: ({ baseline }) => baseline?.share ?? null,
      render: ({ baseline, showsCompliance }) =>
        showsCompliance && baseline && <ShareCell of={baseline} sample={baseline.denominator} />,
    },
    {
      key: 'change',
      title: texts.change,
      align: 'end',
      className: 'narrow',
      sortBy: ({ change }) => change?.difference ?? null,
      render: ({ change, denominator, baseline }) =>
        change && printChange(change.difference, Math.min(denominator, baseline?.denominator ?? 0), language),
    },
    {
      key: 'assessment',
      title: texts.assessment,
      sortBy: changeOrder,
      render: ({ change }) =>
        change === null ? (
          <span className="soft">{texts.notCompared}</span>
        ) : (
          <ChangeTag kind={change.class} />
        ),
    },
    {
      key: 'classical',
      title: texts.classical,
      render: ({ change }) => change && local(classicalWords[change.classicalClass]),
    },
  ]
}
