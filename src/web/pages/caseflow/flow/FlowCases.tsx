import { useQuery } from '@tanstack/react-query'
import type { listWeekCases } from '../../../../contract/caseflow/flow-reports.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { firstUpper } from '../../../format/first-letter.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { paths, type Path } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'

/** The month's have the same shape. */
type Listed = CallOutput<typeof listWeekCases>
type Row = Listed['cases'][number] & {
  /** A case stands there as often as the figure counts it. */
  readonly n: number
}

interface FlowCasesProps {
  readonly query: ReturnType<typeof useQuery<Listed>>
  /** The figure, in the words of the rules. */
  readonly figureIn: (words: Listed['words']) => string
  /** The report that the figure stands in. */
  readonly report: { readonly title: string; readonly to: Path }
  readonly pathOf: (page: number) => Path
}

/** Which cases are behind the figure? Each leads to its own page. */
export function FlowCases({ query, figureIn, report, pathOf }: FlowCasesProps) {
  return (
    <PageAnswer query={query}>
      {(listed) => <View listed={listed} figureIn={figureIn} report={report} pathOf={pathOf} />}
    </PageAnswer>
  )
}

function View({ listed, figureIn, report, pathOf }: Omit<FlowCasesProps, 'query'> & { listed: Listed }) {
  const texts = useTexts({ da, en })
  const { cases, total, page, perPage } = listed
  const figure = figureIn(listed.words)
  const pages = Math.ceil(total / perPage)
  return (
    <>
      <Breadcrumb above={[{ title: firstUpper(report.title), to: report.to }]} />
      <PageHeading title={`${figure}, ${report.title}`} question={texts.casesShown(total)} />
      {cases.length === 0 ? (
        <EmptyState title={texts.noCases} action={<Link to={report.to}>{texts.backTo(report.title)}</Link>}>
          {texts.noCasesBody}
        </EmptyState>
      ) : (
        <CaseTable cases={cases} caption={figure} first={(page - 1) * perPage} />
      )}
      {pages > 1 && (
        <nav className="choice-bar" aria-label={texts.pages}>
          {page > 1 && <Link to={pathOf(page - 1)}>{texts.previousPage}</Link>}
          <span>{texts.page(page, pages)}</span>
          {page < pages && <Link to={pathOf(page + 1)}>{texts.nextPage}</Link>}
        </nav>
      )}
    </>
  )
}

/** Columns that say nothing of these cases are left out. */
function CaseTable({ cases, caption, first }: { cases: Listed['cases']; caption: string; first: number }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const day = (value: string | null) => (value === null ? '–' : formatShortDate(value, language))
  const titles = texts.caseColumns
  const columns: readonly (DataColumn<Row> & { readonly says?: (row: Row) => boolean })[] = [
    {
      key: 'case',
      title: titles.case,
      rowHeader: true,
      render: ({ caseId }) => <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link>,
    },
    { key: 'unit', title: titles.unit, render: ({ unit }) => unit || texts.noUnit },
    { key: 'type', title: titles.type, render: ({ type }) => type || '–', says: ({ type }) => type !== null },
    {
      key: 'rule',
      title: titles.rule,
      className: 'wide',
      render: ({ rule }) =>
        rule === null ? (
          '–'
        ) : (
          <span>
            {local(rule.text)}
            <span className="cell-note">{rule.legal}</span>
          </span>
        ),
      says: ({ rule }) => rule !== null,
    },
    { key: 'from', title: titles.from, align: 'end', render: ({ from }) => day(from) },
    {
      key: 'due',
      title: titles.due,
      align: 'end',
      render: ({ due }) => day(due),
      says: ({ due }) => due !== null,
    },
    {
      key: 'to',
      title: titles.to,
      align: 'end',
      render: ({ to }) => day(to),
      says: ({ to }) => to !== null,
    },
  ]
  const rows = cases.map((row, at) => ({ ...row, n: first + at }))
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacked
      columns={columns.filter(({ says }) => says === undefined || rows.some(says))}
      rows={rows}
      rowKey={({ n }) => String(n)}
    />
  )
}
