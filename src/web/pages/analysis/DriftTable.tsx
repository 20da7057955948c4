import type { DriftRow } from '../../../contract/analysis/evidence.ts'
import { formatInteger, formatPoints } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

interface DriftTableProps {
  readonly rows: readonly DriftRow[]
  readonly comparison: number
  readonly stageTitle: (stage: string) => string
}

/** The change on the highest level's scale beside the comparison level's own, by stage. */
export function DriftTable({ rows, comparison, stageTitle }: DriftTableProps) {
  const { drift: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const reference = rows[0]?.level ?? comparison
  const points = (value: number | null) => (value === null ? '–' : formatPoints(value, language, 1))
  const number = (value: number) => formatInteger(value, language)
  const columns: readonly DataColumn<DriftRow>[] = [
    {
      key: 'stage',
      title: texts.stage,
      rowHeader: true,
      render: ({ stage, reason }) => (
        <>
          {stage === null ? texts.all : stageTitle(stage)}
          {reason !== null && <span className="cell-note">{local(reason)}</span>}
        </>
      ),
    },
    {
      key: 'cases',
      title: texts.casesColumn(reference),
      align: 'end',
      render: ({ cases, baselineCases }) => texts.casesText(number(baselineCases), number(cases)),
    },
    {
      key: 'plain',
      title: texts.plainColumn(comparison),
      align: 'end',
      render: ({ plainChange }) => points(plainChange),
    },
    {
      key: 'corrected',
      title: texts.correctedColumn(reference),
      align: 'end',
      render: ({ change }) => <strong>{points(change)}</strong>,
    },
    {
      key: 'interval',
      title: texts.intervalColumn,
      align: 'end',
      render: ({ interval }) =>
        interval === null ? '–' : texts.points(points(interval[0]), points(interval[1])),
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      columns={columns}
      rows={rows}
      rowKey={({ stage }) => stage ?? ''}
      isTotal={({ stage }) => stage === null}
      stacked
    />
  )
}
