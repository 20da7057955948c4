import type { CallOutput } from '../../../../contract/client.ts'
import type { listAppeals } from '../../../../contract/learning/appeals.ts'
import { formatInteger, formatInterval, formatPercent } from '../../../format/numbers.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { ShareUpheld } from './ShareUpheld.tsx'

type Row = CallOutput<typeof listAppeals>['besideNational'][number]

export function BesideNational({ rows }: { rows: readonly Row[] }) {
  const texts = useTexts({ da, en })
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={texts.besideCaption}
      stacked
      columns={[
        {
          key: 'name',
          title: texts.decided,
          rowHeader: true,
          render: ({ year, provision }) => `${year}, ${provision}`,
        },
        {
          key: 'own',
          title: texts.share,
          render: ({ tally: { upheld } }) => <ShareUpheld upheld={upheld} />,
        },
        {
          key: 'national',
          title: texts.national,
          render: ({ national }) => <National national={national} />,
        },
      ]}
      rows={rows}
      rowKey={({ year, provision }) => `${year} ${provision}`}
    />
  )
}

/** The country's share with where it stands, and why it may not be compared. */
export function National({ national }: { national: Row['national'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (national === null) return texts.noNational
  const { share, interval, decided, source, doubts } = national
  return (
    <>
      {texts.nationalShare(
        formatPercent(share, language),
        interval === null ? '' : ` (${formatInterval(interval, language)})`,
        formatInteger(decided, language),
      )}
      <div className="soft">
        {texts.source}: {source}
      </div>
      <ul aria-label={texts.doubtsTitle}>
        {doubts.map((doubt) => (
          <li key={doubt}>{texts.doubts[doubt]}</li>
        ))}
      </ul>
    </>
  )
}
