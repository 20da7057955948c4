import type { Buffer } from 'node:buffer'
import { beforeAll, expect, test } from 'vitest'
import { fuzzSeed as seed } from '../support/fuzz-seed.ts'
import { goodCases, goodEvents, workbookOf } from './good-files.ts'
import { readCases, readEvents, stoppedReading, type Importer, type Reading } from './importers.ts'
import { seededPick, spoiltCsv } from './mutate-bytes.ts'
import { spoiltWorkbook, wideWorkbook } from './mutate-workbook.ts'

// Ten thousand files as nobody should send them: each gives a preview or a problem in words, soon.
const csvFiles = 7000
const workbooks = 3000
/**
 * Times the median of its kind, and never less than what one waits for a file, in ms of processor time: of cores that
 * share their circuits with other programs' a file of two seconds takes twice that.
 */
const slowest = { ratio: 100, least: 5000 }

const kinds: readonly { name: string; good: readonly (readonly string[])[]; read: Importer }[] = [
  { name: 'cases', good: goodCases, read: readCases },
  { name: 'events', good: goodEvents, read: readEvents },
]
let good: readonly Buffer[] = []
beforeAll(async () => {
  good = await Promise.all(kinds.map((kind) => workbookOf(kind.good)))
})

/** A promise that nothing can settle any more holds up no thread: the file's own thread ends then. */
function orStopped(reading: Promise<Reading>): Promise<Reading> {
  return Promise.race([
    reading,
    new Promise<Reading>((resolve) => {
      setTimeout(() => resolve(stoppedReading), 1000)
    }),
  ])
}

/** What is wrong with a reading; '' when nothing is. */
function judge({ outcome, problems }: Reading): string {
  if (outcome === 'silent') return 'neither a preview nor a problem'
  if (outcome === 'problem' && problems.length === 0) return 'a problem without words'
  const wordless = problems.some(({ text }) => text.da.trim() === '' || text.en.trim() === '')
  return wordless ? 'a problem without words' : ''
}

async function readAll(
  file: string,
  count: number,
  spoilt: (at: number, seed: number) => Buffer,
): Promise<readonly string[]> {
  const faults: string[] = []
  const times: { readonly ms: number; readonly at: number }[] = []
  for (let at = 0; at < count; at += 1) {
    const { name, read } = kinds[at % 2] ?? { name: '', read: readCases }
    const bytes = spoilt(at % 2, seed + at)
    const where = `${name}, FUZZ_SEED=${seed}, number ${at}`
    const before = process.cpuUsage()
    try {
      const wrong = judge(await orStopped(read(bytes, file)))
      if (wrong !== '') faults.push(`${where}: ${wrong}`)
    } catch (error) {
      faults.push(
        `${where}: threw ${error instanceof Error ? (error.stack ?? '').slice(0, 600) : String(error)}`,
      )
    }
    // What other programs take of a busy machine is no fault of the file's.
    const { user, system } = process.cpuUsage(before)
    times.push({ ms: (user + system) / 1000, at })
    if (faults.length > 5) break
  }
  const sorted = times.toSorted((a, b) => a.ms - b.ms)
  const median = sorted[Math.floor(sorted.length / 2)]?.ms ?? 0
  const last = sorted.at(-1)
  process.stdout.write(
    `${count} ${file}: median ${median.toFixed(1)} ms, longest ${last?.ms.toFixed(0)} ms (number ${last?.at}), FUZZ_SEED=${seed}\n`,
  )
  const limit = Math.max(slowest.least, median * slowest.ratio)
  return [
    ...faults,
    ...sorted.filter(({ ms }) => ms > limit).map(({ at, ms }) => `number ${at} took ${ms} ms`),
  ]
}

test(`${csvFiles} spoilt CSV files give a preview or a problem each`, { timeout: 300_000 }, async () => {
  const faults = await readAll('a.csv', csvFiles, (kind, from) =>
    spoiltCsv(kinds[kind]?.good ?? [], seededPick(from)),
  )
  expect(faults).toEqual([])
})

test(`${workbooks} spoilt workbooks do too`, { timeout: 300_000 }, async () => {
  const faults = await readAll('a.xlsx', workbooks, (kind, from) => {
    const workbook = good[kind]
    if (workbook === undefined) throw new Error('no workbook')
    return spoiltWorkbook(workbook, seededPick(from))
  })
  expect(faults).toEqual([])
})

test('a row of a million cells is told of in words', { timeout: 120_000 }, async () => {
  for (const [at, { read }] of kinds.entries()) {
    const csv = `${'a;'.repeat(1_000_000)}\n${'1;'.repeat(1_000_000)}\n`
    expect(judge(await read(new TextEncoder().encode(csv), 'a.csv'))).toBe('')
    const wide = wideWorkbook(good[at] ?? (await workbookOf(goodCases)), 1_000_000)
    expect(judge(await orStopped(read(wide, 'a.xlsx')))).toBe('')
  }
})
