import {
  closeOtherSessions,
  closeOwnSession,
  closeSessionsOf,
  listOwnSessions,
  type OwnSession,
} from '../../storage/account.ts'
import { findId, type SessionId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { SessionLimits } from './session-limits.ts'

export interface ShownSession {
  readonly id: string
  readonly method: OwnSession['method']
  readonly startedAt: string
  readonly lastUsedAt: string
  readonly endsAt: string
  /** The one that asks. */
  readonly here: boolean
}

/** Where the caller is signed in. Neither address nor browser is kept, so neither is told. */
export async function readOwnSessions(
  { database, actor, now }: Context,
  { idle }: SessionLimits,
): Promise<Result<{ readonly sessions: readonly ShownSession[] }>> {
  return database.transaction(actor, async ({ reader }) => {
    const all = await listOwnSessions(reader)
    const alive = all.filter(({ lastSeenAt }) => now.getTime() - lastSeenAt.getTime() <= idle)
    return done({
      sessions: alive.map((one) => ({
        id: one.sessionId,
        method: one.method,
        startedAt: one.createdAt.toISOString(),
        lastUsedAt: one.lastSeenAt.toISOString(),
        endsAt: one.expiresAt.toISOString(),
        here: one.sessionId === actor.sessionId,
      })),
    })
  })
}

/** Ends every session of the caller, this one too. */
export async function signOutEverywhere({ database, actor }: Context): Promise<Result<undefined>> {
  return database.transaction(actor, async (tx) => {
    const entry = { room: 'access', act: 'sign-out-everywhere', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: actor.personId })
    await closeSessionsOf(writer, actor.personId)
    return done()
  })
}

/** Ends one session of the caller. */
export async function endOwnSession(
  { database, actor }: Context,
  { session }: { readonly session: string },
): Promise<Result<undefined>> {
  const id = findId<SessionId>(session)
  if (id === undefined) return refused('not-found')
  return database.transaction(actor, async (tx) => {
    const entry = { room: 'access', act: 'end-session', subjectKind: 'session' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: id })
    return (await closeOwnSession(writer, id)) ? done() : refused('not-found')
  })
}

/** Signs everybody in the municipality out but the caller here, e.g. after a break-in. */
export async function signEverybodyOut(context: Context): Promise<Result<{ readonly people: number }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const { database, actor } = context
  return database.transaction(actor, async (tx) => {
    const entry = { room: 'access', act: 'sign-everybody-out', subjectKind: 'municipality' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: actor.municipalityId })
    return done({ people: await closeOtherSessions(writer) })
  })
}
