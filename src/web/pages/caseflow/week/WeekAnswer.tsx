import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { bandOf, soonOf, type ShownWeek } from './shown-week.ts'
import { useWeekWords } from './use-week-words.ts'

/** The week in one sentence or two: what came in and how fast it was met, and what is or will be late. */
export function WeekAnswer({ report }: { report: ShownWeek }) {
  const { weekAnswer: texts } = useTexts({ da, en })
  const { answer } = useWeekWords(report.words)
  const local = useLocal()
  const { figures, promptRule, isOver } = report
  const { received, prompt } = figures
  const waiting = prompt === null ? 0 : prompt.open + prompt.running
  return (
    <>
      {answer.received(received.total)}
      {prompt !== null && promptRule !== null && received.total > 0 && (
        <>
          {answer.prompt(prompt.met, local(promptRule.limit), prompt.late)}
          {waiting > 0 && answer.promptWaiting(waiting)}
        </>
      )}
      {'. '}
      {texts.standing(bandOf(figures, 'overdue').cases, soonOf(figures), isOver)}
    </>
  )
}
