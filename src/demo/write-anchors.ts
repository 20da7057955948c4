import { changeProgress } from '../storage/review/assignment.ts'
import { saveAnchorsInRound } from '../storage/review/anchor-in-round.ts'
import type { ProgrammeVersionId } from '../storage/ids.ts'
import { toJson } from '../storage/tables/column.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import type { DemoAnchorReview } from './anchors.ts'
import type { DemoCaseStage } from './casework.ts'
import { officeHour } from './days.ts'
import type { DemoRound } from './rounds.ts'
import { drawIdOf } from './write-draw.ts'

/** The anchors of a finished round: their files, their reviews and what became of each. They count in no result. */
export async function writeAnchors(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  listed: readonly DemoAnchorReview[],
  programmeVersion: ProgrammeVersionId,
): Promise<void> {
  const anchors = [...new Map(listed.map(({ anchor }) => [anchor.id, anchor])).values()]
  const frozenAt = officeHour(round.levels[0]?.drawnOn ?? round.openedOn, 8, 20)
  await tx.copy(
    writer,
    'anchor_case',
    ['id', 'case_stage_id', 'unit_id', 'content', 'participants', 'frozen_at'],
    anchors.map(({ id, work }) => [
      id,
      work.id,
      work.unit.id,
      toJson(contentOf(work)),
      toJson(participantsOf(work)),
      frozenAt,
    ]),
  )
  const given = listed.flatMap(({ anchor, level, review }) =>
    review === null ? [] : [{ anchor, level, review }],
  )
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
      'anchor_id',
      'shown_case_id',
      'started_at',
      'submitted_at',
      'minutes',
      'version',
    ],
    given.map(({ anchor, level, review }) => [
      review.id,
      round.id,
      level,
      anchor.work.id,
      drawIdOf(`${round.quarter.key}/${level}`),
      anchor.work.unit.id,
      review.state,
      review.reviewer.id,
      review.second?.id ?? null,
      anchor.id,
      anchor.shownAs,
      review.startedAt,
      review.submittedAt,
      review.minutes,
      1 + review.answers.length,
    ]),
  )
  await tx.copy(
    writer,
    'review_answer',
    ['review_id', 'question_key', 'answer', 'wording', 'programme_version_id', 'answered_by', 'answered_at'],
    given.flatMap(({ review }) =>
      review.answers.map(({ question, answer, at }) => [
        review.id,
        question.key,
        answer,
        question.text.da,
        programmeVersion,
        review.reviewer.id,
        at,
      ]),
    ),
  )
  await tx.copy(
    writer,
    'review_event',
    ['review_id', 'person_id', 'kind'],
    given.flatMap(({ review: { id, reviewer, second } }) =>
      [reviewer, second].filter((person) => person !== null).map((person) => [id, person.id, 'declared']),
    ),
  )
  // The progress of a level counts them like drawn cases, or the difference would tell how many there are.
  for (const { level, review } of given)
    await changeProgress(writer, { round: round.id, level }, review.work.unit.id, {
      drawn: 1,
      assigned: 1,
      started: 1,
      submitted: 1,
      minutes: review.minutes ?? 0,
    })
  for (const [level, of] of Map.groupBy(listed, (each) => each.level))
    await saveAnchorsInRound(
      writer,
      { round: round.id, level },
      of.map(({ anchor, review }) => ({
        anchor: anchor.id,
        outcome: review === null ? 'no-reviewer' : 'given',
        review: review?.id ?? null,
      })),
    )
}

function contentOf({ unit, caseworker, started, completed, attributes }: DemoCaseStage) {
  return {
    unit: unit.name,
    caseworker: caseworker.initials,
    started,
    completed: completed ?? '',
    attributes,
  }
}

function participantsOf({ caseworker, helper }: DemoCaseStage) {
  return [
    { part: 'responsible', caseworker: caseworker.initials, name: caseworker.name },
    ...(helper === null ? [] : [{ part: 'took-part', caseworker: helper.initials, name: helper.name }]),
  ]
}
