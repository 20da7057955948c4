import type { ProgrammeVersionId } from '../storage/ids.ts'
import { saveMergeMove } from '../storage/review/merge.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import { differingQuestions } from './apart.ts'
import type { DemoReview } from './reviews.ts'

/** The own forms of reviews that two fill in apart, and how they merged what they answered differently. */
export async function writeApart(
  tx: Transaction,
  writer: Writer,
  reviews: readonly DemoReview[],
  programmeVersion: ProgrammeVersionId,
): Promise<void> {
  const forms = reviews.flatMap((review) => review.own.map((form) => ({ review: review.id, ...form })))
  if (forms.length === 0) return
  await writer.db
    .insertInto('own_review')
    .values(
      forms.map(({ review, person, startedAt }) => ({
        review_id: review,
        person_id: person.id,
        started_at: startedAt,
      })),
    )
    .execute()
  await tx.copy(
    writer,
    'own_answer',
    [
      'review_id',
      'person_id',
      'question_key',
      'answer',
      'wording',
      'programme_version_id',
      'comment',
      'answered_at',
      'version',
    ],
    forms.flatMap(({ review, person, answers }) =>
      answers.map(({ question, answer, at, comment }, place) => [
        review,
        person.id,
        question.key,
        answer,
        question.text.da,
        programmeVersion,
        comment,
        at,
        place + 1,
      ]),
    ),
  )
  for (const { review, person, answers, handedIn } of forms)
    if (handedIn !== null)
      await writer.db
        .updateTable('own_review')
        .set({ submitted_at: handedIn.at, minutes: handedIn.minutes, version: answers.length + 2 })
        .where('review_id', '=', review)
        .where('person_id', '=', person.id)
        .execute()
  for (const review of reviews) await writeMerge(writer, review)
}

/** Of a review that is still to be merged only the first question is chosen, and waits for the other. */
async function writeMerge(writer: Writer, review: DemoReview): Promise<void> {
  const [one, other] = review.own
  if (one === undefined || other === undefined) return
  const differing = differingQuestions(review)
  const isMerged = review.state === 'submitted'
  const merged = isMerged ? review.answers : one.answers
  for (const question of isMerged ? differing : differing.slice(0, 1)) {
    const move = { review: review.id, question, note: null }
    const given = merged.find((each) => each.question.key === question)?.answer
    if (given === undefined) continue
    await saveMergeMove(writer, { ...move, person: one.person.id, kind: 'chosen', given, reason: 'fact' })
    if (isMerged)
      await saveMergeMove(writer, {
        ...move,
        person: other.person.id,
        kind: 'confirmed',
        given: null,
        reason: null,
      })
  }
}
