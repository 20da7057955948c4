import { sql } from 'kysely'
import type { ChildId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** A child of the registry as its record is looked up by. */
export interface KnownChild {
  readonly id: ChildId
  /** The case system's id. */
  readonly externalId: string
  readonly cprEncrypted: Buffer | null
}

/** What a log entry can be about, when it is about one of these cases. */
export interface RecordSubject {
  readonly kind: string
  readonly id: string
}

/** Children of more cases than these are not looked up at once; nobody has as many. */
const mostCases = 500

export async function findChildByCpr(
  reader: PersonalReader,
  hashes: readonly Uint8Array[],
): Promise<KnownChild | undefined> {
  const row = await reader.db
    .selectFrom('child')
    .select(['id', 'external_id', 'cpr_encrypted'])
    .where(
      'cpr_hash',
      'in',
      hashes.map((hash) => Buffer.from(hash)),
    )
    .executeTakeFirst()
  return row && { id: row.id, externalId: row.external_id, cprEncrypted: row.cpr_encrypted }
}

export async function findChild(reader: PersonalReader, id: ChildId): Promise<KnownChild | undefined> {
  const row = await reader.db
    .selectFrom('child')
    .select(['id', 'external_id', 'cpr_encrypted'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, externalId: row.external_id, cprEncrypted: row.cpr_encrypted }
}

/** The children that a case is about; siblings may share one. */
export async function listChildrenOf(reader: PersonalReader, caseId: string): Promise<readonly KnownChild[]> {
  const { rows } = await sql<KnownChild>`
    select id, external_id as "externalId", cpr_encrypted as "cprEncrypted" from child where id in (
      select child_id from case_stage where case_id = ${caseId}
      union select child_id from case_event where case_id = ${caseId} and child_id is not null)
    order by external_id limit 50`.execute(reader.db)
  return rows
}

export async function listCasesOfChild(reader: PersonalReader, child: ChildId): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select case_id as "caseId" from case_stage where child_id = ${child}
    union select case_id from case_event where child_id = ${child}
    order by 1 limit ${mostCases}`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}

/** The units that the cases lie with, as far as the registry or the events know; null: a case without a known unit. */
export async function listUnitsOfCases(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<readonly (UnitId | null)[]> {
  const { rows } = await sql<{ unit: UnitId | null }>`
    select unit_id as unit from case_stage where case_id = any(${cases})
    union
    select u.id from case_event e left join unit u on lower(u.name) = lower(e.unit)
    where e.case_id = any(${cases})`.execute(reader.db)
  return rows.map(({ unit }) => unit)
}

/** Everything of these cases that entries of both logs are about. */
export async function listSubjects(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<readonly RecordSubject[]> {
  const { rows } = await sql<RecordSubject>`
    with stage as (select id from case_stage where case_id = any(${cases})),
    reviewed as (select r.id::text as id from review r where r.case_stage_id in (select id from stage))
    select 'case' as kind, unnest(${cases}::text[]) as id
    union all select 'case-stage', id::text from stage
    union all select unnest(array['review', 'feedback']), id from reviewed
    union all select 'finding', id::text from finding where case_stage_id in (select id from stage)
    union all select 'critical-case', id::text from critical_case where case_id = any(${cases})
    union all select 'register-entry', id::text from register_entry where case_id = any(${cases})
    union all select 'walk-through', id::text from walk_through where case_id = any(${cases})`.execute(
    reader.db,
  )
  return rows
}
