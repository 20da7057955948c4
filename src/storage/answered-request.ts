import type { Kysely } from 'kysely'
import type { PersonId } from './ids.ts'
import { toJson } from './tables/column.ts'
import type { Tables } from './tables/tables.ts'
import type { KeyedRequest, Once, Reader, Writer } from './transaction.ts'

interface Carried<T> {
  /** Whether something was done that must not be done twice. */
  readonly kept: boolean
  readonly reply: unknown
  readonly result: T
}

/**
 * Takes the key, does the work, and keeps the reply with it, all in the caller's transaction. A second request with the
 * key waits here until the first has committed (and then gets its reply) or was undone (and then does the work).
 */
export async function answerOnce<T>(
  trx: Kysely<Tables>,
  person: PersonId,
  { key, digest }: KeyedRequest,
  work: () => Promise<Carried<T>>,
): Promise<Once<T>> {
  const mine = { key, person_id: person }
  const taken = await trx
    .insertInto('answered_request')
    .values({ key, request_digest: Buffer.from(digest) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) {
    const before = await trx
      .selectFrom('answered_request')
      .select(['request_digest as digest', 'reply'])
      .where((where) => where.and(mine))
      .executeTakeFirstOrThrow()
    if (!Buffer.from(before.digest).equals(digest)) return { kind: 'other' }
    return { kind: 'again', reply: before.reply ?? undefined }
  }
  const { kept, reply, result } = await work()
  if (!kept)
    await trx
      .deleteFrom('answered_request')
      .where((where) => where.and(mine))
      .execute()
  else if (reply !== undefined)
    await trx
      .updateTable('answered_request')
      .set({ reply: toJson(reply) })
      .where((where) => where.and(mine))
      .execute()
  return { kind: 'done', result }
}

export async function wasAnsweredBefore(reader: Reader, before: Date): Promise<boolean> {
  const found = await reader.db
    .selectFrom('answered_request')
    .select('key')
    .where('answered_at', '<', before)
    .executeTakeFirst()
  return found !== undefined
}

export async function forgetAnswered(writer: Writer, before: Date): Promise<void> {
  await writer.db.deleteFrom('answered_request').where('answered_at', '<', before).execute()
}
