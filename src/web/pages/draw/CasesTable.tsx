import type { DrawnCaseRow } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { formatInteger } from '../../format/numbers.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { nameStrata } from './stratum-words.ts'

interface CasesTableProps {
  readonly cases: readonly DrawnCaseRow[]
  readonly stages: Round['stages']
  /** Absent: nothing can be replaced (any more), or not by this person. */
  readonly onReplace: ((row: DrawnCaseRow) => void) | undefined
}

export function CasesTable({ cases, stages, onReplace }: CasesTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const stageOf = (key: string) => {
    const stage = stages.find((candidate) => candidate.key === key)
    return stage === undefined ? key : local(stage.title)
  }
  const groupOf = (row: DrawnCaseRow) => {
    const [named] = nameStrata([{ stratum: row.stratum, eligible: 0, wanted: 0, drawn: 0 }], stages, language)
    return [named?.unit, named?.restWithoutStage]
      .filter((part) => part !== undefined && part !== '')
      .join(', ')
  }
  const columns: readonly DataColumn<DrawnCaseRow>[] = [
    { key: 'case', title: texts.case, rowHeader: true, render: ({ caseId }) => caseId },
    { key: 'stage', title: texts.stage, render: ({ stage }) => stageOf(stage) },
    { key: 'group', title: texts.group, render: (row) => groupOf(row) || row.unit },
    { key: 'order', title: texts.order, align: 'end', render: ({ order }) => formatInteger(order, language) },
    { key: 'status', title: texts.status, render: (row) => <CaseStatus row={row} /> },
    {
      key: 'review',
      title: texts.review,
      render: ({ review }) => (review === null ? <span className="soft">–</span> : texts.reviews[review]),
    },
    ...(onReplace === undefined
      ? []
      : [
          {
            key: 'action',
            title: texts.action,
            render: (row: DrawnCaseRow) =>
              row.status === 'drawn' &&
              row.review !== 'submitted' && (
                <Button
                  variant="tertiary"
                  className="in-table"
                  aria-label={texts.replaceCase(row.caseId)}
                  onClick={() => onReplace(row)}
                >
                  {texts.replace}
                </Button>
              ),
          },
        ]),
  ]
  return (
    <DataTable
      caption={texts.casesCaption}
      captionHidden
      columns={columns}
      rows={cases}
      rowKey={(row) => `${row.stage} ${row.caseId}`}
      stacked
    />
  )
}

function CaseStatus({ row }: { row: DrawnCaseRow }) {
  const texts = useTexts({ da, en })
  if (row.status === 'drawn') return texts.inForce
  return (
    <>
      <StatusTag kind="neutral">{texts.replaced}</StatusTag>
      <span className="cell-note">{row.reason}</span>
    </>
  )
}
