import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { Problem } from '../../core/language/problem.ts'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import * as imports from '../../storage/caseflow/event-import.ts'
import {
  listCorrectedEvents,
  listRefusedEvents,
  listSampleEvents,
  type CorrectedEvent,
  type RefusedEventRow,
  type SampleEvent,
} from '../../storage/caseflow/preview-events.ts'
import { getId, type EventImportId } from '../../storage/ids.ts'
import type { EventCounts, Names } from '../../storage/tables/caseflow.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { PersonalKey } from '../registry/personal-key.ts'
import { rotateCprKey } from '../registry/rotate-cpr-key.ts'
import { rulesToJudgeBy, type IncludedRules } from './included-rules.ts'
import { readEventFile } from './read-event-file.ts'
import { receiveEvents } from './receive-events.ts'

/** Rows shown of each kind; the counts say how many there are. */
const shown = { sample: 5, corrected: 100, refused: 100 }

interface EventPreview {
  readonly batch: imports.EventImport
  /** These very bytes have been delivered before. */
  readonly deliveredBefore: boolean
  /** Events have come since: the file must be read again. */
  readonly stale: boolean
  readonly sample: readonly SampleEvent[]
  readonly corrected: readonly CorrectedEvent[]
  readonly refused: readonly RefusedEventRow[]
  readonly unknownKinds: EventCounts['words']
  readonly why: NonNullable<EventCounts['why']>
}

type Previewed =
  | { readonly kind: 'preview'; readonly preview: EventPreview }
  | {
      readonly kind: 'unmatched'
      readonly columns: readonly string[]
      readonly mapping: Names
      readonly reading: EventReading
      readonly problems: readonly Problem[]
    }

interface EventFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly source: string
  readonly mapping: Names | undefined
  readonly kinds: Names | undefined
  readonly reading: EventReading | undefined
  readonly personalKey: PersonalKey | undefined
}

/** Reads a file of events and tells what it would add and correct. */
export async function previewEvents(
  context: Context,
  included: IncludedRules,
  file: EventFile,
): Promise<Result<Previewed>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  const { database, actor, now } = context
  const { personalKey } = file
  // A change of keys under way is ended first: a file's numbers are matched by the newest key's hash.
  if (personalKey?.old !== undefined) await rotateCprKey(database, actor.municipalityId, personalKey)
  try {
    return await database.transaction(
      actor,
      async (tx) => {
        if (!(await imports.beginEventImport(tx))) return refused('import-under-way')
        const rules = await rulesToJudgeBy(tx, included, now)
        const delivery = { ...file, name: hideCpr(file.name), channel: 'file' as const }
        const received = await receiveEvents(tx, actor, delivery, { rules, now }, readEventFile)
        if (received.kind === 'staged')
          return done({ kind: 'preview', preview: await readEventPreview(tx, received.id) })
        if (received.kind === 'unmatched') return done(received)
        throw new Unusable(received.problems)
      },
      { long: true },
    )
  } catch (error) {
    if (error instanceof Unusable) return refused('unusable-file', error.problems)
    throw error
  }
}

/** Ends a transaction without a trace: throwing is the only way to roll back what was written so far. */
class Unusable extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('unusable')
    this.problems = problems
  }
}

export async function getEventPreview(context: Context, text: string): Promise<Result<EventPreview>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  const id = getId<EventImportId>(text)
  return context.database.transaction(context.actor, async (tx) => {
    const batch = await imports.findEventImport(tx.reader, id)
    return batch === undefined ? refused('not-found') : done(await readEventPreview(tx, id))
  })
}

/** A preview as it may be shown: its rows are about children's cases, so the look is recorded. */
async function readEventPreview(tx: Transaction, id: EventImportId): Promise<EventPreview> {
  const reader = await tx.recordAccess({
    act: 'read-event-preview',
    subjectKind: 'event-import',
    subjectId: id,
  })
  const batch = await imports.findEventImport(reader, id)
  if (batch === undefined) throw new Error('the preview is gone')
  return {
    batch,
    deliveredBefore: await imports.wasDelivered(reader, batch.fileDigest),
    stale: batch.state === 'previewed' && (await imports.isEventPreviewStale(reader, id)),
    sample: await listSampleEvents(reader, id, shown.sample),
    corrected: await listCorrectedEvents(reader, id, shown.corrected),
    refused: await listRefusedEvents(reader, id, shown.refused),
    unknownKinds: batch.counts.words,
    why: batch.counts.why ?? [],
  }
}
