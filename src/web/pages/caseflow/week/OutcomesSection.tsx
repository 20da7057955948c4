import { fewestForPercent } from '../../../../core/report/print-figure.ts'
import { formatInteger, formatInterval, formatPercent } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import type { CasesOf, ShownWeek } from './shown-week.ts'
import { useWeekWords } from './use-week-words.ts'

const outcomes = ['assessed', 'joined', 'settled', 'undecided'] as const
type Outcome = (typeof outcomes)[number]

/** What became of what came in in the week; the undecided are never left out of what is said of the share. */
export function OutcomesSection({ report, casesOf }: { report: ShownWeek; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { figures, municipality, unit } = report
  const said = useWeekWords(report.words)
  const titles = { ...said.outcomeRows, undecided: texts.undecided }
  const columns: readonly DataColumn<Outcome>[] = [
    { key: 'outcome', title: texts.figure, rowHeader: true, render: (one) => titles[one] },
    {
      key: 'number',
      title: texts.number,
      align: 'end',
      render: (one) => <FigureLink count={figures.outcomes[one]} to={casesOf(one)} of={titles[one]} />,
    },
    ...(unit === null
      ? []
      : [
          {
            key: 'municipality',
            title: texts.wholeMunicipality,
            align: 'end' as const,
            render: (one: Outcome) => formatInteger(municipality.outcomes[one], language),
          },
        ]),
  ]
  return (
    <section aria-labelledby="outcomes-heading">
      <h2 id="outcomes-heading">{said.outcomes}</h2>
      <OutcomeWords report={report} />
      {figures.received.total > 0 && (
        <DataTable
          caption={said.outcomesCaption}
          captionHidden
          columns={columns}
          rows={outcomes}
          rowKey={(one) => one}
        />
      )}
    </section>
  )
}

function OutcomeWords({ report: { figures, words } }: { report: ShownWeek }) {
  const texts = useTexts({ da, en })
  const said = useWeekWords(words)
  const language = useLanguage()
  const { share, undecided, atLeast, atMost } = figures.outcomes
  if (figures.received.total === 0) return <p>{said.outcomeEmpty}</p>
  if (share === null) return <p>{said.outcomeNone}</p>
  const percent = (value: number) => formatPercent(value, language)
  return (
    <p className="reading-width">
      {said.outcomeShare(
        share.count,
        share.of,
        share.of < fewestForPercent
          ? ''
          : ` (${percent(share.share)}, 95 %: ${formatInterval([share.lower, share.upper], language)})`,
      )}
      {undecided > 0 &&
        atLeast !== null &&
        atMost !== null &&
        ` ${texts.outcomeRange(undecided, percent(atLeast), percent(atMost))}`}
    </p>
  )
}
