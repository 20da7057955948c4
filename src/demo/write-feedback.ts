import { isCompliant } from '../core/programme/compliant.ts'
import type { DisputeOutcome } from '../core/review/feedback.ts'
import { addDays } from '../core/calendar/days.ts'
import type { FeedbackReplyId } from '../storage/ids.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import { chance, demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoReview } from './reviews.ts'
import { demoUnits, listTeams, type DemoPerson } from './staff.ts'
import { roleIdOf } from './write-people.ts'

interface Told {
  readonly why: string
  /** Null: waits for the leader. */
  readonly end: { readonly outcome: DisputeOutcome; readonly words: string } | null
}

/** Invented, like everything in the demo. */
const disputes: readonly Told[] = [
  {
    why: 'Notatet ligger under en anden dato i sagen. (demo)',
    end: { outcome: 'upheld', words: 'Notatet er skrevet, efter at sagstrinnet var afsluttet. (demo)' },
  },
  {
    why: 'Forældrene blev hørt på mødet; referatet er vedlagt. (demo)',
    end: { outcome: 'changed', words: 'Referatet viser, at de blev hørt. Jeg beder om en rettelse. (demo)' },
  },
  { why: 'Familien var flyttet, så det kunne ikke lade sig gøre. Det står i sagen. (demo)', end: null },
]

/**
 * The reviews of a closed round as the caseworkers were told of them: the highest level's of each case. Most have been
 * read and accepted, some not yet; one dispute of each kind, from different units.
 */
export async function writeFeedback(
  tx: Transaction,
  writer: Writer,
  staff: readonly DemoPerson[],
  of: { readonly reviews: readonly DemoReview[]; readonly closedOn: string; readonly today: string },
): Promise<void> {
  const highest = new Map<string, DemoReview>()
  for (const review of of.reviews) {
    const known = highest.get(review.work.id)
    if (review.state === 'submitted' && (known === undefined || known.level < review.level))
      highest.set(review.work.id, review)
  }
  const released = [...highest.values()]
  const families = demoUnits.filter(({ kind }) => kind === 'family')
  const disputed = new Map(
    disputes.map((told, at) => {
      const unit = families[Math.floor(((at + 0.5) * families.length) / disputes.length)]
      // By somebody who can be tried in the user switcher.
      const [mine] = released
        .filter(({ work, answers }) => work.unit === unit && answers.some(isWrong))
        .toSorted((a, b) => (roleIdOf(a.work.caseworker) < roleIdOf(b.work.caseworker) ? -1 : 1))
      return [mine?.id, told]
    }),
  )
  await tx.copy(
    writer,
    'feedback',
    ['review_id', 'released_at'],
    released.map(({ id }) => [id, officeHour(of.closedOn, 15, 1)]),
  )
  const replies = released.flatMap((review) => {
    const stream = chance(`feedback ${review.id}`)
    const told = disputed.get(review.id)
    const readOn =
      told?.end === null
        ? addDays(of.today, -2)
        : told !== undefined || stream.next() < 0.85
          ? addDays(of.closedOn, stream.between(1, 9))
          : null
    return { review, told, readAt: readOn === null ? null : officeHour(readOn, 9, stream.between(0, 59)) }
  })
  await tx.copy(
    writer,
    'feedback_recipient',
    ['review_id', 'person_id', 'read_at'],
    replies.flatMap(({ review: { id, work }, readAt }) => [
      [id, work.caseworker.id, readAt],
      ...(work.helper === null ? [] : [[id, work.helper.id, null]]),
    ]),
  )
  await tx.copy(
    writer,
    'feedback_reply',
    ['id', 'review_id', 'question_key', 'person_id', 'at', 'kind', 'words'],
    replies.flatMap(({ review, told, readAt }) =>
      readAt === null
        ? []
        : review.answers.filter(isWrong).map(({ question }, place) => {
            const why = place === 0 ? (told?.why ?? null) : null
            const id = replyId(review, question.key)
            const kind = why === null ? 'accepted' : 'disputed'
            return [id, review.id, question.key, review.work.caseworker.id, readAt, kind, why]
          }),
    ),
  )
  const teams = listTeams(staff)
  await tx.copy(
    writer,
    'feedback_outcome',
    ['reply_id', 'person_id', 'at', 'outcome', 'words'],
    replies.flatMap(({ review, told, readAt }) => {
      const first = review.answers.find(isWrong)
      if (told === undefined || told.end === null || readAt === null || first === undefined) return []
      const leader = teams.get(review.work.caseworker)
      if (leader === undefined) throw new Error('a caseworker of a family unit of the demo has no leader')
      const { outcome, words } = told.end
      const at = new Date(readAt.getTime() + 3 * 86_400_000)
      return [[replyId(review, first.question.key), leader.id, at, outcome, words]]
    }),
  )
}

const replyId = (review: DemoReview, question: string): FeedbackReplyId =>
  demoId(`feedback ${review.id} ${question}`)

function isWrong({ question, answer }: DemoReview['answers'][number]): boolean {
  return isCompliant(question, answer) === false
}
