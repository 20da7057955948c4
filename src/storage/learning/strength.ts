import { sql } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { ReviewState } from '../../core/review/review.ts'
import type {
  CaseStageId,
  PersonId,
  ProgrammeVersionId,
  ReviewId,
  RoundId,
  StrengthId,
  UnitId,
} from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** A strength with what decides whether its unit may see it; no id of a case. */
export interface Strength {
  readonly id: StrengthId
  readonly unit: UnitId
  readonly theme: string | null
  readonly text: string
  readonly author: PersonId | null
  readonly authorRole: string
  readonly writtenAt: Date
  /** Null: the unit wrote it. */
  readonly review: ReviewId | null
  readonly question: string | null
  readonly caseNumber: number | null
  readonly round: RoundId | null
  readonly roundDa: string | null
  readonly roundEn: string | null
  readonly programmeVersionId: ProgrammeVersionId | null
  readonly reviewState: ReviewState | null
  readonly anchor: boolean
  /** The answer as it stands now. */
  readonly answer: AnswerValue | null
  readonly value: string | null
  readonly derivedValue: string | null
}

function selectStrengths(reader: Reader) {
  return reader.db
    .selectFrom('strength as s')
    .leftJoin('review as r', 'r.id', 's.review_id')
    .leftJoin('round as o', 'o.id', 'r.round_id')
    .leftJoin('review_answer as a', (join) =>
      join.onRef('a.review_id', '=', 's.review_id').onRef('a.question_key', '=', 's.question_key'),
    )
    .select([
      's.id',
      's.unit_id as unit',
      's.theme',
      's.text',
      's.author_id as author',
      's.author_role as authorRole',
      's.written_at as writtenAt',
      's.review_id as review',
      's.question_key as question',
      's.case_number as caseNumber',
      'r.round_id as round',
      'o.title_da as roundDa',
      'o.title_en as roundEn',
      'o.programme_version_id as programmeVersionId',
      'r.state as reviewState',
      sql<boolean>`r.anchor_id is not null`.as('anchor'),
      'a.answer',
      'a.value',
      'a.derived_value as derivedValue',
    ])
    .where('s.withdrawn_at', 'is', null)
}

/** What was said to go well at a unit, the newest first; which of it may be shown the caller decides. */
export async function listStrengths(reader: PersonalReader, unit: UnitId): Promise<readonly Strength[]> {
  return selectStrengths(reader)
    .where('s.unit_id', '=', unit)
    .orderBy('s.written_at', 'desc')
    .orderBy('s.id')
    .limit(500)
    .execute()
}

export async function listStrengthsOfReview(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly Strength[]> {
  return selectStrengths(reader)
    .where('s.review_id', '=', review)
    .orderBy('s.written_at')
    .orderBy('s.id')
    .limit(200)
    .execute()
}

export async function findStrength(reader: PersonalReader, id: StrengthId): Promise<Strength | undefined> {
  return selectStrengths(reader).where('s.id', '=', id).executeTakeFirst()
}

/**
 * The number that stands for a case in its round: the one it has already, or the next. Asked one after the other, so that
 * two cases never get the same.
 */
export async function numberCase(
  writer: Writer,
  { round, caseStage }: { readonly round: RoundId; readonly caseStage: CaseStageId },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'tilsyn strength ' || sealed.current_municipality() || ' ' || ${round}, 0))`.execute(writer.db)
  const { rows } = await sql<{ number: number }>`
    select coalesce(
      max(s.case_number) filter (where r.case_stage_id = ${caseStage}),
      max(s.case_number) + 1, 1) as number
    from strength s join review r on r.id = s.review_id where r.round_id = ${round}`.execute(writer.db)
  return rows[0]?.number ?? 1
}

export async function insertStrength(
  writer: Writer,
  strength: {
    readonly id: StrengthId
    readonly unit: UnitId
    readonly review: {
      readonly id: ReviewId
      readonly question: string
      readonly caseNumber: number
    } | null
    readonly theme: string | null
    readonly text: string
    readonly author: PersonId | null
    readonly authorRole: string
    readonly at: Date
  },
): Promise<void> {
  await writer.db
    .insertInto('strength')
    .values({
      id: strength.id,
      unit_id: strength.unit,
      review_id: strength.review?.id ?? null,
      question_key: strength.review?.question ?? null,
      case_number: strength.review?.caseNumber ?? null,
      theme: strength.theme,
      text: strength.text,
      author_id: strength.author,
      author_role: strength.authorRole,
      written_at: strength.at,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
}

export async function withdrawStrength(
  writer: Writer,
  id: StrengthId,
  { by, at }: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  await writer.db
    .updateTable('strength')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}
