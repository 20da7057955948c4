import { sql } from 'kysely'
import type { ChildId, EventImportId, ImportBatchId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface EncryptedChild {
  readonly id: ChildId
  readonly externalId: string
  readonly cprEncrypted: Buffer
}

/** Children whose numbers are not encrypted with the key that `head` names, in the order of their ids; kept from others meanwhile. */
export async function listOtherKeyed(
  reader: PersonalReader,
  head: Uint8Array,
  after: ChildId | undefined,
  limit: number,
): Promise<readonly EncryptedChild[]> {
  const { rows } = await sql<EncryptedChild>`
    select id, external_id as "externalId", cpr_encrypted as "cprEncrypted" from child
    where cpr_encrypted is not null and substring(cpr_encrypted from 1 for ${head.length}) <> ${Buffer.from(head)}
      and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${limit} for update`.execute(reader.db)
  return rows
}

export interface RekeyedChild {
  readonly id: ChildId
  readonly externalId: string
  readonly cprHash: Buffer
  readonly cprEncrypted: Buffer
}

export async function saveRekeyed(writer: Writer, children: readonly RekeyedChild[]): Promise<void> {
  await sql`
    update child c set external_id = n.external_id, cpr_hash = n.cpr_hash, cpr_encrypted = n.cpr_encrypted
    from unnest(${children.map(({ id }) => id)}::uuid[], ${children.map(({ externalId }) => externalId)}::text[],
      ${children.map(({ cprHash }) => cprHash)}::bytea[], ${children.map(({ cprEncrypted }) => cprEncrypted)}::bytea[])
      as n(id, external_id, cpr_hash, cpr_encrypted)
    where c.id = n.id`.execute(writer.db)
}

/** Previews that wait with numbers of another key. */
export async function listOtherKeyedPreviews(
  reader: PersonalReader,
  head: Uint8Array,
): Promise<{ readonly registry: readonly ImportBatchId[]; readonly events: readonly EventImportId[] }> {
  const other = (column: ReturnType<typeof sql>) =>
    sql`substring(${column} from 1 for ${head.length}) <> ${Buffer.from(head)}`
  const registry = await sql<{ id: ImportBatchId }>`
    select distinct batch_id as id from import_row
    where content ->> 'cpr' is not null and ${other(sql`decode(content ->> 'cpr', 'base64')`)}`.execute(
    reader.db,
  )
  const events = await sql<{ id: EventImportId }>`
    select distinct batch_id as id from event_import_row
    where child_cpr is not null and ${other(sql`child_cpr`)}`.execute(reader.db)
  return { registry: registry.rows.map(({ id }) => id), events: events.rows.map(({ id }) => id) }
}
