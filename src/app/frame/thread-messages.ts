import { on } from 'node:events'
import { Worker, type MessagePort } from 'node:worker_threads'

/** Messages that may wait to be taken. More would fill the memory, because reading is faster than writing. */
const waitingMessages = 4

interface ThreadData<T> {
  readonly task: T
  readonly waiting: Int32Array
}

/**
 * Runs a file in a thread of its own and gives what it tells, no faster than it is taken; `out-of-memory` where the thread
 * needed more than it may, so that no file can take the server with it. `M` is what that file's thread tells.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its own thread tells
export async function* threadMessages<M>(
  file: URL,
  task: unknown,
  megabytes: number,
): AsyncGenerator<M | 'out-of-memory'> {
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(file, {
    workerData: { task, waiting } satisfies ThreadData<unknown>,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      // The thread posts nothing else.
      yield message as M
      Atomics.sub(waiting, 0, 1)
      Atomics.notify(waiting, 0)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error
    yield 'out-of-memory'
  } finally {
    await worker.terminate()
  }
}

/** The thread's side: posts a message once there is room for it. */
export function tellInTurn(port: MessagePort, waiting: Int32Array): (message: unknown) => void {
  return (message) => {
    for (let count = Atomics.load(waiting, 0); count >= waitingMessages; count = Atomics.load(waiting, 0))
      Atomics.wait(waiting, 0, count)
    Atomics.add(waiting, 0, 1)
    port.postMessage(message)
  }
}
