import { createHash, randomUUID } from 'node:crypto'
import type { EventKind } from '../../core/caseflow/deadline-rules.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { setAsideKind, withdrawnKind } from '../../core/caseflow/registers/register.ts'
import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { Problem } from '../../core/language/problem.ts'
import * as imports from '../../storage/caseflow/event-import.ts'
import { addEventSource, findEventSource, type EventSource } from '../../storage/caseflow/event-source.ts'
import { countTouchedCases, deleteStagedEvents } from '../../storage/caseflow/merge-events.ts'
import { stageEvents, stageRefusedEvents } from '../../storage/caseflow/stage-events.ts'
import { getId, type EventImportId, type EventSourceId } from '../../storage/ids.ts'
import type { EventCounts, Names } from '../../storage/tables/caseflow.ts'
import type { Actor, Transaction, Writer } from '../../storage/transaction.ts'
import type { PersonalKey } from '../registry/personal-key.ts'
import type { EventMessage, EventTask, EventTotals } from './event-message.ts'

export interface Delivery {
  readonly name: string
  readonly bytes: Uint8Array
  readonly channel: 'file' | 'api'
  /** Name of the source; a new one is added. */
  readonly source: string
  /** Instead of what the source was last read with. */
  readonly mapping: Names | undefined
  readonly kinds: Names | undefined
  readonly reading: EventReading | undefined
  /** Without it a file with CPR numbers is refused. */
  readonly personalKey: PersonalKey | undefined
}

type Received =
  | {
      readonly kind: 'staged'
      readonly id: EventImportId
      readonly sourceId: EventSourceId
      readonly counts: EventCounts
    }
  | {
      readonly kind: 'unmatched'
      readonly columns: readonly string[]
      readonly mapping: Names
      readonly reading: EventReading
      readonly problems: readonly Problem[]
    }
  | { readonly kind: 'unusable'; readonly problems: readonly Problem[] }

/** Takes a delivery in to be looked at: every event is compared with what stands, and nothing is changed yet. */
export async function receiveEvents(
  tx: Transaction,
  actor: Actor,
  delivery: Delivery,
  { rules, now }: { readonly rules: readonly DeadlineRules[]; readonly now: Date },
  read: (task: EventTask) => AsyncIterable<EventMessage>,
): Promise<Received> {
  const source = await findEventSource(tx.reader, delivery.source)
  const units = await tx.reader.db.selectFrom('unit').select('name').orderBy('name').execute()
  const id = getId<EventImportId>(randomUUID())
  const kindWords = delivery.kinds ?? source?.kinds ?? {}
  const reading = delivery.reading ?? source?.reading ?? {}
  const messages = read({
    bytes: delivery.bytes,
    file: delivery.name,
    mapping: delivery.mapping ?? source?.mapping ?? {},
    kindWords,
    reading,
    kinds: deliveredKinds(rules),
    units: units.map(({ name }) => name),
    now: now.getTime(),
    municipality: actor.municipalityId,
    personalKey: delivery.personalKey?.bytes,
  })
  const counts = { new: 0, corrected: 0, older: 0, unchanged: 0, refused: 0 }
  let begun: { readonly writer: Writer; readonly sourceId: EventSourceId } | undefined
  const open = (): NonNullable<typeof begun> => {
    if (begun === undefined) throw new Error('rows came before the columns')
    return begun
  }
  for await (const message of messages) {
    switch (message.kind) {
      case 'columns':
        begun = await begin(tx, actor, { id, delivery, source, kindWords, reading }, message)
        break
      case 'rows': {
        const { writer, sourceId } = open()
        const staged = await stageEvents(writer, { batch: id, source: sourceId }, message.rows, message.count)
        for (const key of ['new', 'corrected', 'older', 'unchanged', 'refused'] as const)
          counts[key] += staged[key]
        break
      }
      case 'refused':
        await stageRefusedEvents(tx, open().writer, id, message.rows)
        break
      case 'end': {
        const { writer, sourceId } = open()
        const { refused, repeated, why, ...totals } = message.totals
        const all: EventCounts = {
          ...counts,
          ...totals,
          refused: counts.refused + refused,
          why: withContradictions(why, counts.refused),
          unchanged: counts.unchanged + repeated,
          cases: await countTouchedCases(writer, id),
        }
        await imports.saveEventCounts(writer, id, all)
        return { kind: 'staged', id, sourceId, counts: all }
      }
      case 'unmatched':
        return { ...message, reading }
      case 'unusable':
        return message
      default:
        message satisfies never
    }
  }
  throw new Error('the thread ended without saying how the file was')
}

/** Rows that contradict what stands are found when they are compared with it, the others when the file is read. */
function withContradictions(why: EventTotals['why'], count: number): EventTotals['why'] {
  const code = 'contradictory-event'
  const earlier = why.find((one) => one.code === code)?.count ?? 0
  const all = [...why.filter((one) => one.code !== code), { code, count: earlier + count }]
  return all.filter((one) => one.count > 0).toSorted((a, b) => b.count - a.count)
}

async function begin(
  tx: Transaction,
  actor: Actor,
  of: {
    readonly id: EventImportId
    readonly delivery: Delivery
    readonly source: EventSource | undefined
    readonly kindWords: Names
    readonly reading: EventReading
  },
  { columns, mapping, dateOrder }: Extract<EventMessage, { kind: 'columns' }>,
): Promise<{ readonly writer: Writer; readonly sourceId: EventSourceId }> {
  const { id, delivery, source, kindWords, reading } = of
  const act = delivery.channel === 'file' ? 'preview-events' : 'deliver-events'
  const writer = await tx.recordChange({ room: 'caseflow', act, subjectKind: 'event-import', subjectId: id })
  const sourceId = source?.id ?? (await addEventSource(writer, delivery.source))
  for (const before of await imports.listOpenEventPreviews(writer, sourceId)) {
    await deleteStagedEvents(writer, before)
    await imports.closeEventImport(writer, before, { state: 'discarded' })
  }
  await imports.saveEventImport(writer, {
    id,
    sourceId,
    channel: delivery.channel,
    fileName: delivery.name,
    fileDigest: createHash('sha256').update(delivery.bytes).digest('hex'),
    mapping,
    kinds: kindWords,
    reading: { ...reading, ...(dateOrder !== undefined && { dateOrder }) },
    columns,
    createdBy: actor.personId,
  })
  return { writer, sourceId }
}

/** The kinds that a source can deliver: what becomes of an entry of the registers happens in no case. */
export function deliveredKinds(rules: readonly DeadlineRules[]): readonly EventKind[] {
  return allKinds(rules).filter(({ key }) => key !== withdrawnKind && key !== setAsideKind)
}

/** The kinds that any rule knows; of one key the words of all, and the time if one needs it. */
export function allKinds(rules: readonly DeadlineRules[]): readonly EventKind[] {
  const kinds = new Map<string, EventKind>()
  for (const kind of rules.flatMap((one) => one.kinds)) {
    const known = kinds.get(kind.key)
    kinds.set(
      kind.key,
      known === undefined
        ? kind
        : {
            ...known,
            aliases: [...new Set([...known.aliases, ...kind.aliases])],
            needsTime: known.needsTime || kind.needsTime,
          },
    )
  }
  return [...kinds.values()]
}
