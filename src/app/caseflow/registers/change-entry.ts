import type {
  correctEntry as correctRoute,
  getEntry as getRoute,
  withdrawEntry as withdrawRoute,
} from '../../../contract/caseflow/registers.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { judgeNext, listCaseHolders } from '../../../storage/caseflow/register-cases.ts'
import {
  changeEntry,
  findEntry,
  listEntryVersions,
  lockEntry,
  type EntryContent,
  type EntryEvent,
  type RegisterEntry,
} from '../../../storage/caseflow/register-entry.ts'
import { findId, type RegisterEntryId } from '../../../storage/ids.ts'
import type { Transaction } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { judgeWaitingCases } from '../judge-cases.ts'
import { timeOf } from './enter-event.ts'
import { eventOf, idleEventOf } from './entry-event.ts'
import { mayChange } from './may-change.ts'
import { registerReachOf } from './register-reach.ts'
import { setAsideIfDouble } from './set-aside-doubles.ts'

type Correction = RouteInput<typeof correctRoute>['body']
type Seen = RouteInput<typeof withdrawRoute>['body']
type Corrected = Immutable<RouteOutput<typeof correctRoute>>

/** All that an entry has said, for whoever may see its case. */
export async function getEntry(
  context: Context,
  text: string,
): Promise<Result<Immutable<RouteOutput<typeof getRoute>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const id = findId<RegisterEntryId>(text)
    const entry = id === undefined ? undefined : await findEntry(tx.reader, id)
    if (entry === undefined) return refused('not-found')
    const holder = (await listCaseHolders(tx.reader, [entry.caseId])).get(entry.caseId)
    const reach = await registerReachOf(tx.reader, context)
    if (holder === undefined || !reach.sees(holder)) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'read-register-entry',
      subjectKind: 'register-entry',
      subjectId: entry.id,
    })
    const versions = await listEntryVersions(reader, entry.id)
    return done({
      caseId: entry.caseId,
      versions: versions.map(({ moment, at, ...rest }) => ({
        ...rest,
        moment: moment?.toISOString() ?? null,
        at: at.toISOString(),
      })),
    })
  })
}

/** What the entry should have said; it counts again where it had been set aside for what it said before. */
export function correctEntry(context: Context, text: string, asked: Correction): Promise<Result<Corrected>> {
  return changing(context, text, asked, async ({ tx, entry, change }) => {
    if (entry.act === 'withdrawn') return refused('entry-closed')
    const moment = timeOf(context, asked)
    if (!moment.ok) return moment
    const content: EntryContent = {
      ...entry,
      day: asked.day,
      moment: moment.value,
      note: asked.note,
    }
    await change('corrected', content, eventOf(entry, content))
    return done({ id: entry.id, double: await setAsideIfDouble(tx, entry.id) })
  })
}

/** It no longer counts, and stays to be seen with the reason. */
export function withdrawEntry(context: Context, text: string, asked: Seen): Promise<Result<undefined>> {
  return changing(context, text, asked, async ({ entry, change }) => {
    if (entry.act === 'withdrawn') return refused('entry-closed')
    await change('withdrawn', entry, idleEventOf('withdrawn', entry))
    return done()
  })
}

/** It is another event than the case system's of the same day: both count from now on. */
export function countEntryAgain(context: Context, text: string, asked: Seen): Promise<Result<undefined>> {
  return changing(context, text, asked, async ({ entry, change }) => {
    if (entry.act !== 'set-aside') return refused('entry-closed')
    await change('counted-again', entry, eventOf(entry, entry))
    return done()
  })
}

interface Changing {
  readonly tx: Transaction
  readonly entry: RegisterEntry
  readonly change: (
    act: 'corrected' | 'withdrawn' | 'counted-again',
    content: EntryContent,
    event: EntryEvent,
  ) => Promise<void>
}

/** Opens an entry for somebody who may change it and who saw what stands, and judges its case after the change. */
async function changing<T>(
  context: Context,
  text: string,
  { version, reason }: Pick<Seen, 'version' | 'reason'>,
  work: (open: Changing) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { database, actor, now } = context
  const result = await database.transaction(actor, async (tx): Promise<Result<T>> => {
    const id = findId<RegisterEntryId>(text)
    const entry = id === undefined ? undefined : await lockEntry(tx.reader, id)
    if (entry === undefined) return refused('not-found')
    const holder = (await listCaseHolders(tx.reader, [entry.caseId])).get(entry.caseId)
    const reach = await registerReachOf(tx.reader, context)
    if (holder === undefined || !reach.sees(holder)) return refused('not-found')
    if (!reach.writes(holder) || !mayChange(context, entry)) return refused('not-permitted')
    if (entry.version !== version) return refused('entry-changed')
    return work({
      tx,
      entry,
      change: async (act, content, event) => {
        const writer = await tx.recordChange({
          room: 'caseflow',
          act: `${act === 'counted-again' ? 'count-again' : act === 'corrected' ? 'correct' : 'withdraw'}-register-entry`,
          subjectKind: 'register-entry',
          subjectId: entry.id,
        })
        await changeEntry(writer, entry, { act, by: actor.personId, reason }, content, event)
        await judgeNext(writer, entry.caseId)
      },
    })
  })
  if (result.ok) await judgeWaitingCases({ database, actor }, now, 1)
  return result
}
