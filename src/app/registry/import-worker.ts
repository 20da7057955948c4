// The thread that reads an import file, so that the server keeps answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { tellInTurn } from '../frame/thread-messages.ts'
import { readImportRows } from './read-import-rows.ts'
import type { ImportTask } from './import-message.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker thread')
// Given by `threadMessages`, the only one who starts this thread.
const { task, waiting } = workerData as { task: ImportTask; waiting: Int32Array }

await readImportRows(task, tellInTurn(port, waiting))
