import type { MonthCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import type { MonthFigures } from '../../../../core/caseflow/flow/month-report.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import type { CasesOf, ShownMonth } from './shown-month.ts'

interface Row {
  readonly figure: MonthCaseFigure
  readonly title: string
  readonly of: (figures: MonthFigures) => number
  /** Part of the row above it. */
  readonly part: boolean
}

/** How many live away from home, and whether each of them has a plan. */
export function PlacementsSection({ report, casesOf }: { report: ShownMonth; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { figures, municipality, unit, isOver } = report
  const titles = texts.placementRows
  const rows: readonly Row[] = [
    {
      figure: 'placements-running',
      title: titles.running[isOver ? 'over' : 'now'],
      of: ({ placements }) => placements.running,
      part: false,
    },
    { figure: 'plans-made', title: titles.made, of: ({ plans }) => plans.made, part: true },
    { figure: 'plans-awaited', title: titles.awaited, of: ({ plans }) => plans.awaited, part: true },
    { figure: 'plans-overdue', title: titles.overdue, of: ({ plans }) => plans.overdue, part: true },
    { figure: 'plans-none', title: titles.none, of: ({ plans }) => plans.none, part: true },
    {
      figure: 'placements-started',
      title: titles.started,
      of: ({ placements }) => placements.started,
      part: false,
    },
    {
      figure: 'placements-ended',
      title: titles.ended,
      of: ({ placements }) => placements.ended,
      part: false,
    },
  ]
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'what',
      title: texts.figure,
      rowHeader: true,
      render: ({ title, part }) => <span className={part ? 'part-row' : undefined}>{title}</span>,
    },
    {
      key: 'number',
      title: texts.number,
      align: 'end',
      render: ({ figure, title, of }) => (
        <FigureLink
          count={of(figures)}
          to={casesOf(figure)}
          of={title}
          overdue={figure === 'plans-overdue'}
        />
      ),
    },
    ...(unit === null
      ? []
      : [
          {
            key: 'municipality',
            title: texts.wholeMunicipality,
            align: 'end' as const,
            render: ({ of }: Row) => formatInteger(of(municipality), language),
          },
        ]),
  ]
  return (
    <section aria-labelledby="placements-heading">
      <h2 id="placements-heading">{texts.placements}</h2>
      <DataTable
        caption={texts.placementsCaption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ figure }) => figure}
      />
    </section>
  )
}
