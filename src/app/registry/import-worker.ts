// The thread that reads an import file, so that the server keeps answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { readImportRows } from './read-import-rows.ts'
import { waitingMessages, type ImportMessage, type ImportTask } from './import-message.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker thread')
// Given by `readImport`, the only one who starts this thread.
const { task, waiting } = workerData as { task: ImportTask; waiting: Int32Array }

await readImportRows(task, (message: ImportMessage) => {
  for (let count = Atomics.load(waiting, 0); count >= waitingMessages; count = Atomics.load(waiting, 0))
    Atomics.wait(waiting, 0, count)
  Atomics.add(waiting, 0, 1)
  port.postMessage(message)
})
