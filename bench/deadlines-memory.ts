import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { writeCaseEvents } from './deadlines/case-events.ts'
import { measureProcess } from './deadlines/measure-process.ts'

const events = 1_000_000
/** A gigabyte. */
const limit = 1000

/** The most memory that `tilsyn deadlines` holds at once on 1,000,000 events and 18 rules, as a share of a gigabyte. */
export const bench: Bench = {
  name: 'deadlines-memory',
  target: 1,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
    try {
      const source = join(folder, 'events.csv')
      await writeCaseEvents(source, events)
      const rules = new URL('deadlines/rules.yaml', import.meta.url).pathname
      const words = ['--rules', rules, '--events', source, '--as-of', '2025-06-30']
      const { megabytes } = await measureProcess(new URL('../src/cli/main.ts', import.meta.url), [
        'deadlines',
        ...words,
        '--out',
        join(folder, 'out.csv'),
      ])
      return {
        ratio: megabytes / limit,
        detail: `1,000,000 events × 18 rules: at most ${Math.round(megabytes)} MB resident`,
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
