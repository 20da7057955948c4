import { sql, type Insertable, type Updateable } from 'kysely'
import type { AppealCount } from '../../core/learning/appeal-count.ts'
import type { AppealFacts } from '../../core/learning/appeal.ts'
import type { AppealCountId, AppealId } from '../ids.ts'
import type { AppealCountTable, AppealTable } from '../tables/appeal.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface Appeal extends AppealFacts {
  readonly id: AppealId
  readonly reference: string
  readonly unit: string | null
  readonly provisionCertain: boolean
  readonly about: string | null
  readonly reassessedOn: string | null
  readonly ground: string | null
  readonly lesson: string | null
  readonly responsible: string | null
  readonly learntHow: string | null
}

export interface StoredAppealCount extends AppealCount {
  readonly id: AppealCountId
  readonly body: string
  readonly source: string
}

/** A municipality's complaints of many years; the latest sent first. */
const mostAppeals = 20_000

export async function listAppeals(reader: PersonalReader): Promise<readonly Appeal[]> {
  return reader.db
    .selectFrom('appeal')
    .leftJoin('unit', 'unit.id', 'appeal.unit_id')
    .leftJoin('person as responsible', 'responsible.id', 'appeal.lesson_person_id')
    .select([
      'appeal.id',
      'appeal.reference',
      'unit.name as unit',
      'appeal.provision',
      'appeal.provision_certain as provisionCertain',
      'appeal.age_group as ageGroup',
      'appeal.about',
      'appeal.reassessed_on as reassessedOn',
      'appeal.sent_on as sentOn',
      'appeal.decided_on as decidedOn',
      'appeal.outcome',
      'appeal.ground',
      'appeal.lesson',
      'responsible.name as responsible',
      'appeal.lesson_due_on as lessonDueOn',
      'appeal.learnt_on as learntOn',
      'appeal.learnt_how as learntHow',
    ])
    .where('appeal.withdrawn_at', 'is', null)
    .orderBy('appeal.sent_on', 'desc')
    .orderBy('appeal.reference')
    .limit(mostAppeals)
    .execute()
}

/** How a complaint stands, held until the transaction ends, so that no step is written twice. */
export async function holdAppeal(writer: Writer, id: AppealId) {
  const { rows } = await sql<{
    sentOn: string
    decidedOn: string | null
    outcome: AppealFacts['outcome']
    planned: boolean
    learnt: boolean
    withdrawn: boolean
  }>`select sent_on::text as "sentOn", decided_on::text as "decidedOn", outcome, lesson is not null as planned,
      learnt_on is not null as learnt, withdrawn_at is not null as withdrawn
    from appeal where id = ${id} for update`.execute(writer.db)
  return rows[0]
}

export async function appealExists(reader: Reader, id: AppealId): Promise<boolean> {
  return (
    (await reader.db.selectFrom('appeal').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  )
}

/** False where another complaint has the number. */
export async function insertAppeal(writer: Writer, appeal: Insertable<AppealTable>): Promise<boolean> {
  const made = await writer.db
    .insertInto('appeal')
    .values(appeal)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateAppeal(
  writer: Writer,
  id: AppealId,
  step: Updateable<AppealTable>,
): Promise<void> {
  await writer.db.updateTable('appeal').set(step).where('id', '=', id).execute()
}

export async function listAppealCounts(reader: Reader): Promise<readonly StoredAppealCount[]> {
  return reader.db
    .selectFrom('appeal_count')
    .select([
      'id',
      'year',
      'scope',
      'body',
      'provision',
      'age_group as ageGroup',
      'basis',
      'sent',
      'decided',
      'upheld',
      'upheld_percent as upheldPercent',
      'source',
    ])
    .where('withdrawn_at', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('scope')
    .orderBy('body')
    .orderBy('entered_at')
    .limit(2000)
    .execute()
}

export async function insertAppealCount(writer: Writer, count: Insertable<AppealCountTable>): Promise<void> {
  await writer.db.insertInto('appeal_count').values(count).execute()
}

/** False where there is none, or it is withdrawn already. */
export async function withdrawAppealCount(
  writer: Writer,
  id: AppealCountId,
  withdrawal: Pick<Updateable<AppealCountTable>, 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_reason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await writer.db
    .updateTable('appeal_count')
    .set(withdrawal)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
