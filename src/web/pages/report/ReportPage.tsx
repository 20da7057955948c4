import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import {
  audiences,
  getReportContents,
  type Audience,
  type ReportContents,
} from '../../../contract/report/report.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { report as da } from '../../texts/da/report.ts'
import { report as en } from '../../texts/en/report.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { EditionContents } from './EditionContents.tsx'
import { EditionForm } from './EditionForm.tsx'

export function ReportPage() {
  const { round } = useParams({ from: '/rounds/$round/report' })
  const [filters] = useFilters(['audience'])
  const audience: Audience = audiences.find((one) => one === filters.audience) ?? 'internal'
  const query = useQuery({
    ...ask(getReportContents, { params: { round }, query: { audience } }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageAnswer query={query}>
      {(contents) => <ReportView contents={contents} audience={audience} />}
    </PageAnswer>
  )
}

function ReportView({
  contents: { round, edition },
  audience,
}: {
  contents: ReportContents
  audience: Audience
}) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const missing = round.state === 'closed' ? texts.empty : texts.open
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.rounds, to: paths.rounds() },
          { title: local(round.title), to: paths.round(round.key) },
          { title: texts.results, to: paths.results(round.key) },
        ]}
      />
      <PageHeading title={texts.title(local(round.title))} question={texts.question} />
      {edition === null ? (
        <EmptyState
          title={missing.title}
          action={
            <Link to={paths.round(round.key)} className={buttonClass('primary')}>
              {missing.action}
            </Link>
          }
        >
          {missing.body}
        </EmptyState>
      ) : (
        <div className="two-columns">
          <EditionForm round={round.key} audience={audience} />
          <EditionContents edition={edition} audience={audience} />
        </div>
      )}
    </>
  )
}
