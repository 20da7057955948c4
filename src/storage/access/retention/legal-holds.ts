import { sql } from 'kysely'
import type { LegalHoldId, PersonId } from '../../ids.ts'
import type { PersonalReader, Writer } from '../../transaction.ts'

export interface LegalHold {
  readonly id: LegalHoldId
  readonly caseId: string
  readonly reason: string
  readonly placedBy: string
  readonly placedAt: Date
  readonly liftedBy: string | null
  readonly liftedAt: Date | null
  readonly liftedReason: string | null
}

/** The newest first, those that were lifted too. */
export async function listLegalHolds(reader: PersonalReader): Promise<readonly LegalHold[]> {
  const { rows } = await sql<LegalHold>`
    select h.id, h.case_id as "caseId", h.reason, p.name as "placedBy", h.placed_at as "placedAt", l.name as "liftedBy",
      h.lifted_at as "liftedAt", h.lifted_reason as "liftedReason"
    from legal_hold h
      join person p on p.municipality_id = h.municipality_id and p.id = h.placed_by
      left join person l on l.municipality_id = h.municipality_id and l.id = h.lifted_by
    order by h.placed_at desc limit 1000`.execute(reader.db)
  return rows
}

/** False: the case is held already. */
export async function addLegalHold(
  writer: Writer,
  hold: {
    readonly id: LegalHoldId
    readonly caseId: string
    readonly reason: string
    readonly by: PersonId
    readonly at: Date
  },
): Promise<boolean> {
  const added = await writer.db
    .insertInto('legal_hold')
    .values({
      id: hold.id,
      case_id: hold.caseId,
      reason: hold.reason,
      placed_by: hold.by,
      placed_at: hold.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) === 1
}

/** The hold, kept from being lifted twice at once. */
export async function lockLegalHold(
  reader: PersonalReader,
  id: LegalHoldId,
): Promise<{ readonly caseId: string; readonly lifted: boolean } | undefined> {
  const row = await reader.db
    .selectFrom('legal_hold')
    .select(['case_id', 'lifted_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { caseId: row.case_id, lifted: row.lifted_at !== null }
}

export async function liftLegalHold(
  writer: Writer,
  id: LegalHoldId,
  { by, at, reason }: { readonly by: PersonId; readonly at: Date; readonly reason: string },
): Promise<void> {
  await writer.db
    .updateTable('legal_hold')
    .set({ lifted_by: by, lifted_at: at, lifted_reason: reason })
    .where('id', '=', id)
    .execute()
}
