import * as imports from '../../storage/caseflow/event-import.ts'
import { deleteStagedEvents } from '../../storage/caseflow/merge-events.ts'
import { getId, type EventImportId } from '../../storage/ids.ts'
import type { EventCounts } from '../../storage/tables/caseflow.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { judgeWaitingCases } from './judge-cases.ts'
import { writeEvents } from './write-events.ts'

/** Cases judged before the answer is sent; what is left of a large import is judged in the background. */
const judgedAtOnce = 1000

/**
 * Writes a preview's new and corrected events in one transaction, and judges the cases they touch. A file with refused
 * rows is confirmed only where `withoutRefused` says that the others will do.
 */
export async function confirmEvents(
  context: Context,
  text: string,
  withoutRefused: boolean,
): Promise<Result<EventCounts>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  const { database, actor, now } = context
  const id = getId<EventImportId>(text)
  const confirmed = await database.transaction(
    actor,
    async (tx): Promise<Result<EventCounts>> => {
      if (!(await imports.beginEventImport(tx))) return refused('import-under-way')
      const batch = await imports.findEventImport(tx.reader, id)
      if (batch === undefined) return refused('not-found')
      if (batch.state !== 'previewed') return refused('preview-closed')
      if (await imports.isEventPreviewStale(tx.reader, id)) return refused('preview-stale')
      if (batch.counts.refused > 0 && !withoutRefused) return refused('rows-refused')
      await writeEvents(tx, actor, batch)
      return done(batch.counts)
    },
    { long: true },
  )
  if (confirmed.ok) await judgeWaitingCases({ database, actor }, now, judgedAtOnce)
  return confirmed
}

/** Forgets a preview and its rows. */
export async function discardEvents(context: Context, text: string): Promise<Result<undefined>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  const id = getId<EventImportId>(text)
  return context.database.transaction(
    context.actor,
    async (tx) => {
      if (!(await imports.beginEventImport(tx))) return refused('import-under-way')
      const batch = await imports.findEventImport(tx.reader, id)
      if (batch === undefined) return refused('not-found')
      if (batch.state !== 'previewed') return refused('preview-closed')
      const writer = await tx.recordChange({
        room: 'caseflow',
        act: 'discard-events',
        subjectKind: 'event-import',
        subjectId: id,
      })
      await deleteStagedEvents(writer, id)
      await imports.closeEventImport(writer, id, { state: 'discarded' })
      return done()
    },
    { long: true },
  )
}
