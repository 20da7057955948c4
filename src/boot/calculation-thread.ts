import { parentPort } from 'node:worker_threads'
import { calculate } from './calculations.ts'
import type { Ask, Reply } from './second-thread.ts'

// The second thread's whole program: one calculation after the other.
const port = parentPort
if (port === null) throw new Error('runs as a worker thread only')
port.on('message', ({ id, calculation }: Ask) => {
  const reply = (message: Reply) => port.postMessage(message)
  calculate(calculation).then(
    (outcome) => reply({ id, ok: true, outcome }),
    (error: unknown) =>
      reply({
        id,
        ok: false,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})
