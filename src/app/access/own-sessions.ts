import { closeSessionsOf, listOwnSessions, type OwnSession } from '../../storage/account.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import type { SessionLimits } from './session-limits.ts'

export interface ShownSession {
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
