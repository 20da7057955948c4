import { createHash, hkdfSync } from 'node:crypto'
import {
  forgetDraftSalts as forget,
  hasDraftSaltsBefore,
  listDraftSalts,
  makeDraftSalt,
  type DraftSalt,
} from '../../storage/review/draft-salt.ts'
import type { Database } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

/** The program's part of every draft key. It is not in the database, whose copy alone therefore opens no draft. */
export interface DraftSecret {
  readonly bytes: Uint8Array
}

export interface DraftKey {
  /** Tells which key sealed a draft, and nothing of the key. */
  readonly id: string
  /** 256 bits, base64. */
  readonly key: string
}

const day = 24 * 60 * 60_000
/** A new key from then on. */
const newAfter = 7 * day
/** What was sealed with an older one can no longer be read by anyone: drafts live 14 to 21 days. */
const lastsFor = 21 * day

/** The caller's keys for unsent answers in their browser, the one to seal with first. */
export async function getDraftKeys(
  context: Context,
  secret: DraftSecret,
): Promise<Result<{ readonly keys: readonly DraftKey[] }>> {
  const { actor, now } = context
  const owner = `${actor.municipalityId} ${actor.personId}`
  return context.database.transaction(actor, async (tx) => {
    const oldest = new Date(now.getTime() - lastsFor)
    const salts = await listDraftSalts(tx.reader, actor.personId, oldest)
    const newest = salts[0]
    const all = (made: readonly DraftSalt[]) =>
      done({ keys: [...made, ...salts].map(({ salt }) => deriveKey(secret, salt, owner)) })
    if (newest !== undefined && now.getTime() - newest.madeAt.getTime() < newAfter) return all([])
    const writer = await tx.recordChange({
      room: 'review',
      act: 'make-draft-key',
      subjectKind: 'person',
      subjectId: actor.personId,
    })
    return all([await makeDraftSalt(writer, actor.personId)])
  })
}

/** HKDF (RFC 5869) from secret and salt, for this person of this municipality only. */
function deriveKey(secret: DraftSecret, salt: Uint8Array, owner: string): DraftKey {
  const key = Buffer.from(hkdfSync('sha256', secret.bytes, salt, `tilsyn draft ${owner}`, 32))
  const id = createHash('sha256').update('tilsyn draft key id').update(key).digest('hex').slice(0, 16)
  return { id, key: key.toString('base64') }
}

/** Forgets salts that have run out, also of those who never come back. */
export async function forgetDraftSalts(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lastsFor)
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    await database.transaction({ municipalityId, personId: null }, async (tx) => {
      if (!(await hasDraftSaltsBefore(tx.reader, before))) return
      const entry = { room: 'review', act: 'forget-draft-keys', subjectKind: 'municipality' } as const
      await forget(await tx.recordChange(entry), before)
    })
  }
}
