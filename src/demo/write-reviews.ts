import { addDays } from '../core/calendar/days.ts'
import type { AnswerValue } from '../core/programme/programme.ts'
import type { ProgrammeVersionId, UnitId } from '../storage/ids.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import { chance } from './chance.ts'
import type { DemoReview } from './reviews.ts'
import type { DemoRound } from './rounds.ts'
import { writeApart } from './write-apart.ts'
import { drawIdOf } from './write-draw.ts'

/** Reviews with their answers, and the counts that dashboards read. */
export async function writeReviews(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  reviews: readonly DemoReview[],
  programmeVersion: ProgrammeVersionId,
): Promise<void> {
  const apart = new Set(round.levels.flatMap(({ level }) => (level.apart === true ? [level.level] : [])))
  await tx.copy(
    writer,
    'review',
    [
      'id',
      'round_id',
      'level',
      'case_stage_id',
      'draw_id',
      'unit_id',
      'state',
      'assigned_to',
      'assigned_with',
      'apart',
      'started_at',
      'submitted_at',
      'minutes',
      'due_on',
      'version',
    ],
    reviews.map((review) => [
      review.id,
      round.id,
      review.level,
      review.work.id,
      drawIdOf(`${round.quarter.key}/${review.level}`),
      review.work.unit.id,
      review.state,
      review.reviewer.id,
      review.second?.id ?? null,
      apart.has(review.level),
      review.startedAt,
      review.submittedAt,
      review.minutes,
      dueOn(round, review),
      1 + review.answers.length,
    ]),
  )
  await tx.copy(
    writer,
    'review_answer',
    [
      'review_id',
      'question_key',
      'answer',
      'wording',
      'programme_version_id',
      'comment',
      'evidence_reference',
      'evidence_date',
      'answered_by',
      'answered_at',
    ],
    reviews.flatMap((review) =>
      review.answers.map(({ question, answer, at, comment }) => [
        review.id,
        question.key,
        answer,
        question.text.da,
        programmeVersion,
        comment,
        answer === 'yes' && question.baseline ? evidence(review.id, question.key) : null,
        null,
        review.reviewer.id,
        at,
      ]),
    ),
  )
  await tx.copy(
    writer,
    'review_event',
    ['review_id', 'person_id', 'kind'],
    reviews
      .filter(({ state }) => state !== 'assigned')
      .flatMap(({ id, reviewer, second }) =>
        [reviewer, second].filter((person) => person !== null).map((person) => [id, person.id, 'declared']),
      ),
  )
  await writeApart(tx, writer, reviews, programmeVersion)
  await writeTallies(tx, writer, round, reviews)
  await writeProgress(tx, writer, round, reviews)
}

/** What was begun at level 1 of the round under way should be done by now; the program plans the rest. */
function dueOn({ closedOn, openedOn }: DemoRound, { level, state }: DemoReview): string | null {
  return closedOn === null && level === 1 && state === 'in-progress' ? addDays(openedOn, 28) : null
}

/** A made-up document number for some of the answers. */
function evidence(review: string, question: string): string | null {
  const stream = chance(`evidence ${review} ${question}`)
  return stream.next() < 0.3 ? `Dok. ${stream.between(100_000, 999_999)} (demo)` : null
}

async function writeTallies(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  reviews: readonly DemoReview[],
): Promise<void> {
  const counts = new Map<
    string,
    { readonly key: readonly unknown[]; readonly by: Record<AnswerValue, number> }
  >()
  for (const { state, level, work, answers } of reviews) {
    if (state !== 'submitted') continue
    for (const { question, answer } of answers) {
      const key = [round.id, level, work.unit.id, work.stage, question.key]
      const name = key.join(' ')
      const tally = counts.get(name) ?? { key, by: { yes: 0, no: 0, na: 0 } }
      tally.by[answer] += 1
      counts.set(name, tally)
    }
  }
  await tx.copy(
    writer,
    'question_tally',
    ['round_id', 'level', 'unit_id', 'stage', 'question_key', 'yes', 'no', 'na'],
    [...counts.values()].map(({ key, by }) => [...key, by.yes, by.no, by.na]),
  )
}

interface Progress {
  readonly level: number
  readonly unit: UnitId
  drawn: number
  started: number
  submitted: number
  minutes: number
}

async function writeProgress(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  reviews: readonly DemoReview[],
): Promise<void> {
  const all = new Map<string, Progress>()
  for (const { level, work, state, minutes } of reviews) {
    const name = `${level} ${work.unit.id}`
    const progress = all.get(name) ?? {
      level,
      unit: work.unit.id,
      drawn: 0,
      started: 0,
      submitted: 0,
      minutes: 0,
    }
    progress.drawn += 1
    progress.started += state === 'assigned' ? 0 : 1
    progress.submitted += state === 'submitted' ? 1 : 0
    progress.minutes += minutes ?? 0
    all.set(name, progress)
  }
  await tx.copy(
    writer,
    'round_progress',
    ['round_id', 'level', 'unit_id', 'drawn', 'assigned', 'started', 'submitted', 'minutes'],
    [...all.values()].map((each) => [
      round.id,
      each.level,
      each.unit,
      each.drawn,
      each.drawn,
      each.started,
      each.submitted,
      each.minutes,
    ]),
  )
}
