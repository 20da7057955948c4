import type { Immutable } from '../../contract/frame/route.ts'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import type { LogEntry, LogSeal } from '../../contract/access/log.ts'
import { findSealState } from '../../storage/access/seal/seal-state.ts'
import { listActs, searchLog as search, type LogFilter } from '../../storage/access/log.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

const perPage = 50

export type LogQuery = Pick<LogFilter, 'kind'> & {
  readonly [K in Exclude<keyof LogFilter, 'kind'>]?: LogFilter[K]
}

export interface LogPage {
  readonly entries: readonly Immutable<LogEntry>[]
  readonly acts: readonly string[]
  readonly next: number | null
  readonly seal: LogSeal | null
}

/** Who looked at or changed what. Looking into the log is itself written down, before it happens. */
export async function searchLog(context: Context, query: LogQuery): Promise<Result<LogPage>> {
  const granted = authorise(context, 'access.read')
  if (!granted.ok) return granted
  const { kind, act, subject, from, until, before } = query
  const who = query.who === '' ? undefined : query.who
  const filter = { kind, who, act, subject, from, until, before }
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'search-log',
      subjectKind: 'log',
      // Not whom was searched for: the log holds no names.
      detail: {
        kind,
        byName: who !== undefined,
        act: act ?? null,
        subject: subject === undefined ? null : hideCpr(subject),
        from: from ?? null,
        until: until ?? null,
        before: before ?? null,
      },
    })
    // One more than is shown tells whether there are more.
    const found = await search(reader, filter, perPage + 1)
    const entries = found.slice(0, perPage)
    const last = entries.at(-1)
    return done({
      entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      acts: await listActs(reader, kind),
      next: found.length > perPage && last !== undefined ? last.id : null,
      seal: await sealOf(reader),
    })
  })
}

async function sealOf(reader: Reader): Promise<LogSeal | null> {
  const state = await findSealState(reader)
  if (state === undefined) return null
  const { sealedAt, entries, waitingSince, verified } = state
  return {
    sealedAt: sealedAt.toISOString(),
    entries,
    waitingSince: waitingSince?.toISOString() ?? null,
    verified: verified && { at: verified.at.toISOString(), findings: verified.findings },
  }
}
