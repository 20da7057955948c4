import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getMonthReport } from '../../../../contract/caseflow/flow-reports.ts'
import { monthWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { namesNothing } from '../../../../core/caseflow/flow/month-report.ts'
import { findMonth, type FlowPeriod } from '../../../../core/caseflow/flow/flow-period.ts'
import { ask } from '../../../api.ts'
import { firstUpper } from '../../../format/first-letter.ts'
import { paths } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { NotFoundPage } from '../../NotFoundPage.tsx'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { FlowReportFiles } from '../files/FlowReportFiles.tsx'
import { FlowSubscription } from '../files/FlowSubscription.tsx'
import { FlowPeriodBar } from '../flow/FlowPeriodBar.tsx'
import { OpenPeriod } from '../flow/OpenPeriod.tsx'
import { ReportState } from '../flow/ReportState.tsx'
import { isTold } from '../flow/is-told.ts'
import { lastOver } from '../flow/recent-periods.ts'
import { useFlowUnit } from '../flow/use-flow-unit.ts'
import { MonthAnswer } from './MonthAnswer.tsx'
import { MonthSections } from './MonthSections.tsx'
import type { ShownMonth } from './shown-month.ts'

/** What help is running, and is it followed up? The last month that is over, or the one in the address. */
export function MonthPage() {
  const [now] = useState(() => Date.now())
  const { kept } = useFlowUnit()
  const { month } = useParams({ strict: false })
  const period = month === undefined ? undefined : findMonth(month)
  return (
    <Permitted action="caseflow.report">
      {month === undefined ? (
        <OpenPeriod to={paths.flowMonth(lastOver('month', now).name, { unit: kept })} />
      ) : period === undefined ? (
        <NotFoundPage />
      ) : (
        <Month period={period} />
      )}
    </Permitted>
  )
}

/** While cases are being judged the figures move; looked at again so often, in ms. */
const judgingPause = 5000

function Month({ period }: { period: FlowPeriod }) {
  const { unit } = useFlowUnit()
  const query = useQuery({
    ...ask(getMonthReport, { params: { month: period.name }, query: unit === undefined ? {} : { unit } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.toJudge ?? 0) > 0 ? judgingPause : false),
  })
  return <PageAnswer query={query}>{(report) => <View report={report} period={period} />}</PageAnswer>
}

function View({ report, period }: { report: ShownMonth; period: FlowPeriod }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const title = firstUpper(local(monthWords(report.month)))
  const titleOf = (one: FlowPeriod) => firstUpper(local(monthWords(one.name)))
  return (
    <>
      <PageHeading
        page="month"
        title={report.unit === null ? title : texts.ofUnit(title, report.unit.name)}
        question={isTold(report) ? <MonthAnswer report={report} /> : undefined}
        actions={
          report.any &&
          report.isDefined && <FlowReportFiles kind="month" period={report.month} unit={report.unit} />
        }
      />
      <CaseflowTabs />
      <FlowPeriodBar
        kind="month"
        label={texts.month}
        period={period}
        titleOf={titleOf}
        optionOf={titleOf}
        pathOf={paths.flowMonth}
        units={report.choices}
      />
      <ReportState kind="month" report={report} />
      {report.any && report.isDefined && !namesNothing(report) && <MonthSections report={report} />}
      <FlowSubscription />
    </>
  )
}
