import type { CallOutput } from '../../../../contract/client.ts'
import type { AppealTallyRow, listAppeals } from '../../../../contract/learning/appeals.ts'
import { appealOutcomes, type AppealGrouping } from '../../../../core/learning/appeal.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { BesideNational } from './BesideNational.tsx'
import { useAppealFilters, type AppealFilters } from './appeal-filters.ts'
import { ShareUpheld } from './ShareUpheld.tsx'

const filterOf = {
  'sent-year': 'sentYear',
  'decided-year': 'decidedYear',
  provision: 'provision',
  'age-group': 'ageGroup',
} as const

/** What the numbers do not follow. */
const notCounted = { q: undefined, outcome: undefined, state: undefined, page: undefined }

/** The numbers of the selection; each opens to the complaints it counts. */
export function AppealStatistics({ listed }: { listed: CallOutput<typeof listAppeals> }) {
  const texts = useTexts({ da, en })
  if (listed.groups.every(({ tallies }) => tallies.length === 0)) return null
  return (
    <section aria-labelledby="appeal-statistics">
      <h2 id="appeal-statistics">{texts.statistics}</h2>
      <p>{texts.statisticsNote}</p>
      {listed.groups.map(({ grouping, tallies }) =>
        tallies.length === 0 ? null : <Group key={grouping} grouping={grouping} tallies={tallies} />,
      )}
      <BesideNational rows={listed.besideNational} />
    </section>
  )
}

function Group({ grouping, tallies }: { grouping: AppealGrouping; tallies: readonly AppealTallyRow[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [filters] = useAppealFilters()
  const nameOf = ({ key }: AppealTallyRow) => {
    if (grouping !== 'age-group') return key ?? texts.unknown
    return key === '0-14' || key === '15-17' || key === '18-plus' ? texts.ages[key] : texts.unknown
  }
  const open = (row: AppealTallyRow, count: number, what: string, more: AppealFilters = {}) =>
    count === 0 ? (
      '0'
    ) : (
      <Link
        to={paths.appeals({
          ...filters,
          ...notCounted,
          [filterOf[grouping]]: row.key ?? 'unknown',
          ...more,
        })}
        aria-label={texts.opens(`${nameOf(row)}, ${what}`, formatInteger(count, language))}
      >
        {formatInteger(count, language)}
      </Link>
    )
  const columns: readonly DataColumn<AppealTallyRow>[] = [
    { key: 'key', title: texts.keys[grouping], rowHeader: true, render: nameOf },
    { key: 'count', title: texts.count, align: 'end', render: (row) => open(row, row.count, texts.count) },
    ...appealOutcomes.map((outcome): DataColumn<AppealTallyRow> => ({
      key: outcome,
      title: texts.outcomes[outcome],
      align: 'end',
      render: (row) => open(row, row.outcomes[outcome], texts.outcomes[outcome], { outcome }),
    })),
    {
      key: 'undecided',
      title: texts.undecided,
      align: 'end',
      render: (row) => open(row, row.undecided, texts.undecided, { state: 'waiting' }),
    },
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      render: ({ upheld }) => <ShareUpheld upheld={upheld} />,
    },
  ]
  return (
    <DataTable
      caption={texts.groupings[grouping]}
      stacked
      columns={columns}
      rows={tallies}
      rowKey={({ key }) => key ?? ''}
    />
  )
}
