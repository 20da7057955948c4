import { sql } from 'kysely'
import type { SignedHead } from '../../../core/access/seal/head.ts'
import type { StoredHead } from '../../../core/access/seal/tree-check.ts'
import type { Reader } from '../../transaction.ts'

const columns = sql`municipality_id as municipality, number, size, encode(root, 'hex') as root,
  extract(epoch from sealed_at)::text as time, seen, encode(previous, 'hex') as previous, key_id as key,
  translate(encode(signature, 'base64'), E'\n', '') as signature`

type Row = SignedHead & { readonly peaks: Buffer }

function stored({ peaks, ...head }: Row): StoredHead {
  return { head, peaks }
}

export async function findLastHead(reader: Reader): Promise<StoredHead | undefined> {
  const { rows } = await sql<Row>`
    select ${columns}, peaks from log_head order by number desc limit 1`.execute(reader.db)
  return rows[0] === undefined ? undefined : stored(rows[0])
}

/** Heads after a number, oldest first. */
export async function listHeadsAfter(
  reader: Reader,
  number: number,
  limit: number,
): Promise<readonly StoredHead[]> {
  const { rows } = await sql<Row>`
    select ${columns}, peaks from log_head where number > ${number} order by number limit ${limit}`.execute(
    reader.db,
  )
  return rows.map(stored)
}

export async function listHeadsNumbered(
  reader: Reader,
  numbers: readonly number[],
): Promise<readonly SignedHead[]> {
  const { rows } = await sql<SignedHead>`
    select ${columns} from log_head where number = any(${[...numbers]}::bigint[]) order by number`.execute(
    reader.db,
  )
  return rows
}
