// The thread that reads a file of events, so that the server keeps answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { tellInTurn } from '../frame/thread-messages.ts'
import type { EventTask } from './event-message.ts'
import { readEventRows } from './read-event-rows.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker thread')
// Given by `threadMessages`, the only one who starts this thread.
const { task, waiting } = workerData as { task: EventTask; waiting: Int32Array }

await readEventRows(task, tellInTurn(port, waiting))
