import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getWeekReport } from '../../../../contract/caseflow/flow-reports.ts'
import { dayRange, weekWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { isoDay } from '../../../../core/calendar/day-number.ts'
import { findWeek, type FlowPeriod } from '../../../../core/caseflow/flow/flow-period.ts'
import { ask } from '../../../api.ts'
import { firstUpper } from '../../../format/first-letter.ts'
import { paths } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
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
import { WeekAnswer } from './WeekAnswer.tsx'
import { WeekSections } from './WeekSections.tsx'
import type { ShownWeek } from './shown-week.ts'

/** How did the week go, and what is about to be late? The last week that is over, or the one in the address. */
export function WeekPage() {
  const [now] = useState(() => Date.now())
  const { kept } = useFlowUnit()
  const { week } = useParams({ strict: false })
  const period = week === undefined ? undefined : findWeek(week)
  return (
    <Permitted action="caseflow.report">
      {week === undefined ? (
        <OpenPeriod to={paths.flowWeek(lastOver('week', now).name, { unit: kept })} />
      ) : period === undefined ? (
        <NotFoundPage />
      ) : (
        <Week period={period} />
      )}
    </Permitted>
  )
}

/** While cases are being judged the figures move; looked at again so often, in ms. */
const judgingPause = 5000

function Week({ period }: { period: FlowPeriod }) {
  const { unit } = useFlowUnit()
  const query = useQuery({
    ...ask(getWeekReport, { params: { week: period.name }, query: unit === undefined ? {} : { unit } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.toJudge ?? 0) > 0 ? judgingPause : false),
  })
  return <PageAnswer query={query}>{(report) => <View report={report} period={period} />}</PageAnswer>
}

function View({ report, period }: { report: ShownWeek; period: FlowPeriod }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const title = firstUpper(local(weekWords(report.week)))
  return (
    <>
      <PageHeading
        page="week"
        title={report.unit === null ? title : texts.ofUnit(title, report.unit.name)}
        question={isTold(report) ? <WeekAnswer report={report} /> : undefined}
        actions={
          report.any &&
          report.isDefined && <FlowReportFiles kind="week" period={report.week} unit={report.unit} />
        }
      />
      <CaseflowTabs />
      <FlowPeriodBar
        kind="week"
        label={texts.week}
        period={period}
        titleOf={(one) => firstUpper(local(weekWords(one.name)))}
        optionOf={(one) => texts.weekOption(weekNumber(one), dayRange(...daysOf(one), language))}
        pathOf={paths.flowWeek}
        units={report.choices}
      />
      <ReportState kind="week" report={report} />
      {report.any && report.isDefined && <WeekSections report={report} />}
      <FlowSubscription />
    </>
  )
}

/** Of 2026-W47. */
function weekNumber({ name }: FlowPeriod): string {
  return String(Number(name.slice(-2)))
}

function daysOf({ from, to }: FlowPeriod): readonly [string, string] {
  return [isoDay(from), isoDay(to)]
}
