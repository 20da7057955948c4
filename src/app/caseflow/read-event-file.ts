import { threadMessages } from '../frame/thread-messages.ts'
import { cutOff, tooMuch } from '../registry/read-import.ts'
import type { EventMessage, EventTask } from './event-message.ts'

/** Megabytes of JavaScript objects that one file may need: a million events take less than half. */
const memory = 1500

/** Reads a file of events in a thread of its own and gives what it tells, no faster than it is taken. */
export async function* readEventFile(task: EventTask): AsyncGenerator<EventMessage> {
  let last: EventMessage['kind'] | undefined
  const thread = new URL('./event-worker.ts', import.meta.url)
  for await (const told of threadMessages<EventMessage>(thread, task, memory)) {
    if (told === 'out-of-memory') {
      yield { kind: 'unusable', problems: [tooMuch(task.file)] }
      return
    }
    last = told.kind
    yield told
  }
  // The reader of workbooks waits for ever for the rest of some that were cut off; its thread then simply ends.
  if (last === undefined || last === 'columns' || last === 'rows' || last === 'refused')
    yield { kind: 'unusable', problems: [cutOff(task.file)] }
}
