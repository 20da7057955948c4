import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { writeCaseEvents } from './deadlines/case-events.ts'
import { findDuckDb } from './deadlines/find-duckdb.ts'
import { measureProcess, type Usage } from './deadlines/measure-process.ts'
import { countSameRows } from './deadlines/same-rows.ts'

const events = 1_000_000
const asOf = '2025-06-30'
const runs = 2

/**
 * `tilsyn deadlines` on 1,000,000 events and 18 rules, from CSV to BREACHES.csv, beside the same computation in DuckDB
 * SQL written by hand (deadlines/judge.sql). Both are whole processes that start cold; the better of two runs counts,
 * taken in turn. The two files must hold the same rows.
 */
export const bench: Bench = {
  name: 'deadlines',
  target: 2,
  async run() {
    if (!(await findDuckDb()))
      return { notRun: 'DuckDB, the yardstick, is not installed and cannot be fetched from here' }
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
    try {
      const [source, ours, theirs] = ['events.csv', 'ours.csv', 'theirs.csv'].map((name) =>
        join(folder, name),
      )
      if (source === undefined || ours === undefined || theirs === undefined) throw new Error('three names')
      await writeCaseEvents(source, events)
      const rules = new URL('deadlines/rules.yaml', import.meta.url).pathname
      const words = ['--rules', rules, '--events', source, '--as-of', asOf, '--out', ours]
      const own: Usage[] = []
      const yardstick: Usage[] = []
      for (let run = 0; run < runs; run += 1) {
        yardstick.push(
          await measureProcess(new URL('deadlines/run-duckdb.ts', import.meta.url), [source, theirs, asOf]),
        )
        own.push(
          await measureProcess(new URL('../src/cli/main.ts', import.meta.url), ['deadlines', ...words]),
        )
      }
      const rows = await countSameRows(ours, theirs)
      const [mine, other] = [quickest(own), quickest(yardstick)]
      return {
        ratio: mine.wall / other.wall,
        detail:
          `1,000,000 events × 18 rules to ${rows.toLocaleString('en')} rows, the same in both: ` +
          `${described(mine)}, DuckDB ${described(other)}; CPU ratio ${(mine.cpu / other.cpu).toFixed(2)}`,
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function quickest(usages: readonly Usage[]): Usage {
  const [first, ...others] = usages
  if (first === undefined) throw new Error('nothing was measured')
  return others.reduce((best, usage) => (usage.wall < best.wall ? usage : best), first)
}

function described({ wall, cpu, megabytes }: Usage): string {
  return `${wall.toFixed(2)} s (${cpu.toFixed(2)} s of CPU, ${Math.round(megabytes)} MB)`
}
