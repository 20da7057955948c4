import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import type { MonthSeriesKey } from '../../../../core/caseflow/flow/month-report.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { JumpLinks } from '../../../ui/JumpLinks.tsx'
import { subscriptionId } from '../files/subscription-id.ts'
import { SeriesChart } from '../flow/SeriesChart.tsx'
import { SeriesSection } from '../flow/SeriesSection.tsx'
import { MeasuresSection } from './MeasuresSection.tsx'
import { MonthUnits } from './MonthUnits.tsx'
import { PlacementsSection } from './PlacementsSection.tsx'
import { RepeatedSection } from './RepeatedSection.tsx'
import { casesOfReport, type ShownMonth } from './shown-month.ts'

/** The report below its answer: measures and placements, what was to be held, unit by unit, and the months before. */
export function MonthSections({ report }: { report: ShownMonth }) {
  const texts = useTexts({ da, en })
  const casesOf = casesOfReport(report)
  const whole = report.series.filter(({ of }) => of === null)
  const byType = report.series.filter(({ of }) => of !== null)
  const nameOf = ({ key, of }: FlowSeries<MonthSeriesKey>) =>
    of === null ? texts.monthSeries[key] : of || texts.noType
  const { named, figures } = report
  const hasRepeated = figures.followUps !== null || figures.visits !== null
  const hasUnits = report.unit === null && report.units.length > 0
  return (
    <>
      <JumpLinks
        sections={[
          ...(named.measures ? [{ id: 'measures-heading', title: texts.parts.measures }] : []),
          ...(named.placements ? [{ id: 'placements-heading', title: texts.placements }] : []),
          ...(hasRepeated ? [{ id: 'repeated-heading', title: texts.repeated }] : []),
          ...(hasUnits
            ? [{ id: 'units-heading', title: report.allUnits ? texts.units : texts.unitsOwn }]
            : []),
          { id: 'series-heading', title: texts.seriesMonth },
          { id: subscriptionId, title: texts.parts.mail },
        ]}
      />
      {named.measures && <MeasuresSection report={report} casesOf={casesOf} />}
      <div className="two-columns">
        {named.placements && <PlacementsSection report={report} casesOf={casesOf} />}
        {hasRepeated && <RepeatedSection report={report} casesOf={casesOf} />}
      </div>
      {hasUnits && <MonthUnits report={report} />}
      <SeriesSection
        heading={texts.seriesMonth}
        series={whole}
        nameOf={nameOf}
        shown={report.month}
        periods="months"
      >
        {byType.length > 0 && (
          <Disclosure summary={texts.typesApart}>
            <div className="two-columns series-grid">
              {byType.map((series) => (
                <SeriesChart
                  key={series.of}
                  series={series}
                  title={nameOf(series)}
                  shown={report.month}
                  periods="months"
                />
              ))}
            </div>
          </Disclosure>
        )}
      </SeriesSection>
    </>
  )
}
