import { bandLabels } from '../../../../core/caseflow/flow/compose-week-tables.ts'
import { daysLeftBands, type DaysLeftBand } from '../../../../core/caseflow/flow/week-report.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import { bandOf, type CasesOf, type ShownWeek } from './shown-week.ts'

type Row = DaysLeftBand | 'cannot-tell'

const rows: readonly Row[] = [...daysLeftBands, 'cannot-tell']

/** Cases under way by how long is left: what is overdue first. */
export function RunningSection({ report, casesOf }: { report: ShownWeek; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { figures, municipality, unit, isOver } = report
  const number = (value: number) => formatInteger(value, language)
  const titleOf = (row: Row) => (row === 'cannot-tell' ? texts.runningCannotTell : local(bandLabels[row]))
  const columns: readonly DataColumn<Row>[] = [
    { key: 'left', title: texts.left, rowHeader: true, render: titleOf },
    {
      key: 'cases',
      title: texts.cases,
      align: 'end',
      render: (row) =>
        row !== 'cannot-tell' && (
          <FigureLink
            count={bandOf(figures, row).cases}
            to={casesOf(row)}
            of={`${texts.cases}: ${titleOf(row)}`}
            overdue={row === 'overdue'}
          />
        ),
    },
    {
      key: 'deadlines',
      title: texts.deadlines,
      align: 'end',
      render: (row) =>
        row === 'cannot-tell' ? (
          <FigureLink
            count={figures.runningCannotTell}
            to={casesOf('running-cannot-tell')}
            of={titleOf(row)}
          />
        ) : (
          number(bandOf(figures, row).deadlines)
        ),
    },
    ...(unit === null
      ? []
      : [
          {
            key: 'municipality',
            title: `${texts.wholeMunicipality}, ${texts.cases.toLocaleLowerCase('da')}`,
            align: 'end' as const,
            render: (row: Row) => (row === 'cannot-tell' ? '' : number(bandOf(municipality, row).cases)),
          },
        ]),
  ]
  return (
    <section aria-labelledby="running-heading">
      <h2 id="running-heading">{texts.running}</h2>
      <p className="reading-width">{texts.runningBody(isOver)}</p>
      <DataTable
        caption={texts.runningCaption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row}
      />
    </section>
  )
}
