import { whyKept } from '../../../core/access/retention/due.ts'
import { agedKinds, type AgedKind } from '../../../core/access/retention/kinds.ts'
import { monthsBefore } from '../../../core/calendar/days.ts'
import { eraseAged } from '../../../storage/access/retention/aged.ts'
import { eraseCase, listChildren } from '../../../storage/access/retention/erase-case.ts'
import { listParts } from '../../../storage/access/retention/parts.ts'
import {
  findEntries,
  redactAct,
  redactEntries,
  searchDetails,
  type EntryRef,
} from '../../../storage/access/retention/redact.ts'
import { listPeriods } from '../../../storage/access/retention/rules.ts'
import {
  countCase,
  finishRun,
  listApprovedRuns,
  listCasesToErase,
  lockRetention,
  type PurgeRun,
} from '../../../storage/access/retention/runs.ts'
import { getId, type MunicipalityId, type PurgeRunId, type SessionId } from '../../../storage/ids.ts'
import type { Actor, Database } from '../../../storage/transaction.ts'

/** The session that stands for the purge in its claim; migration 0050 lets it erase what else never changes. */
const purgeSession = getId<SessionId>('0e7a5ed0-0000-4000-8000-000000000000')

function purgerOf(municipalityId: MunicipalityId): Actor {
  return { municipalityId, personId: null, sessionId: purgeSession }
}

/** Cases that the logs are searched for in one go. */
const atOnce = 100
/** Log entries that one entry tells of. */
const redactedAtOnce = 500

export interface Purge {
  /** As `tilsyn_owner`: nobody else may delete. */
  readonly database: Database
  readonly today: string
  readonly now: () => Date
  /** Cases done of how many. */
  readonly progress: (done: number, all: number) => void
}

export interface Purged {
  readonly runs: readonly PurgeRunId[]
  readonly erased: number
  /** Cases that were held back since the approval, or are no longer due. */
  readonly leftAlone: number
  readonly aged: Readonly<Record<AgedKind, number>>
}

/**
 * Erases the cases of approved runs, each in a transaction of its own, and what is due by age alone. Killed at any moment, it
 * goes on where it was when it is run again. The runs are finished by `finishRuns`, when the files were written anew.
 */
export async function purge(parts: Purge, municipality: MunicipalityId): Promise<Purged> {
  const { database, progress } = parts
  const actor = purgerOf(municipality)
  const runs = await database.transaction(actor, ({ reader }) => listApprovedRuns(reader))
  let erased = 0
  let leftAlone = 0
  for (const run of runs) {
    let done = run.erased + run.leftAlone
    for (;;) {
      const cases = await database.transaction(actor, ({ reader }) =>
        listCasesToErase(reader, run.id, atOnce),
      )
      if (cases.length === 0) break
      const named = await database.transaction(
        actor,
        async (tx) => searchDetails(await tx.recordAccess(ofRun('search-logs-to-redact', run)), cases),
        { long: true },
      )
      for (const caseId of cases) {
        if (await eraseOne(parts, actor, run, caseId, named.get(caseId) ?? [])) erased += 1
        else leftAlone += 1
        done += 1
        progress(done, run.cases)
      }
    }
  }
  return { runs: runs.map(({ id }) => id), erased, leftAlone, aged: await eraseByAge(parts, actor) }
}

const ofRun = (act: string, { id }: Pick<PurgeRun, 'id'>) => ({
  act,
  subjectKind: 'purge-run',
  subjectId: id,
})

/** False: the case stays, because something has changed since the approval. */
async function eraseOne(
  { database, today }: Purge,
  actor: Actor,
  run: PurgeRun,
  caseId: string,
  named: readonly EntryRef[],
): Promise<boolean> {
  return database.transaction(
    actor,
    async (tx) => {
      await lockRetention(tx.reader, actor.municipalityId)
      const reader = await tx.recordAccess(ofRun('check-retention', run))
      const [found] = await listParts(reader, [caseId])
      const stays =
        found === undefined ||
        found.held ||
        whyKept(found.parts, await listPeriods(reader), today) !== undefined
      if (stays) {
        const writer = await tx.recordChange({ room: 'access', ...ofRun('leave-case', run) })
        await countCase(writer, run.id, caseId, 'left_alone')
        return false
      }
      const children = await listChildren(reader, caseId)
      const gone = children.filter(({ last }) => last)
      const naming = {
        cases: [caseId],
        children: gone.map(({ id }) => id),
        cprHashes: gone.flatMap(({ cprHash }) => (cprHash === null ? [] : [cprHash])),
      }
      const entries = [...named, ...(await findEntries(reader, naming))]
      const writer = await tx.recordChange({ room: 'access', ...ofRun('erase-case', run) })
      const hashes = await redactEntries(writer, actor.municipalityId, entries, naming)
      for (let i = 0; i < hashes.length; i += redactedAtOnce)
        await tx.recordChange({
          room: 'access',
          ...ofRun(redactAct, run),
          detail: { entries: hashes.slice(i, i + redactedAtOnce) },
        })
      await eraseCase(writer, caseId, children)
      await countCase(writer, run.id, caseId, 'erased')
      return true
    },
    { long: true },
  )
}

async function eraseByAge({ database, today }: Purge, actor: Actor): Promise<Purged['aged']> {
  const counts: Record<AgedKind, number> = { mail: 0, notifications: 0, imports: 0, sessions: 0 }
  for (const kind of agedKinds)
    counts[kind] = await database.transaction(
      actor,
      async (tx) => {
        const months = (await listPeriods(tx.reader))[kind]
        if (months === undefined) return 0
        const before = monthsBefore(today, months)
        const entry = {
          act: 'erase-by-age',
          subjectKind: 'retention-rule',
          subjectId: kind,
          detail: { before },
        }
        const writer = await tx.recordChange({ room: 'access', ...entry })
        return eraseAged(writer, kind, before)
      },
      { long: true },
    )
  return counts
}

/** The files of the database hold nothing of the runs' cases any more. */
export async function finishRuns(
  { database, now }: Purge,
  municipality: MunicipalityId,
  runs: readonly PurgeRunId[],
): Promise<void> {
  const actor = purgerOf(municipality)
  for (const id of runs)
    await database.transaction(actor, async (tx) => {
      const writer = await tx.recordChange({ room: 'access', ...ofRun('finish-purge', { id }) })
      await finishRun(writer, id, now())
    })
}
