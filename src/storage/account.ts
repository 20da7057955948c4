import { sql } from 'kysely'
import type { PersonId, SessionId } from './ids.ts'
import type { Reader, Writer } from './transaction.ts'

export interface Account {
  readonly personId: PersonId
  /** `scrypt$N$r$p$salt$hash` */
  readonly passwordHash: string
}

/** The account of a user name in the claimed municipality; run it as an actor whose person is still null. */
export async function findAccount(reader: Reader, username: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select person_id as "personId", password_hash as "passwordHash" from sealed.find_account(${username})`.execute(
    reader.db,
  )
  return rows[0]
}

export async function saveAccount(
  writer: Writer,
  account: Account & { readonly username: string },
): Promise<void> {
  await sql`select sealed.set_account(${account.username}, ${account.personId}, ${account.passwordHash})`.execute(
    writer.db,
  )
}

/** Opens a session for the acting person; `tokenHash` is the SHA-256 of the cookie's random token. */
export async function openSession(
  writer: Writer,
  session: { readonly sessionId: SessionId; readonly tokenHash: Uint8Array; readonly expiresAt: Date },
): Promise<void> {
  await sql`select sealed.open_session(${session.sessionId}, ${session.tokenHash}, ${session.expiresAt})`.execute(
    writer.db,
  )
}

/** Signs a person out everywhere. */
export async function closeSessionsOf(writer: Writer, personId: PersonId): Promise<void> {
  await sql`select sealed.close_sessions_of(${personId})`.execute(writer.db)
}
