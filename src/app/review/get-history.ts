import type { HistoryEntry, ReviewHistory } from '../../contract/review/history.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Question } from '../../core/programme/programme.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import { isSealed } from '../../core/review/seal.ts'
import { submissionChanges } from '../../core/review/submission-changes.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers } from '../../storage/review/answers.ts'
import { getCorrectionFacts } from '../../storage/review/correction.ts'
import { listKeptAnswers, listKeptSubmissions } from '../../storage/review/kept-submission.ts'
import { listReviewEvents } from '../../storage/review/review-event.ts'
import { findReview, listReviewsOfCase, type ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { situationOf, viewerOf } from './situation.ts'

type Entry = Immutable<HistoryEntry>

/** A review's submissions with what changed between them, and why it was sent back. As closed as its answers. */
export async function getReviewHistory(
  context: Context,
  id: ReviewId,
): Promise<Result<Immutable<ReviewHistory>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('open', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const ofCase = await listReviewsOfCase(tx.reader, head.roundId, head.caseStageId)
    if (isSealed(head, viewerOf(context, head, programme), ofCase, head.roundClosed)) return refused('sealed')
    const reader = await tx.recordAccess({ act: 'read-history', subjectKind: 'review', subjectId: id })
    const submissions = await readSubmissions(reader, head, getStage(programme, head.stage).questions)
    const entries = [...submissions, ...(await readActs(reader, id))]
    return done({ entries: entries.toSorted((a, b) => a.at.localeCompare(b.at)) })
  })
}

const acts = ['returned', 'reopened', 'written-off'] as const

/** Declarations, conflicts and moves are not told here: they are between a reviewer and who leads the audit. */
async function readActs(reader: PersonalReader, id: ReviewId): Promise<Entry[]> {
  return (await listReviewEvents(reader, id)).flatMap(({ kind, at, by, reason }): Entry[] => {
    const act = acts.find((each) => each === kind)
    return act === undefined ? [] : [{ kind: act, at: at.toISOString(), by, reason, submission: null }]
  })
}

async function readSubmissions(
  reader: PersonalReader,
  head: ReviewHead,
  questions: readonly Question[],
): Promise<Entry[]> {
  const kept = await listKeptSubmissions(reader, head.id)
  const keptAnswers = await listKeptAnswers(reader, head.id)
  const all = kept.map((each) => ({
    ...each,
    answers: keptAnswers.filter(({ number }) => number === each.number),
  }))
  const { submittedAt, minutes } = head
  const events = await listReviewEvents(reader, head.id)
  const newest =
    submittedAt === null
      ? []
      : [
          {
            number: kept.length + 1,
            submittedAt,
            submittedBy: events.findLast(({ kind }) => kind === 'submitted')?.by ?? null,
            minutes,
            influenced: (await getCorrectionFacts(reader, head)).influenced,
            answers: await listAnswers(reader, head.id),
          },
        ]
  const submissions = [...all, ...newest]
  return submissions.map(({ number, submittedAt: at, submittedBy: by, minutes: used, influenced }, i) => {
    const [before, after] = [submissions[i - 1]?.answers, submissions[i]?.answers ?? []]
    const changes = before === undefined ? [] : submissionChanges(questions, before, after)
    return {
      kind: 'submitted',
      at: at.toISOString(),
      by,
      reason: null,
      submission: {
        number,
        minutes: used,
        influenced,
        changes: changes.flatMap((change) => {
          const question = questions.find(({ key }) => key === change.question)
          if (question === undefined) return []
          const { number: written, text, answerType, grades = [] } = question
          return [{ ...change, number: written, text, answerType, grades }]
        }),
      },
    }
  })
}
