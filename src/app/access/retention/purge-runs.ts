import { randomUUID } from 'node:crypto'
import type {
  listPurges as listRoute,
  previewPurge as previewRoute,
  PurgeRun as RunView,
} from '../../../contract/access/retention/retention.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { monthsAfter } from '../../../core/calendar/days.ts'
import { whyKept, type KeptBecause } from '../../../core/access/retention/due.ts'
import { caseTables } from '../../../storage/access/retention/case-tables.ts'
import { listParts } from '../../../storage/access/retention/parts.ts'
import { listPeriods } from '../../../storage/access/retention/rules.ts'
import * as stored from '../../../storage/access/retention/runs.ts'
import { findId, getId, type PurgeRunId } from '../../../storage/ids.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

const mostShown = 200
/** Months ahead that are looked at. */
const horizons = [3, 12, 60] as const

interface Due {
  readonly cases: readonly string[]
  readonly kept: Readonly<Record<KeptBecause, number>>
  readonly coming: readonly { readonly months: number; readonly cases: number }[]
}

async function listDue(reader: PersonalReader, today: string): Promise<Due> {
  const periods = await listPeriods(reader)
  const kept = { open: 0, 'no-period': 0, 'not-yet': 0, held: 0 }
  const cases: string[] = []
  const coming = horizons.map((months) => ({ months, day: monthsAfter(today, months), cases: 0 }))
  for (const { caseId, held, parts } of await listParts(reader)) {
    const why = held ? 'held' : whyKept(parts, periods, today)
    if (why === undefined) cases.push(caseId)
    else kept[why] += 1
    if (why !== 'not-yet') continue
    for (const horizon of coming) if (whyKept(parts, periods, horizon.day) === undefined) horizon.cases += 1
  }
  return { cases, kept, coming: coming.map(({ months, cases: count }) => ({ months, cases: count })) }
}

export async function previewPurge(
  context: Context,
): Promise<Result<Immutable<RouteOutput<typeof previewRoute>>>> {
  return context.database.transaction(
    context.actor,
    async (tx) => {
      const reader = await tx.recordAccess({ act: 'list-cases-due', subjectKind: 'case' })
      const { cases, kept, coming } = await listDue(reader, context.today)
      const counts = cases.length === 0 ? {} : await stored.countRows(reader, cases)
      return done({
        due: cases.length,
        cases: cases.slice(0, mostShown).map((caseId) => ({ caseId })),
        rows: caseTables.flatMap(({ table, title }) => {
          const rows = counts[table]
          return rows === undefined ? [] : [{ table, ...title, rows }]
        }),
        kept: { open: kept.open, noPeriod: kept['no-period'], notYet: kept['not-yet'], held: kept.held },
        coming,
      })
    },
    { isolation: 'repeatable read' },
  )
}

export async function listPurges(
  context: Context,
): Promise<Result<Immutable<RouteOutput<typeof listRoute>>>> {
  const runs = await context.database.transaction(context.actor, ({ reader }) => stored.listRuns(reader))
  return done({
    purges: runs.map((run): Immutable<RunView> => ({
      id: run.id,
      asOf: run.asOf,
      cases: run.cases,
      rows: Object.values(run.counts).reduce((sum, n) => sum + n, 0),
      state: stateOf(run),
      proposedAt: run.proposedAt.toISOString(),
      by: run.by,
      decidedBy: run.decider,
      mine: run.proposedBy === context.actor.personId,
      erased: run.erased,
      leftAlone: run.leftAlone,
      finishedAt: run.finishedAt?.toISOString() ?? null,
    })),
  })
}

function stateOf({ approved, finishedAt }: stored.PurgeRun): RunView['state'] {
  if (approved === null) return 'proposed'
  if (!approved) return 'refused'
  return finishedAt === null ? 'approved' : 'finished'
}

/** Writes down which cases are due today; nothing is erased before another person has approved just these. */
export async function proposePurge(
  context: Context,
): Promise<Result<{ id: string }, 'nothing-due' | 'purge-waits'>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<{ id: string }, 'nothing-due' | 'purge-waits'>> => {
      await stored.lockRetention(tx.reader, context.actor.municipalityId)
      const reader = await tx.recordAccess({ act: 'list-cases-due', subjectKind: 'case' })
      const { cases } = await listDue(reader, context.today)
      if (cases.length === 0) return refused('nothing-due')
      const counts = await stored.countRows(reader, cases)
      const id = getId<PurgeRunId>(randomUUID())
      const writer = await tx.recordChange({
        room: 'access',
        act: 'propose-purge',
        subjectKind: 'purge-run',
        subjectId: id,
        detail: { cases: cases.length },
      })
      const { personId: by } = context.actor
      const run = { id, asOf: context.today, cases, counts, by, at: context.now }
      return (await stored.addRun(tx, writer, run)) ? done({ id }) : refused('purge-waits')
    },
  )
}

/** The second person says yes or no. */
export async function decidePurge(
  context: Context,
  text: string,
  approve: boolean,
): Promise<Result<undefined, 'not-found' | 'purge-own' | 'purge-decided'>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<undefined, 'not-found' | 'purge-own' | 'purge-decided'>> => {
      const id = findId<PurgeRunId>(text)
      const run = id === undefined ? undefined : await stored.lockRun(tx.reader, id)
      if (run === undefined) return refused('not-found')
      if (run.approved !== null) return refused('purge-decided')
      const { personId: by } = context.actor
      if (run.proposedBy === by) return refused('purge-own')
      const writer = await tx.recordChange({
        room: 'access',
        act: approve ? 'approve-purge' : 'refuse-purge',
        subjectKind: 'purge-run',
        subjectId: run.id,
      })
      await stored.decideRun(writer, run.id, { by, at: context.now, approved: approve })
      return done()
    },
  )
}
