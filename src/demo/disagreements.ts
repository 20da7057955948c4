import { addDays } from '../core/calendar/days.ts'
import type { DemoEvent } from './events.ts'
import type { DemoReview } from './reviews.ts'

const msInHour = 3_600_000
/** How many cases of each kind of answer are registered late. */
const late = { yes: 3, no: 3 }

/**
 * Some notifications that a finished round's comparison level reviewed were registered late: of those that the reviewers found
 * assessed in time, and of those they did not. The others disagree by themselves, for the demo's reviewers read the file.
 */
export function withDisagreements(
  events: readonly DemoEvent[],
  reviews: readonly DemoReview[],
  level: number,
): readonly DemoEvent[] {
  const answers = new Map(
    reviews.flatMap((review) => {
      const given = review.answers.find(({ question }) => question.key === 'U-2.1')
      return review.level === level && review.state === 'submitted' && given !== undefined
        ? [[review.work.caseId, given.answer] as const]
        : []
    }),
  )
  const left = { ...late }
  const received = new Map(
    events.flatMap(({ caseId, kind, moment }) =>
      kind === 'notification-received' && moment !== null ? [[caseId, moment] as const] : [],
    ),
  )
  return events.map((event) => {
    const answer = answers.get(event.caseId)
    const since = received.get(event.caseId)
    if (event.kind !== 'notification-assessed' || answer === undefined || answer === 'na') return event
    if (since === undefined || left[answer] === 0) return event
    left[answer] -= 1
    // Two days on at noon (UTC) is past 24 hours, whenever it was received.
    const day = addDays(since.toISOString().slice(0, 10), 2)
    return { ...event, day, moment: new Date(Date.parse(day) + 12 * msInHour) }
  })
}
