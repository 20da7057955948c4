import { weekSeriesNames } from '../../../../core/caseflow/flow/compose-week-tables.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { SeriesSection } from '../flow/SeriesSection.tsx'
import { casesOfReport, type ShownWeek } from './shown-week.ts'
import { OutcomesSection } from './OutcomesSection.tsx'
import { RunningSection } from './RunningSection.tsx'
import { TimesSection } from './TimesSection.tsx'
import { WeekNumbers } from './WeekNumbers.tsx'
import { WeekUnits } from './WeekUnits.tsx'

/** The report below its answer: the figures first, unit by unit, then how long things take, and the weeks before. */
export function WeekSections({ report }: { report: ShownWeek }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const casesOf = casesOfReport(report)
  return (
    <>
      <WeekNumbers report={report} casesOf={casesOf} />
      <div className="two-columns">
        <RunningSection report={report} casesOf={casesOf} />
        <OutcomesSection report={report} casesOf={casesOf} />
      </div>
      {report.unit === null && <WeekUnits report={report} />}
      <TimesSection report={report} casesOf={casesOf} />
      <SeriesSection
        heading={texts.series}
        series={report.series}
        nameOf={({ key }) => local(weekSeriesNames[key])}
        shown={report.week}
        periods="weeks"
      />
    </>
  )
}
