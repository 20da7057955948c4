import { barnard } from '../src/core/statistics/barnard.ts'
import { fisher } from '../src/core/statistics/fisher.ts'
import type { Bench } from './bench.ts'

/**
 * Barnard's test of every table of 30 against 30 that is not symmetric to another, against Fisher's of the same tables.
 * The aim is under 20 ms for the slowest.
 */
export const bench: Bench = {
  name: 'barnard',
  target: 80,
  run() {
    const tables = Array.from({ length: 31 }, (_, x1) =>
      Array.from({ length: 31 }, (__, x2) => [x1, x2] as const),
    )
      .flat()
      .filter(([x1, x2]) => x1 < x2)
    let slowest = 0
    const own = milliseconds(() => {
      for (const [x1, x2] of tables)
        slowest = Math.max(
          slowest,
          milliseconds(() => barnard(x1, 30, x2, 30)),
        )
    })
    const plain = milliseconds(() => {
      for (const [x1, x2] of tables) fisher(x1, 30, x2, 30)
    })
    return Promise.resolve({
      ratio: own / plain,
      detail: `30 against 30: ${(own / tables.length).toFixed(2)} ms on average, ${slowest.toFixed(1)} ms at worst (aim 20 ms), Fisher ${(plain / tables.length).toFixed(4)} ms`,
    })
  },
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
