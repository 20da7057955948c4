import { sql } from 'kysely'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { CalibrationId, PersonId, TrainingCaseId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface GivenInCalibration extends AnswerContent {
  readonly trainingCase: TrainingCaseId
  readonly person: PersonId
  readonly level: number
  readonly question: string
}

/**
 * Everybody's handed-in answers of a calibration that is open; of one that is not there are none, whoever asks. What
 * somebody had begun and not handed in stays theirs.
 */
export async function listOpenedAnswers(
  reader: PersonalReader,
  id: CalibrationId,
): Promise<readonly GivenInCalibration[]> {
  return selectHandedIn(reader, id, sql`c.opened_at is not null`)
}

/** The same while it is being opened: only numbers of it are kept, and nothing of it is shown. */
export async function listAnswersToCount(
  writer: Writer,
  id: CalibrationId,
): Promise<readonly GivenInCalibration[]> {
  return selectHandedIn(writer, id, sql`c.opened_at is null`)
}

async function selectHandedIn(
  { db }: Reader,
  id: CalibrationId,
  state: ReturnType<typeof sql>,
): Promise<readonly GivenInCalibration[]> {
  const { rows } = await sql<GivenInCalibration>`
    select a.training_case_id as "trainingCase", a.person_id as person, f.level, a.question_key as question, a.answer,
      a.value, a.override_reason as "overrideReason", a.comment, a.evidence_reference as "evidenceReference",
      a.evidence_date as "evidenceDate"
    from calibration as c
      join calibration_form as f on f.calibration_id = c.id and f.submitted_at is not null
      join calibration_answer as a on a.calibration_id = f.calibration_id
        and a.training_case_id = f.training_case_id and a.person_id = f.person_id
    where c.id = ${id} and ${state} and c.withdrawn_at is null
    order by a.training_case_id, a.question_key, f.level, a.person_id
    limit 50000`.execute(db)
  return rows
}

export interface Conclusion {
  readonly id: number
  readonly trainingCase: TrainingCaseId
  readonly question: string
  readonly at: Date
  /** Null: the program, in the demo. */
  readonly by: string | null
  readonly given: string | null
  readonly reason: string | null
  readonly guidance: string | null
}

/** What was agreed on, everything ever written, in the order it was. */
export async function listConclusions(reader: Reader, id: CalibrationId): Promise<readonly Conclusion[]> {
  return reader.db
    .selectFrom('calibration_conclusion as k')
    .leftJoin('person as p', 'p.id', 'k.person_id')
    .select([
      'k.id',
      'k.training_case_id as trainingCase',
      'k.question_key as question',
      'k.at',
      'p.name as by',
      'k.given',
      'k.reason',
      'k.guidance',
    ])
    .where('k.calibration_id', '=', id)
    .orderBy('k.id')
    .limit(5000)
    .execute()
}

export async function saveConclusion(
  writer: Writer,
  conclusion: {
    readonly calibration: CalibrationId
    readonly trainingCase: TrainingCaseId
    readonly question: string
    readonly person: PersonId | null
    readonly at: Date
    readonly given: string | null
    readonly reason: string | null
    readonly guidance: string | null
  },
): Promise<void> {
  const { calibration, trainingCase, question, person, at, given, reason, guidance } = conclusion
  await writer.db
    .insertInto('calibration_conclusion')
    .values({
      calibration_id: calibration,
      training_case_id: trainingCase,
      question_key: question,
      person_id: person,
      at,
      given,
      reason,
      guidance,
    })
    .execute()
}
