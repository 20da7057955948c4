import { sql } from 'kysely'
import type { PersonId, SessionId } from './ids.ts'
import type { Reader, SessionMethod, Writer } from './transaction.ts'

export interface Account {
  readonly personId: PersonId
  /** `scrypt$N$r$p$salt$hash` */
  readonly passwordHash: string
  /** Until when a password works that somebody else gave; null: the person has chosen it. */
  readonly givenUntil: Date | null
}

/** The account of a user name in the claimed municipality; run it as an actor whose person is still null. */
export async function findAccount(reader: Reader, username: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select person_id as "personId", password_hash as "passwordHash", given_until as "givenUntil"
    from sealed.find_account(${username})`.execute(reader.db)
  return rows[0]
}

export async function saveAccount(
  writer: Writer,
  account: Account & { readonly username: string },
): Promise<void> {
  const { username, personId, passwordHash, givenUntil } = account
  await sql`select sealed.set_account(${username}, ${personId}, ${passwordHash}, ${givenUntil})`.execute(
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

/** Ends one session of the acting person; false when it is none of theirs. */
export async function closeOwnSession(writer: Writer, session: SessionId): Promise<boolean> {
  const { rows } = await sql<{
    ended: boolean
  }>`select sealed.close_own_session(${session}) as ended`.execute(writer.db)
  return rows[0]?.ended ?? false
}

/** Signs everybody of the municipality out but the session that acts; returns how many people were signed in elsewhere. */
export async function closeOtherSessions(writer: Writer): Promise<number> {
  const { rows } = await sql<{ people: number }>`select sealed.close_other_sessions() as people`.execute(
    writer.db,
  )
  return rows[0]?.people ?? 0
}
