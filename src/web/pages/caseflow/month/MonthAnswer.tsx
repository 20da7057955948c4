import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { namesNothing } from '../../../../core/caseflow/flow/month-report.ts'
import { dueOf, type ShownMonth } from './shown-month.ts'

/** The month in a few sentences: the help that runs, whether it was followed up, and the plans that are missing. */
export function MonthAnswer({ report }: { report: ShownMonth }) {
  const { monthAnswer: texts } = useTexts({ da, en })
  const { measures, followUps, plans } = report.figures
  const { named } = report
  if (namesNothing(report)) return texts.nothing
  return (
    <>
      {named.measures && (
        <>
          {texts.measures(measures.running, report.isOver)}
          {texts.moved(measures.started, measures.ended)}{' '}
        </>
      )}
      {followUps !== null && texts.followUps(dueOf(followUps.due), followUps.due.met)}{' '}
      {named.placements && texts.plans(plans.overdue)}
    </>
  )
}
