import type { Problem } from '../../core/language/problem.ts'
import { threadMessages } from '../frame/thread-messages.ts'
import type { ImportMessage, ImportTask } from './import-message.ts'

/** Megabytes of JavaScript objects that one file may need, so that no file can take the server with it. */
const memory = 1500

/** Reads an import file in a thread of its own and gives what it tells, no faster than it is taken. */
export async function* readImport(task: ImportTask): AsyncGenerator<ImportMessage> {
  let last: ImportMessage['kind'] | undefined
  const thread = new URL('./import-worker.ts', import.meta.url)
  for await (const told of threadMessages<ImportMessage>(thread, task, memory)) {
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

export function cutOff(file: string): Problem {
  return {
    code: 'workbook-unreadable',
    text: {
      da: 'Filen er beskadiget eller klippet over og kan ikke læses til ende. Hent eller gem den igen.',
      en: 'The file is damaged or cut off and cannot be read to its end. Fetch or save it again.',
    },
    at: { file },
  }
}

export function tooMuch(file: string): Problem {
  return {
    code: 'file-needs-too-much-memory',
    text: {
      da: 'Filen er for stor til at blive læst på én gang. Del den op, eller gem den som CSV.',
      en: 'The file is too large to be read at once. Split it, or save it as CSV.',
    },
    at: { file },
  }
}
