import type { MeasureUse } from '../../../../core/caseflow/flow/month-report.ts'
import type { MonthCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import { formatDecimal, formatInteger } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import type { CasesOf, ShownMonth } from './shown-month.ts'

interface Row extends MeasureUse {
  /** All types together. */
  readonly isTotal: boolean
}

/** Which measures are used, and how that moves. */
export function MeasuresSection({ report, casesOf }: { report: ShownMonth; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const { figures, isOver } = report
  const titles = texts.measureColumns
  const rows: readonly Row[] = [
    ...figures.byType.map((use) => ({ ...use, isTotal: false })),
    { ...figures.measures, type: '', isTotal: true },
  ]
  const nameOf = ({ type, isTotal }: Row) => (isTotal ? texts.allTypes : type || texts.noType)
  const municipality = useMunicipalityColumn(report)
  const usual = useUsualColumn(report)
  const count = (
    figure: MonthCaseFigure,
    title: string,
    of: (use: MeasureUse) => number,
  ): DataColumn<Row> => ({
    key: figure,
    title,
    align: 'end',
    render: (row) => (
      <FigureLink
        count={of(row)}
        // A type without a name cannot be asked for alone.
        to={row.isTotal ? casesOf(figure) : row.type === '' ? null : casesOf(figure, row.type)}
        of={`${title}: ${nameOf(row)}`}
      />
    ),
  })
  return (
    <section aria-labelledby="measures-heading">
      <h2 id="measures-heading">{texts.measures}</h2>
      {figures.byType.length === 0 ? (
        <p>{texts.noMeasures}</p>
      ) : (
        <DataTable
          caption={texts.measuresCaption}
          captionHidden
          stacked
          compact
          columns={[
            { key: 'type', title: titles.type, rowHeader: true, render: nameOf },
            count('measures-running', titles.running[isOver ? 'over' : 'now'], ({ running }) => running),
            usual,
            count('measures-started', titles.started, ({ started }) => started),
            count('measures-ended', titles.ended, ({ ended }) => ended),
            ...municipality,
          ]}
          rows={rows}
          rowKey={({ type, isTotal }) => (isTotal ? 'total' : `type ${type}`)}
          isTotal={({ isTotal }) => isTotal}
        />
      )}
      {figures.withoutStart > 0 && (
        <p className="small">
          {texts.withoutStart(figures.withoutStart)} <WithoutStart to={casesOf('without-start')} />
        </p>
      )}
    </section>
  )
}

function WithoutStart({ to }: { to: ReturnType<CasesOf> }) {
  const texts = useTexts({ da, en })
  return to !== null && <Link to={to}>{texts.withoutStartLink}</Link>
}

/** Beside a unit the whole municipality's running measures of the type. */
function useMunicipalityColumn({ unit, municipality }: ShownMonth): readonly DataColumn<Row>[] {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (unit === null) return []
  return [
    {
      key: 'municipality',
      title: texts.wholeMunicipality,
      align: 'end',
      render: ({ type, isTotal }) => {
        const use = isTotal ? municipality.measures : municipality.byType.find((one) => one.type === type)
        return formatInteger(use?.running ?? 0, language)
      },
    },
  ]
}

/** The median of the months that are over, of the type's own series. */
function useUsualColumn({ series }: ShownMonth): DataColumn<Row> {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return {
    key: 'usual',
    title: texts.measureColumns.usual,
    align: 'end',
    render: ({ type, isTotal }) => {
      const of = series.find((one) =>
        isTotal ? one.key === 'measures-running' : one.key === 'measures-running-of-type' && one.of === type,
      )
      const median = of?.median ?? null
      if (median === null) return '–'
      return Number.isInteger(median) ? formatInteger(median, language) : formatDecimal(median, language)
    },
  }
}
