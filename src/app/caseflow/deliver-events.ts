import type { deliverEvents as deliverRoute } from '../../contract/caseflow/event-imports.ts'
import type { RouteInput } from '../../contract/frame/route.ts'
import type { Problem } from '../../core/language/problem.ts'
import * as imports from '../../storage/caseflow/event-import.ts'
import { listRefusedEvents, type RefusedEventRow } from '../../storage/caseflow/preview-events.ts'
import type { EventCounts } from '../../storage/tables/caseflow.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { EventMessage, EventTask } from './event-message.ts'
import { eventsAsFile } from './events-as-file.ts'
import { rulesToJudgeBy, type IncludedRules } from './included-rules.ts'
import { judgeWaitingCases } from './judge-cases.ts'
import { readEventRows } from './read-event-rows.ts'
import { receiveEvents } from './receive-events.ts'
import { writeEvents } from './write-events.ts'

type Asked = RouteInput<typeof deliverRoute>['body']

interface Delivered {
  readonly counts: EventCounts
  readonly refused: readonly RefusedEventRow[]
  readonly unknownKinds: EventCounts['words']
}

/**
 * Takes a day's events from another program at once: what is new or corrected is written and its cases judged; sent again
 * they change nothing. Refused rows are named, the others taken.
 */
export async function deliverEvents(
  context: Context,
  included: IncludedRules,
  { source, events }: Asked,
): Promise<Result<Delivered>> {
  const granted = authorise(context, 'caseflow.import')
  if (!granted.ok) return granted
  const { database, actor, now } = context
  const { bytes, mapping } = eventsAsFile(events)
  const delivered = await database.transaction(
    actor,
    async (tx): Promise<Result<Delivered>> => {
      if (!(await imports.beginEventImport(tx))) return refused('import-under-way')
      const rules = await rulesToJudgeBy(tx, included, now)
      const delivery = {
        name: '',
        bytes,
        channel: 'api' as const,
        source,
        mapping,
        kinds: undefined,
        // What was said of a source's files is not said of what its program sends.
        reading: {},
        personalKey: undefined,
      }
      const received = await receiveEvents(tx, actor, delivery, { rules, now }, readHere)
      // An attribute named for CPR numbers, say; nothing has been written by then.
      if (received.kind !== 'staged') return refused('unusable-file', received.problems.map(withAdvice))
      const reader = await tx.recordAccess({
        act: 'read-event-preview',
        subjectKind: 'event-import',
        subjectId: received.id,
      })
      const rows = await listRefusedEvents(reader, received.id, events.length)
      const batch = await imports.findEventImport(reader, received.id)
      if (batch === undefined) throw new Error('the delivery is gone')
      await writeEvents(tx, actor, batch)
      return done({ counts: received.counts, refused: rows.map(fromList), unknownKinds: batch.counts.words })
    },
    { long: true },
  )
  if (delivered.ok) await judgeWaitingCases({ database, actor }, now, events.length)
  return delivered
}

/** A few thousand rows are read in a moment; a thread would take longer to start. */
async function* readHere(task: EventTask): AsyncGenerator<EventMessage> {
  const messages: EventMessage[] = []
  await readEventRows(task, (message) => messages.push(message))
  yield* messages
}

/** A program can write its days so that nobody need ask. */
function withAdvice(problem: Problem): Problem {
  if (!problem.code.startsWith('date-order-')) return problem
  const { da, en } = problem.text
  return {
    ...problem,
    text: { da: `${da} Skriv året først: 2026-04-03.`, en: `${en} Write the year first: 2026-04-03.` },
  }
}

/** Lines of the file are places in the list, from 1: its header is no event. */
function fromList({ line, problems }: RefusedEventRow): RefusedEventRow {
  return { line: line - 1, problems: problems.map((problem) => inList(problem, line - 1)) }
}

function inList({ code, text, at }: Problem, line: number): Problem {
  return { code, text, at: { line, ...(at?.column !== undefined && { column: at.column }) } }
}
