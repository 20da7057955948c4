import { sql } from 'kysely'
import type { MunicipalityId, PersonId, PurgeRunId } from '../../ids.ts'
import { toJson } from '../../tables/column.ts'
import type { PersonalReader, Reader, Transaction, Writer } from '../../transaction.ts'
import { caseTables } from './case-tables.ts'
import { isAbout } from './rows-of-cases.ts'

export interface PurgeRun {
  readonly id: PurgeRunId
  readonly asOf: string
  readonly cases: number
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>
  readonly proposedBy: PersonId
  readonly proposedAt: Date
  readonly decidedBy: PersonId | null
  readonly approved: boolean | null
  readonly erased: number
  readonly leftAlone: number
  readonly finishedAt: Date | null
}

const columns = [
  'id',
  'as_of as asOf',
  'cases',
  'counts',
  'proposed_by as proposedBy',
  'proposed_at as proposedAt',
  'decided_by as decidedBy',
  'approved',
  'erased',
  'left_alone as leftAlone',
  'finished_at as finishedAt',
] as const

/** Arbitrary; the second number of the lock is of the municipality. */
const lockClass = 1_902_051

/** Erasing a case, keeping one from being erased and proposing a run wait for each other, until their transactions end. */
export async function lockRetention(reader: Reader, municipality: MunicipalityId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${municipality}))`.execute(reader.db)
}

/** The newest runs first, with the names of those who proposed and decided. */
export function listRuns(
  reader: Reader,
): Promise<readonly (PurgeRun & { readonly by: string; readonly decider: string | null })[]> {
  return reader.db
    .selectFrom('purge_run as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.municipality_id', '=', 'r.municipality_id').onRef('p.id', '=', 'r.proposed_by'),
    )
    .leftJoin('person as d', (join) =>
      join.onRef('d.municipality_id', '=', 'r.municipality_id').onRef('d.id', '=', 'r.decided_by'),
    )
    .select(columns.map((column) => `r.${column}` as const))
    .select(['p.name as by', 'd.name as decider'])
    .orderBy('r.proposed_at', 'desc')
    .limit(100)
    .execute()
}

export function lockRun(reader: Reader, id: PurgeRunId): Promise<PurgeRun | undefined> {
  return reader.db.selectFrom('purge_run').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Approved, and not yet carried out to the end. */
export function listApprovedRuns(reader: Reader): Promise<readonly PurgeRun[]> {
  return reader.db
    .selectFrom('purge_run')
    .select(columns)
    .where('approved', '=', true)
    .where('finished_at', 'is', null)
    .orderBy('proposed_at')
    .execute()
}

/** False: another run waits to be decided or carried out. */
export async function addRun(
  tx: Transaction,
  writer: Writer,
  {
    id,
    asOf,
    by,
    at,
    cases,
    counts,
  }: Pick<PurgeRun, 'id' | 'asOf' | 'counts'> & {
    readonly by: PersonId
    readonly at: Date
    readonly cases: readonly string[]
  },
): Promise<boolean> {
  const added = await writer.db
    .insertInto('purge_run')
    .values({
      id,
      as_of: asOf,
      cases: cases.length,
      counts: toJson(counts),
      proposed_by: by,
      proposed_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(added.numInsertedOrUpdatedRows) !== 1) return false
  await tx.copy(
    writer,
    'purge_case',
    ['run_id', 'case_id'],
    cases.map((caseId) => [id, caseId]),
  )
  return true
}

/** What was refused is not to be erased, so its list of cases goes. */
export async function decideRun(
  writer: Writer,
  id: PurgeRunId,
  { by, at, approved }: { readonly by: PersonId; readonly at: Date; readonly approved: boolean },
): Promise<void> {
  await writer.db
    .updateTable('purge_run')
    .set({ decided_by: by, decided_at: at, approved })
    .where('id', '=', id)
    .execute()
  if (!approved) await writer.db.deleteFrom('purge_case').where('run_id', '=', id).execute()
}

export async function listCasesToErase(
  reader: Reader,
  id: PurgeRunId,
  limit: number,
): Promise<readonly string[]> {
  const rows = await reader.db
    .selectFrom('purge_case')
    .select('case_id')
    .where('run_id', '=', id)
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map(({ case_id: caseId }) => caseId)
}

/** Takes the case off the list and counts it, in the transaction that erases it or finds that it stays. */
export async function countCase(
  writer: Writer,
  id: PurgeRunId,
  caseId: string,
  outcome: 'erased' | 'left_alone',
): Promise<void> {
  await writer.db.deleteFrom('purge_case').where('run_id', '=', id).where('case_id', '=', caseId).execute()
  await writer.db
    .updateTable('purge_run')
    .set((eb) => ({ [outcome]: eb(outcome, '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function finishRun(writer: Writer, id: PurgeRunId, at: Date): Promise<void> {
  await writer.db.updateTable('purge_run').set({ finished_at: at }).where('id', '=', id).execute()
}

/** How many rows of each table are about the cases; tables without any are left out. */
export async function countRows(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const { table } of caseTables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from ${sql.table(table)} where ${isAbout(table, cases)}`.execute(
      reader.db,
    )
    const n = rows[0]?.n ?? 0
    if (n > 0) counts[table] = n
  }
  return counts
}
