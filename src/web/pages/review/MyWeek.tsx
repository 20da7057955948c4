import type { MyReviews, ReviewTask } from '../../../contract/review/my-reviews.ts'
import { formatHours } from '../../format/durations.ts'
import { paths } from '../../paths.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { OpenTasks } from './TaskTables.tsx'

/** What is due this week and what comes later, with the time it is likely to take. */
export function MyWeek({ mine: { open, weekEnds, today } }: { mine: MyReviews }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const thisWeek = open.filter(({ dueOn, critical }) => critical || (dueOn !== null && dueOn <= weekEnds))
  const later = open.filter((task) => !thisWeek.includes(task))
  const hours = (tasks: readonly ReviewTask[]) =>
    formatHours(
      tasks.reduce((sum, task) => sum + leftOf(task), 0),
      language,
    )
  const bases = new Set(open.map(({ forecast }) => forecast?.basis ?? 'programme'))
  const [only = 'programme'] = bases
  return (
    <>
      <p className="week-summary">
        {thisWeek.length > 0 && `${texts.weekSummary(thisWeek.length, hours(thisWeek))} `}
        {open.length > 0 && `${texts.backlog(hours(open))} `}
        {open.length > 0 && (
          <span className="soft">{bases.size === 1 ? texts.basis[only] : texts.basis.mixed} </span>
        )}
        <Link to={paths.calendar()}>{texts.toCalendar}</Link>
      </p>
      {thisWeek.length > 0 && <OpenTasks heading={texts.weekHeading} tasks={thisWeek} today={today} />}
      {later.length > 0 && (
        <OpenTasks
          heading={thisWeek.length > 0 ? texts.laterHeading : texts.openHeading}
          tasks={later}
          today={today}
        />
      )}
    </>
  )
}

/** Of a review that was begun, the share of its questions that is left. */
function leftOf({ forecast, minutesPlanned, answered, asked }: ReviewTask): number {
  const whole = forecast?.minutes ?? minutesPlanned
  return asked === 0 ? whole : whole * (1 - answered / asked)
}
