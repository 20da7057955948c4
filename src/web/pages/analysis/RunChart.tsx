import type { Series } from '../../../contract/analysis/series.ts'
import { fewestForLimits } from '../../../core/run-chart/rounds-needed.ts'
import { formatInteger, formatInterval, formatPercent } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { RoundsPicture } from './RoundsPicture.tsx'
import { ShareCell } from './ShareCell.tsx'

interface RunChartProps {
  readonly series: Series
  /** What is shown, for captions. */
  readonly name: string
  readonly ofQuestion: boolean
  /** Key of the page's round. */
  readonly shown: string
}

type SeriesRound = Series['rounds'][number]

/** What the rounds say in words, the picture, and the table behind it. */
export function RunChart({ series, name, ofQuestion, shown }: RunChartProps) {
  const { chart: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (series.questions.shared === 0) return <p>{texts.sharedNone}</p>
  const signs = series.rounds.filter(({ signs: found }) => found.length > 0)
  const limited = series.limits.state !== 'no-limits'
  const columns: readonly (DataColumn<SeriesRound> & { readonly limitsOnly?: true })[] = [
    {
      key: 'round',
      title: texts.round,
      rowHeader: true,
      render: ({ key, title }) => (
        <>
          {local(title)}
          {key === shown && <span className="cell-note">{texts.thisRound}</span>}
        </>
      ),
    },
    {
      key: 'sample',
      title: ofQuestion ? texts.answers : texts.cases,
      align: 'end',
      render: ({ sample }) => formatInteger(sample, language),
    },
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      render: ({ figure, sample }) => figure && <ShareCell of={figure} sample={sample} />,
    },
    {
      key: 'limits',
      title: texts.limits,
      align: 'end',
      limitsOnly: true,
      render: ({ limits }) => limits && formatInterval([limits.lower, limits.upper], language),
    },
    {
      key: 'sign',
      title: texts.sign,
      limitsOnly: true,
      render: (row) => row.signs.map((sign) => texts.signs[sign]).join(', '),
    },
  ]
  return (
    <>
      <p className="reading-width">{stateWords(series, texts)}</p>
      {limited && (
        <p className="reading-width">
          <strong>
            {signs.length === 0
              ? texts.noSigns
              : texts.someSigns(signs.map(({ title }) => local(title)).join(', '))}
          </strong>
        </p>
      )}
      {series.questions.shared < series.questions.all && (
        <p className="reading-width soft">{texts.shared(series.questions.shared, series.questions.all)}</p>
      )}
      <RoundsPicture series={series} name={name} shown={shown} />
      <Disclosure summary={texts.table}>
        <DataTable
          caption={texts.caption(name)}
          columns={columns.filter(({ limitsOnly }) => limitsOnly !== true || limited)}
          rows={series.rounds}
          rowKey={({ key }) => key}
          stacked
        />
        {series.limits.state !== 'no-limits' && (
          <p className="small soft">
            {texts.legend.centre}: {formatPercent(series.limits.centre, language)}
          </p>
        )}
      </Disclosure>
    </>
  )
}

function stateWords({ limits, counted }: Series, texts: (typeof da)['chart']): string {
  switch (limits.state) {
    case 'no-limits':
      return texts.noLimits(counted, fewestForLimits)
    case 'provisional':
      return texts.provisional(counted)
    case 'frozen':
      return texts.frozen(limits.basis)
    default:
      return limits satisfies never
  }
}
