import { sql } from 'kysely'
import type { Log } from '../../../core/access/seal/entry.ts'
import type { StoredHead } from '../../../core/access/seal/tree-check.ts'
import { getId, type MunicipalityId, type SessionId } from '../../ids.ts'
import type { Actor, Reader } from '../../transaction.ts'

/** The session that stands for the sealer in its claim; migration 0047 lets nobody else add seals. */
const sealerSession = getId<SessionId>('5ea1ed00-0000-4000-8000-000000000000')

export function sealerOf(municipalityId: MunicipalityId): Actor {
  return { municipalityId, personId: null, sessionId: sealerSession }
}

/** Arbitrary; the second number of the lock is of the municipality. */
const lockClass = 1_902_047

/** False while another server seals this municipality; given back with the transaction, also when its process dies. */
export async function tryToSeal(reader: Reader, municipality: MunicipalityId): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${lockClass}, hashtext(${municipality})) as mine`.execute(reader.db)
  return rows[0]?.mine === true
}

export interface NewSeal {
  readonly position: number
  readonly log: Log
  readonly entryId: string
  readonly leaf: Buffer
}

/**
 * The seals of a batch and the head over them. They are written with a mere reader: an entry in the log for every sealing
 * of the log would itself have to be sealed, without end.
 */
export async function appendSeals(
  reader: Reader,
  seals: readonly NewSeal[],
  { head, peaks }: StoredHead,
): Promise<void> {
  await sql`
    insert into log_seal (municipality_id, position, log, entry_id, leaf)
    select (select sealed.current_municipality()), * from unnest(${seals.map(({ position }) => position)}::bigint[], ${seals.map(({ log }) => log)}::text[],
      ${seals.map(({ entryId }) => entryId)}::bigint[], ${seals.map(({ leaf }) => leaf)}::bytea[])`.execute(
    reader.db,
  )
  await sql`
    insert into log_head (number, size, root, sealed_at, seen, previous, key_id, signature, peaks)
    values (${head.number}, ${head.size}, decode(${head.root}, 'hex'),
      timestamptz 'epoch' + (${head.time} || ' seconds')::interval, ${head.seen}, decode(${head.previous}, 'hex'),
      ${head.key}, decode(${head.signature}, 'base64'), ${peaks})`.execute(reader.db)
}
