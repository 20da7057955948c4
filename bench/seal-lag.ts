import { setTimeout as pause } from 'node:timers/promises'
import { startSealing } from '../src/boot/sealing.ts'
import type { Bench } from './bench.ts'
import { openSealBench } from './load/seal-database.ts'

/** Acts a second, an entry each, from ten connections. */
const rate = 100
const measured = 30_000
/** From commit to sealed and written out, in ms. */
const wanted = 1000

/** How long after its commit an entry is sealed and its head on the disk, against the second that is allowed. */
export const bench: Bench = {
  name: 'seal-lag',
  target: 1,
  async run() {
    const opened = await openSealBench()
    const { database, actor, folder } = opened
    const sealing = await startSealing(
      database,
      { keyFile: `${folder}/seal/key.pem`, make: true, places: [`${folder}/seal`] },
      (error) => {
        throw error
      },
    )
    if (!sealing.ok) throw new Error(sealing.problems[0]?.text.en)
    const committed: number[] = []
    const lags: number[] = []
    const acting: Promise<void>[] = []
    const state = { on: true }
    // As many are sealed as the newest head on the disk says; the first to commit are the first to be sealed.
    const watching = (async () => {
      const before = await opened.sealedSize()
      while (state.on || lags.length < committed.length) {
        const size = (await opened.sealedSize()) - before
        const now = performance.now()
        while (lags.length < Math.min(size, committed.length))
          lags.push(now - (committed[lags.length] ?? now))
        await pause(2)
      }
    })()
    const act = async (): Promise<void> => {
      await database.transaction(actor, async (tx) => {
        await tx.recordAccess({ act: 'open-review', subjectKind: 'review', subjectId: 'A-1' })
      })
      committed.push(performance.now())
    }
    const start = performance.now()
    for (let i = 0; performance.now() - start < measured; i += 1) {
      await pause(Math.max(0, start + (i * 1000) / rate - performance.now()))
      acting.push(act())
    }
    await Promise.all(acting)
    state.on = false
    await watching
    await sealing.value.stop()
    await opened.close()
    const sorted = lags.toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN
    return {
      ratio: at(0.99) / wanted,
      detail: `${sorted.length} entries at ${rate}/s: p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, longest ${at(1).toFixed(0)} ms; wanted p99: ${wanted} ms`,
    }
  },
}
