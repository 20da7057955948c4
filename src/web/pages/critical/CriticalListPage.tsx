import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { listCriticalCases, type CriticalSummary } from '../../../contract/review/critical-case.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { CriticalState } from './CriticalState.tsx'
import { nextDeadline } from './time-left.ts'

export function CriticalListPage() {
  return (
    <Permitted action="critical.read">
      <CriticalList />
    </Permitted>
  )
}

function CriticalList() {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const search: { readonly round?: unknown } = useSearch({ strict: false })
  const round = typeof search.round === 'string' ? search.round : undefined
  const query = useQuery(ask(listCriticalCases, { query: round === undefined ? {} : { round } }))
  const above =
    round === undefined
      ? { title: navigation.tasks, to: paths.tasks() }
      : { title: round, to: paths.round(round) }
  return (
    <PageAnswer query={query}>
      {({ cases }) => (
        <>
          <Breadcrumb above={[above]} />
          <PageHeading
            title={texts.listTitle}
            question={round === undefined ? texts.listAll : texts.listOf(round)}
          />
          {cases.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
          ) : (
            <CasesTable cases={cases} />
          )}
        </>
      )}
    </PageAnswer>
  )
}

function CasesTable({ cases }: { cases: readonly CriticalSummary[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<CriticalSummary>[] = [
    {
      key: 'case',
      title: texts.columns.caseId,
      rowHeader: true,
      render: ({ id, caseId, stage }) => (
        <>
          <Link to={paths.critical(id)}>{caseId}</Link>
          <span className="cell-note">{local(stage)}</span>
        </>
      ),
    },
    { key: 'unit', title: texts.columns.unit, render: ({ unit }) => unit },
    {
      key: 'reported',
      title: texts.columns.reported,
      sortBy: ({ startedAt }) => startedAt,
      render: ({ startedAt }) => formatDateTime(startedAt, language),
    },
    { key: 'state', title: texts.columns.state, render: (of) => <CriticalState of={of} /> },
    {
      key: 'next',
      title: texts.columns.next,
      render: (of) => {
        const next = nextDeadline(of, language, texts)
        return next !== null && `${texts.steps[next.step]}: ${next.text}`
      },
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      columns={columns}
      rows={cases}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
