import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { EventSourceId } from '../ids.ts'
import type { Names } from '../tables/caseflow.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface EventSource {
  readonly id: EventSourceId
  readonly name: string
  /** Our column name to the file's. */
  readonly mapping: Names
  /** The source's word for a kind to the rules' key. */
  readonly kinds: Names
  readonly reading: EventReading
}

/** By name; at most 200. */
export async function listEventSources(reader: Reader): Promise<readonly EventSource[]> {
  return reader.db
    .selectFrom('event_source')
    .select(['id', 'name', 'mapping', 'kinds', 'reading'])
    .where('built_in', '=', false)
    .orderBy('name')
    .limit(200)
    .execute()
}

export async function findEventSource(reader: Reader, name: string): Promise<EventSource | undefined> {
  return reader.db
    .selectFrom('event_source')
    .select(['id', 'name', 'mapping', 'kinds', 'reading'])
    .where('name', '=', name)
    .executeTakeFirst()
}

export async function addEventSource(writer: Writer, name: string): Promise<EventSourceId> {
  const { id } = await writer.db
    .insertInto('event_source')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a source's next delivery is read by. */
export async function keepEventMapping(
  writer: Writer,
  id: EventSourceId,
  { mapping, kinds, reading }: Pick<EventSource, 'mapping' | 'kinds' | 'reading'>,
): Promise<void> {
  await writer.db
    .updateTable('event_source')
    .set({ mapping: toJson(mapping), kinds: toJson(kinds), reading: toJson(reading) })
    .where('id', '=', id)
    .execute()
}
