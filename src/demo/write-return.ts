import { getStage } from '../core/programme/lookup.ts'
import type { Programme } from '../core/programme/programme.ts'
import { saveAnswer } from '../storage/review/answers.ts'
import { takeSubmissionBack } from '../storage/review/kept-submission.ts'
import { findReview } from '../storage/review/review.ts'
import { saveReviewEvents } from '../storage/review/review-event.ts'
import { saveSubmission } from '../storage/review/submission.ts'
import type { PersonalReader, Writer } from '../storage/transaction.ts'
import type { DemoReview } from './reviews.ts'

/** Invented, like everything in the demo. */
const reason = 'Se mødereferatet: familien fik besked. (demo)'
const correction = 'Rettet: referatet var overset. (demo)'

/**
 * Level 2 sends two of level 1's reviews of the round under way back, from different units: one has been corrected and
 * submitted again, one lies with its reviewers.
 */
export async function writeReturns(
  reader: PersonalReader,
  writer: Writer,
  programme: Programme,
  reviews: readonly DemoReview[],
): Promise<void> {
  const above = reviews.filter(
    ({ level, state, work }) => level === 2 && state === 'submitted' && work.unit.kind === 'family',
  )
  for (const [at, corrected] of [true, false].entries()) {
    const returning = above[Math.floor(((at + 0.5) * above.length) / 2)]
    const below = reviews.find(
      ({ level, state, work }) => level === 1 && state === 'submitted' && work === returning?.work,
    )
    if (returning === undefined || below === undefined) throw new Error('the demo has nothing to send back')
    await sendBack(reader, writer, returning, below)
    if (corrected) await submitAgain(reader, writer, programme, below)
  }
}

async function sendBack(
  reader: PersonalReader,
  writer: Writer,
  returning: DemoReview,
  { id, reviewer }: DemoReview,
): Promise<void> {
  const head = await findReview(reader, id, reviewer.id)
  const at = returning.submittedAt
  if (head === undefined || at === null) throw new Error('a review of the demo is gone')
  const number = await takeSubmissionBack(writer, head, { at, influenced: true })
  const detail = { number: String(number) }
  await saveReviewEvents(writer, [
    { review: id, by: returning.reviewer.id, kind: 'returned', reason, detail },
  ])
}

async function submitAgain(
  reader: PersonalReader,
  writer: Writer,
  programme: Programme,
  { id, reviewer, work, answers, submittedAt, minutes }: DemoReview,
): Promise<void> {
  const [first] = answers
  const head = await findReview(reader, id, reviewer.id)
  if (first === undefined || head === undefined || submittedAt === null || minutes === null)
    throw new Error('a review of the demo is gone')
  // A day later.
  const at = new Date(submittedAt.getTime() + 86_400_000)
  const by = reviewer.id
  await saveAnswer(writer, {
    review: id,
    state: head.state,
    question: first.question.key,
    answer: first.answer === 'yes' ? 'no' : 'yes',
    value: null,
    valueType: null,
    valueWording: null,
    overrideReason: null,
    wording: first.question.text.da,
    programmeVersionId: head.programmeVersionId,
    comment: correction,
    evidenceReference: null,
    evidenceDate: null,
    by,
    at,
    seenVersion: 1,
  })
  const now = await findReview(reader, id, by)
  if (now === undefined) throw new Error('a review of the demo is gone')
  const asked = getStage(programme, work.stage).questions.map(({ key }) => key)
  if (!(await saveSubmission(writer, now, { minutes: minutes + 5, at, by, asked, derived: [] })))
    throw new Error('a review of the demo was not submitted')
}
