import type { Draw, DrawnCaseRow } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { formatInteger } from '../../format/numbers.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useKindWords } from './kind-words.ts'
import { nameStrata } from './stratum-words.ts'

interface CasesTableProps {
  readonly cases: readonly DrawnCaseRow[]
  readonly kind: Draw['kind']
  readonly stages: Round['stages']
  /** Absent: nothing can be replaced (any more), or not by this person. */
  readonly onReplace: ((row: DrawnCaseRow) => void) | undefined
  readonly canReplace: (row: DrawnCaseRow) => boolean
}

export function CasesTable({ cases, kind, stages, onReplace, canReplace }: CasesTableProps) {
  const texts = useTexts({ da, en })
  const words = useKindWords(kind)
  // Of all cases none comes before another, and none for another.
  const census = kind === 'census'
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
    ...(census
      ? [{ key: 'unit', title: texts.unit, render: ({ unit }: DrawnCaseRow) => unit }]
      : [
          {
            key: 'group',
            title: texts.group,
            render: (row: DrawnCaseRow) => groupOf(row) || row.unit,
          },
          {
            key: 'order',
            title: texts.order,
            align: 'end' as const,
            render: ({ order }: DrawnCaseRow) => formatInteger(order, language),
          },
          {
            key: 'status',
            title: texts.status,
            render: (row: DrawnCaseRow) => <CaseStatus row={row} inForce={words.inForce} />,
          },
        ]),
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
              row.review !== 'submitted' &&
              canReplace(row) && (
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
      caption={words.casesCaption}
      captionHidden
      columns={columns}
      rows={census ? cases.toSorted((a, b) => byUnit(a, b, language)) : cases}
      rowKey={(row) => `${row.stage} ${row.caseId}`}
      stacked
    />
  )
}

function byUnit(a: DrawnCaseRow, b: DrawnCaseRow, language: string): number {
  return a.unit.localeCompare(b.unit, language) || a.caseId.localeCompare(b.caseId, language)
}

function CaseStatus({ row, inForce }: { row: DrawnCaseRow; inForce: string }) {
  const texts = useTexts({ da, en })
  if (row.status === 'drawn') return inForce
  return (
    <>
      <StatusTag kind="neutral">{texts.replaced}</StatusTag>
      <span className="cell-note">{row.reason}</span>
    </>
  )
}
