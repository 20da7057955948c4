// A thread of `tilsyn deadlines`: reads the whole file as its main thread does, and judges its part of the cases.
import { parentPort, workerData } from 'node:worker_threads'
import { readEvents } from '../../core/caseflow/read-events.ts'
import { DeadlineCounts } from './deadline-counts.ts'
import { judgeCases } from './judge-cases.ts'
import type { PartMessage, PartWork } from './judging-threads.ts'

// What judging-threads.ts gives each thread.
const { bytes, file, options, judging, part, parts } = workerData as PartWork
const read = await readEvents(bytes, file, options)
// A file that cannot be read is told by the main thread, which reads it too.
if (read.ok) {
  const counts = new DeadlineCounts(judging.rules)
  for (const chunk of judgeCases(read.value.table, part, parts, judging, counts, () => undefined))
    tell({ kind: 'rows', chunk })
  tell({ kind: 'end', laws: counts.laws })
}

function tell(message: PartMessage): void {
  // A chunk has memory of its own, which is handed over and not copied. It is no shared memory.
  parentPort?.postMessage(message, message.kind === 'rows' ? [message.chunk.buffer as ArrayBuffer] : [])
}
