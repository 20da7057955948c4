import type { MonthCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import type { MonthFigures } from '../../../../core/caseflow/flow/month-report.ts'
import { paths } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import { ShareOf } from '../flow/ShareOf.tsx'
import { casesOfReport, casesOfUnit, type CasesOf, type ShownMonth } from './shown-month.ts'

interface Row {
  readonly key: string
  readonly name: string
  /** Null: no unit is named, or the row is the municipality's. */
  readonly unit: { readonly id: string } | null
  readonly figures: MonthFigures
  readonly casesOf: CasesOf
}

const total = 'total'

/** The same month in each unit the person may see, by name: nobody is ranked. */
export function MonthUnits({ report }: { report: ShownMonth }) {
  const texts = useTexts({ da, en })
  const { month, units, municipality, allUnits, named } = report
  const titles = texts.monthUnitColumns
  const rows: readonly Row[] = [
    ...units.map(({ unit, figures }) => ({
      key: unit?.id ?? 'none',
      name: unit?.name ?? texts.noUnit,
      unit,
      figures,
      casesOf: casesOfUnit(report, unit),
    })),
    {
      key: total,
      name: texts.wholeMunicipality,
      unit: null,
      figures: municipality,
      casesOf: casesOfReport(report),
    },
  ]
  const count = (
    figure: MonthCaseFigure,
    title: string,
    of: (figures: MonthFigures) => number,
    overdue = false,
  ): DataColumn<Row> => ({
    key: figure,
    title,
    align: 'end',
    render: ({ figures, casesOf, name }) => (
      <FigureLink count={of(figures)} to={casesOf(figure)} of={`${title}, ${name}`} overdue={overdue} />
    ),
  })
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'unit',
      title: titles.unit,
      rowHeader: true,
      render: ({ name, unit }) =>
        unit === null ? name : <Link to={paths.flowMonth(month, { unit: unit.id })}>{name}</Link>,
    },
    ...(named.measures
      ? [
          count('measures-running', titles.measures, ({ measures }) => measures.running),
          count('measures-started', titles.started, ({ measures }) => measures.started),
          count('measures-ended', titles.ended, ({ measures }) => measures.ended),
        ]
      : []),
    ...(named.placements
      ? [
          count('placements-running', titles.placements, ({ placements }) => placements.running),
          count('plans-overdue', titles.plansOverdue, ({ plans }) => plans.overdue, true),
        ]
      : []),
    ...(municipality.followUps === null
      ? []
      : [
          {
            key: 'follow-ups',
            title: titles.followUps,
            align: 'end' as const,
            render: ({ figures, casesOf, name }: Row) => (
              <ShareOf
                share={figures.followUps?.due.share ?? null}
                to={casesOf('follow-ups-met')}
                what={`${titles.followUps}, ${name}`}
              />
            ),
          },
          count('follow-ups-open', titles.followUpsOpen, ({ followUps }) => followUps?.due.open ?? 0, true),
        ]),
  ]
  return (
    <section aria-labelledby="units-heading">
      <h2 id="units-heading">{allUnits ? texts.units : texts.unitsOwn}</h2>
      <DataTable
        caption={texts.unitsCaption}
        captionHidden
        stacked
        compact
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        isTotal={({ key }) => key === total}
      />
      <p className="small soft">{texts.unitsNote}</p>
    </section>
  )
}
