import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Problem } from '../../core/language/problem.ts'
import type { ImportMessage, ImportTask } from './import-message.ts'

/** Megabytes of JavaScript objects that one file may need, so that no file can take the server with it. */
const memory = 1500

/** Reads an import file in a thread of its own and gives what it tells, no faster than it is taken. */
export async function* readImport(task: ImportTask): AsyncGenerator<ImportMessage> {
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: { task, waiting },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  let last: ImportMessage['kind'] | undefined
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      // The thread posts nothing else.
      const told = message as ImportMessage
      last = told.kind
      yield told
      Atomics.sub(waiting, 0, 1)
      Atomics.notify(waiting, 0)
    }
    // The reader of workbooks waits for ever for the rest of some that were cut off; its thread then simply ends.
    if (last === undefined || last === 'columns' || last === 'rows' || last === 'refused')
      yield { kind: 'unusable', problems: [cutOff(task.file)] }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error
    yield { kind: 'unusable', problems: [tooMuch(task.file)] }
  } finally {
    await worker.terminate()
  }
}

function cutOff(file: string): Problem {
  return {
    code: 'workbook-unreadable',
    text: {
      da: 'Filen er beskadiget eller klippet over og kan ikke læses til ende. Hent eller gem den igen.',
      en: 'The file is damaged or cut off and cannot be read to its end. Fetch or save it again.',
    },
    at: { file },
  }
}

function tooMuch(file: string): Problem {
  return {
    code: 'file-needs-too-much-memory',
    text: {
      da: 'Filen er for stor til at blive læst på én gang. Del den op, eller gem den som CSV.',
      en: 'The file is too large to be read at once. Split it, or save it as CSV.',
    },
    at: { file },
  }
}
