import { sql } from 'kysely'
import type { PersonId, SessionId } from './ids.ts'
import type { Reader, SessionMethod, Writer } from './transaction.ts'

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

export interface NewSession {
  readonly sessionId: SessionId
  /** SHA-256 of the cookie's random token. */
  readonly tokenHash: Uint8Array
  readonly expiresAt: Date
  readonly method: SessionMethod
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date
}

/** Opens a session for the acting person. */
export async function openSession(writer: Writer, session: NewSession): Promise<void> {
  const { sessionId, tokenHash, expiresAt, method, authenticatedAt } = session
  await sql`select sealed.open_session(${sessionId}, ${tokenHash}, ${expiresAt}, ${method}, ${authenticatedAt})`.execute(
    writer.db,
  )
}

export interface OwnSession {
  readonly sessionId: SessionId
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly method: SessionMethod
}

/** Where the acting person is signed in, the latest used first, at most 100. */
export async function listOwnSessions(reader: Reader): Promise<readonly OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    select session_id as "sessionId", created_at as "createdAt", last_seen_at as "lastSeenAt",
      expires_at as "expiresAt", method
    from sealed.list_own_sessions()`.execute(reader.db)
  return rows
}

/** Signs a person out everywhere. */
export async function closeSessionsOf(writer: Writer, personId: PersonId): Promise<void> {
  await sql`select sealed.close_sessions_of(${personId})`.execute(writer.db)
}
