import { weekSeriesNamesOf } from '../../../../core/caseflow/flow/compose-week-tables.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { JumpLinks } from '../../../ui/JumpLinks.tsx'
import { subscriptionId } from '../files/subscription-id.ts'
import { SeriesSection } from '../flow/SeriesSection.tsx'
import { casesOfReport, type ShownWeek } from './shown-week.ts'
import { OutcomesSection } from './OutcomesSection.tsx'
import { RunningSection } from './RunningSection.tsx'
import { TimesSection } from './TimesSection.tsx'
import { WeekNumbers } from './WeekNumbers.tsx'
import { useWeekWords } from './use-week-words.ts'
import { WeekUnits } from './WeekUnits.tsx'

/** The report below its answer: the figures first, unit by unit, then how long things take, and the weeks before. */
export function WeekSections({ report }: { report: ShownWeek }) {
  const texts = useTexts({ da, en })
  const { part } = useWeekWords(report.words)
  const names = weekSeriesNamesOf(report.words)
  const local = useLocal()
  const casesOf = casesOfReport(report)
  const hasUnits = report.unit === null && report.units.length > 0
  return (
    <>
      <JumpLinks
        sections={[
          { id: 'numbers-heading', title: texts.numbers },
          { id: 'running-heading', title: texts.parts.running },
          { id: 'outcomes-heading', title: part },
          ...(hasUnits
            ? [{ id: 'units-heading', title: report.allUnits ? texts.units : texts.unitsOwn }]
            : []),
          ...(report.figures.times.length > 0 ? [{ id: 'times-heading', title: texts.times }] : []),
          { id: 'series-heading', title: texts.series },
          { id: subscriptionId, title: texts.parts.mail },
        ]}
      />
      <WeekNumbers report={report} casesOf={casesOf} />
      <div className="two-columns">
        <RunningSection report={report} casesOf={casesOf} />
        <OutcomesSection report={report} casesOf={casesOf} />
      </div>
      {hasUnits && <WeekUnits report={report} />}
      <TimesSection report={report} casesOf={casesOf} />
      <SeriesSection
        heading={texts.series}
        series={report.series}
        nameOf={({ key }) => local(names[key])}
        shown={report.week}
        periods="weeks"
      />
    </>
  )
}
