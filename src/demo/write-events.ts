import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseDeadlineRules } from '../core/caseflow/parse-deadline-rules.ts'
import { saveDeadlineRules } from '../storage/caseflow/deadline-rules.ts'
import { saveEventCounts, saveEventImport, closeEventImport } from '../storage/caseflow/event-import.ts'
import { addEventSource } from '../storage/caseflow/event-source.ts'
import { judgeAllAgain } from '../storage/caseflow/case-to-judge.ts'
import type { EventImportId } from '../storage/ids.ts'
import { toJson } from '../storage/tables/column.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import { demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoEvent } from './events.ts'

const programmes = new URL('../../programmes/', import.meta.url)
/** The rules of children's law, which straddle the demo's oldest events, and those of the gates. */
const ruleFiles = ['deadlines-barnets-lov.yaml', 'deadlines-local-gates.yaml', 'deadlines-serviceloven.yaml']

/** The rules that come with the program, the case system's events as one delivery, and all cases in line to be judged. */
export async function writeEvents(
  tx: Transaction,
  writer: Writer,
  events: readonly DemoEvent[],
  since: string,
): Promise<void> {
  for (const name of ruleFiles) {
    const source = await readFile(new URL(name, programmes), 'utf8')
    const rules = parseDeadlineRules(source, name)
    if (!rules.ok) throw new Error(rules.problems.map(({ text }) => text.en).join('\n'))
    await saveDeadlineRules(writer, rules.value, source, { at: officeHour(since, 9, 0), by: null })
  }
  const source = await addEventSource(writer, 'Fagsystemet (demo)')
  const batch = demoId<EventImportId>('events')
  const digest = createHash('sha256').update(JSON.stringify(events)).digest('hex')
  const empty = { fileName: '', mapping: {}, kinds: {}, reading: {}, columns: [], createdBy: null }
  await saveEventImport(writer, { id: batch, sourceId: source, channel: 'api', fileDigest: digest, ...empty })
  await saveEventCounts(writer, batch, {
    rows: events.length,
    new: events.length,
    corrected: 0,
    older: 0,
    unchanged: 0,
    refused: 0,
    unknownKinds: 0,
    missingTimes: 0,
    unknownUnits: 0,
    cases: new Set(events.map(({ caseId }) => caseId)).size,
    words: [],
  })
  await closeEventImport(writer, batch, { state: 'confirmed', by: null })
  await tx.copy(
    writer,
    'case_event',
    ['source_id', 'event_key', 'case_id', 'kind', 'day', 'moment', 'unit', 'caseworker', 'child_id', 'attributes', 'registered', 'batch_id'], // prettier-ignore
    events.map((one) => [
      source,
      `id:${one.id}`,
      one.caseId,
      one.kind,
      one.day,
      one.moment,
      one.unit,
      one.caseworker,
      one.childId,
      toJson(one.attributes),
      one.registered,
      batch,
    ]),
  )
  await tx.copy(
    writer,
    'case_event_version',
    ['source_id', 'event_key', 'version', 'content', 'registered', 'batch_id'],
    events.flatMap(({ before, ...one }) =>
      before === undefined
        ? []
        : [[source, `id:${one.id}`, 1, toJson(contentOf(one, before)), before.registered, batch]],
    ),
  )
  await judgeAllAgain(writer)
}

/** As `stageEvents` writes what an event said before. */
function contentOf(
  { caseId, kind, unit, caseworker, attributes }: DemoEvent,
  { day, moment }: NonNullable<DemoEvent['before']>,
): Readonly<Record<string, unknown>> {
  return { case_id: caseId, kind, day, moment, unit, caseworker, child: null, attributes }
}
