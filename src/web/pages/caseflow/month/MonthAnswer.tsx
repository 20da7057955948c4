import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { dueOf, type ShownMonth } from './shown-month.ts'

/** The month in a few sentences: the help that runs, whether it was followed up, and the plans that are missing. */
export function MonthAnswer({ report }: { report: ShownMonth }) {
  const { monthAnswer: texts } = useTexts({ da, en })
  const { measures, followUps, plans } = report.figures
  return (
    <>
      {texts.measures(measures.running, report.isOver)}
      {texts.moved(measures.started, measures.ended)}{' '}
      {followUps !== null && texts.followUps(dueOf(followUps.due), followUps.due.met)}{' '}
      {texts.plans(plans.overdue)}
    </>
  )
}
