import type { CalibrationSummary } from '../../../contract/calibration/calibrations.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { PairsBar } from './PairsBar.tsx'

type Opened = CalibrationSummary & {
  readonly openedAt: string
  readonly agreement: NonNullable<CalibrationSummary['agreement']>
}

/** Agreement of the opened calibrations, the oldest first; nothing where there are fewer than two. */
export function AgreementSeries({ calibrations }: { calibrations: readonly CalibrationSummary[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const opened = calibrations
    .flatMap((each): Opened[] => {
      const { openedAt, agreement } = each
      return openedAt === null || agreement === null || agreement.pairs === 0
        ? []
        : [{ ...each, openedAt, agreement }]
    })
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
  if (opened.length < 2) return null
  const columns: readonly DataColumn<Opened>[] = [
    {
      key: 'day',
      title: texts.date,
      render: ({ openedAt }) => formatShortDate(openedAt.slice(0, 10), language),
    },
    { key: 'name', title: texts.name, rowHeader: true, render: ({ name }) => name },
    {
      key: 'share',
      title: texts.agreement,
      render: ({ agreement }) => (
        <>
          <span className="numeric">{formatPercent(agreement.agreeing / agreement.pairs, language)}</span>
          <PairsBar {...agreement} />
        </>
      ),
    },
  ]
  return (
    <section aria-labelledby="calibration-series">
      <h2 id="calibration-series">{texts.seriesHeading}</h2>
      <DataTable
        caption={texts.seriesCaption}
        captionHidden
        stacked
        columns={columns}
        rows={opened}
        rowKey={({ id }) => id}
      />
      <p className="soft small">{texts.seriesNote}</p>
    </section>
  )
}
