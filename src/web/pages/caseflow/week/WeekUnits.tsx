import type { WeekFigures } from '../../../../core/caseflow/flow/week-report.ts'
import type { WeekCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import { ShareOf } from '../flow/ShareOf.tsx'
import {
  bandOf,
  earlyOf,
  casesOfReport,
  casesOfUnit,
  soonOf,
  type CasesOf,
  type ShownWeek,
} from './shown-week.ts'
import { useWeekWords } from './use-week-words.ts'

interface Row {
  readonly key: string
  readonly name: string
  /** Null: no unit is named, or the row is the municipality's. */
  readonly unit: { readonly id: string } | null
  readonly figures: WeekFigures
  readonly casesOf: CasesOf
}

const total = 'total'

/** The same week in each unit the person may see, by name: nobody is ranked. */
export function WeekUnits({ report }: { report: ShownWeek }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { week, units, municipality, allUnits } = report
  const titles = texts.unitColumns
  const said = useWeekWords(report.words)
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
    figure: WeekCaseFigure,
    title: string,
    of: (figures: WeekFigures) => number,
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
        unit === null ? name : <Link to={paths.flowWeek(week, { unit: unit.id })}>{name}</Link>,
    },
    count('received', titles.received, ({ received }) => received.total),
    ...(municipality.prompt === null
      ? []
      : [
          {
            key: 'in-time',
            title: said.promptedInTime,
            align: 'end' as const,
            render: ({ figures, casesOf, name }: Row) => (
              <ShareOf
                share={figures.prompt?.share ?? null}
                // A number leads to as many cases as it says.
                to={earlyOf(figures) > 0 ? null : casesOf('prompt-met')}
                what={`${said.promptedInTime}, ${name}`}
              />
            ),
          },
          count('prompt-late', titles.late, ({ prompt }) => prompt?.late ?? 0),
        ]),
    count('undecided', titles.undecided, ({ outcomes }) => outcomes.undecided),
    count('assessments-opened', said.rows.opened, ({ opened }) => opened),
    count('overdue', titles.overdue, (figures) => bandOf(figures, 'overdue').cases, true),
    {
      key: 'soon',
      title: titles.soon,
      align: 'end',
      render: ({ figures }) => formatInteger(soonOf(figures), language),
    },
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
