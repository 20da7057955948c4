import { sql } from 'kysely'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { CalibrationId, PersonId, TrainingCaseId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'
import type { TrainingCaseVersion } from './training-case.ts'

/** One of the invited and one training case of one calibration. */
export interface FormKey {
  readonly calibration: CalibrationId
  readonly trainingCase: TrainingCaseId
  readonly person: PersonId
}

export interface CalibrationForm {
  readonly trainingCase: TrainingCaseId
  readonly trainingVersion: TrainingCaseVersion['version']
  readonly startedAt: Date | null
  readonly submittedAt: Date | null
}

/** A person's own forms in a calibration, in the order they are to be answered. */
export async function listOwnForms(
  reader: Reader,
  calibration: CalibrationId,
  person: PersonId,
): Promise<readonly CalibrationForm[]> {
  return reader.db
    .selectFrom('calibration_form as f')
    .innerJoin('calibration_case as c', (join) =>
      join
        .onRef('c.calibration_id', '=', 'f.calibration_id')
        .onRef('c.training_case_id', '=', 'f.training_case_id'),
    )
    .select([
      'f.training_case_id as trainingCase',
      'c.version as trainingVersion',
      'f.started_at as startedAt',
      'f.submitted_at as submittedAt',
    ])
    .where('f.calibration_id', '=', calibration)
    .where('f.person_id', '=', person)
    .orderBy('c.ord')
    .limit(100)
    .execute()
}

export interface CalibrationAnswer extends AnswerContent {
  readonly question: string
  readonly version: number
  readonly answeredAt: Date
}

/** What somebody answered themself. Of others' there is `listOpenedAnswers`, which asks whether they are open. */
export async function listOwnAnswers(
  reader: Reader,
  { calibration, trainingCase, person }: FormKey,
): Promise<readonly CalibrationAnswer[]> {
  return reader.db
    .selectFrom('calibration_answer')
    .select([
      'question_key as question',
      'answer',
      'value',
      'override_reason as overrideReason',
      'comment',
      'evidence_reference as evidenceReference',
      'evidence_date as evidenceDate',
      'version',
      'answered_at as answeredAt',
    ])
    .where('calibration_id', '=', calibration)
    .where('training_case_id', '=', trainingCase)
    .where('person_id', '=', person)
    .orderBy('question_key')
    .limit(1000)
    .execute()
}

export interface AnswerToSave extends FormKey, AnswerContent {
  readonly question: string
  readonly wording: string
  readonly at: Date
  /** Version of the stored answer that the writer saw; 0: none. */
  readonly seenVersion: number
}

/**
 * Saves one answer and returns its new version, the form's own count of writes; undefined when another write came
 * between judging and saving, or the form cannot be written any more.
 */
export async function saveCalibrationAnswer(writer: Writer, save: AnswerToSave): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    with f as (
      update calibration_form as form
      set version = form.version + 1, started_at = coalesce(form.started_at, ${save.at}::timestamptz)
      from calibration as c
      where form.calibration_id = ${save.calibration} and form.training_case_id = ${save.trainingCase}
        and form.person_id = ${save.person} and form.submitted_at is null
        and c.id = form.calibration_id and c.opened_at is null and c.withdrawn_at is null
      returning form.version
    )
    insert into calibration_answer as a (calibration_id, training_case_id, person_id, question_key, answer, value,
      override_reason, wording, comment, evidence_reference, evidence_date, answered_at, version)
    select ${save.calibration}::uuid, ${save.trainingCase}::uuid, ${save.person}::uuid, ${save.question}, ${save.answer},
      ${save.value}, ${save.overrideReason}, ${save.wording}, ${save.comment}, ${save.evidenceReference},
      ${save.evidenceDate}::date, ${save.at}::timestamptz, f.version
    from f
    on conflict (municipality_id, calibration_id, training_case_id, person_id, question_key) do update set
      answer = excluded.answer, value = excluded.value, override_reason = excluded.override_reason,
      wording = excluded.wording, comment = excluded.comment, evidence_reference = excluded.evidence_reference,
      evidence_date = excluded.evidence_date, answered_at = excluded.answered_at, version = excluded.version
    where a.version = ${save.seenVersion}
    returning a.version`.execute(writer.db)
  return rows[0]?.version
}

/** Hands a form in; false when it was handed in before. */
export async function saveHandIn(
  writer: Writer,
  { calibration, trainingCase, person }: FormKey,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update calibration_form
    set submitted_at = greatest(started_at, ${at}::timestamptz), started_at = coalesce(started_at, ${at}::timestamptz),
      version = version + 1
    where calibration_id = ${calibration} and training_case_id = ${trainingCase} and person_id = ${person}
      and submitted_at is null
    returning 1`.execute(writer.db)
  return rows.length === 1
}
