import type { CalibrationRow } from '../../../contract/calibration/results.ts'
import { formatDate } from '../../format/dates.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { useGiven } from '../review/use-given.ts'
import { PairsBar } from './PairsBar.tsx'
import { Remarks } from './Remarks.tsx'

interface ResultsTableProps {
  readonly caption: string
  readonly rows: readonly CalibrationRow[]
  /** Undefined for those who do not lead. */
  readonly onConclude: ((row: CalibrationRow) => void) | undefined
}

/** Question by question: how many pairs agree, what each level said, and what the meeting agreed. */
export function ResultsTable({ caption, rows, onConclude }: ResultsTableProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const word = useGiven()
  const columns: readonly DataColumn<CalibrationRow>[] = [
    {
      key: 'question',
      title: texts.questionColumn,
      rowHeader: true,
      render: (row) => (
        <>
          <span className="question-number numeric">{row.number}</span> {local(row.text)}
          <Remarks row={row} />
        </>
      ),
    },
    {
      key: 'agreement',
      title: texts.agreement,
      render: ({ pairs, agreeing }) =>
        pairs === 0 ? (
          <span className="soft">{texts.notCounted}</span>
        ) : (
          <>
            <span className="numeric">{texts.pairsOf(agreeing, pairs)}</span>
            <PairsBar pairs={pairs} agreeing={agreeing} />
          </>
        ),
    },
    {
      key: 'levels',
      title: texts.byLevel,
      className: 'levels-cell',
      render: (row) => (
        <div>
          {row.levels.map(({ level, counts }) => (
            <span key={level} className="cell-note">
              {texts.levelAnswers(
                level,
                counts.map(({ given, count }) => `${word(row, given, 'inside')} ${count}`).join(' · '),
              )}
            </span>
          ))}
        </div>
      ),
    },
    {
      key: 'own',
      title: texts.own,
      render: (row) =>
        row.own === null ? <span className="soft">{texts.notAnswered}</span> : word(row, row.own),
    },
    {
      key: 'agreed',
      title: texts.agreed,
      render: (row) => <Agreed row={row} onConclude={onConclude} />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacked
      columns={rows.some(({ own }) => own !== null) ? columns : columns.filter(({ key }) => key !== 'own')}
      rows={rows}
      rowKey={({ question }) => question}
    />
  )
}

function Agreed({ row, onConclude }: { row: CalibrationRow } & Pick<ResultsTableProps, 'onConclude'>) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const word = useGiven()
  const { conclusion } = row
  return (
    <>
      {conclusion === null || conclusion.given === null ? (
        <span className="soft">{texts.agreedNone}</span>
      ) : (
        <strong>{word(row, conclusion.given)}</strong>
      )}
      {conclusion !== null && (
        <>
          {conclusion.reason !== null && <span className="cell-note pre-line">{conclusion.reason}</span>}
          {conclusion.guidance !== null && (
            <span className="cell-note pre-line">
              <strong>{texts.guidance}:</strong> {conclusion.guidance}
            </span>
          )}
          {conclusion.by !== null && (
            <span className="cell-note soft">
              {texts.writtenBy(conclusion.by, formatDate(conclusion.at.slice(0, 10), language))}
            </span>
          )}
          {row.earlier > 0 && <span className="cell-note soft">{texts.earlier(row.earlier)}</span>}
        </>
      )}
      {onConclude !== undefined && (
        <div className="button-row tight">
          <Button
            variant="tertiary"
            aria-label={texts.concludeNamed(row.number)}
            onClick={() => onConclude(row)}
          >
            {texts.conclude}
          </Button>
        </div>
      )}
    </>
  )
}
