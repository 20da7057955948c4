// `npm run bench` runs all measurements, `npm run bench -- NAME ...` some. Exit 1 when one misses its target.
import { readdir } from 'node:fs/promises'
import type { Bench } from './bench.ts'

const frame = new Set(['bench.ts', 'run.ts'])
const wanted = process.argv.slice(2)
const files = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !frame.has(file))
  .toSorted()

const all: Bench[] = []
for (const file of files) {
  // Every file in this folder exports one `bench`.
  const module = (await import(new URL(file, import.meta.url).href)) as { bench?: Bench }
  if (module.bench !== undefined) all.push(module.bench)
}
const unknown = wanted.filter((name) => !all.some((bench) => bench.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `no such measurement: ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}\n`,
  )
  process.exit(2)
}

let missed = 0
for (const bench of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const measured = await bench.run()
  if ('notRun' in measured) {
    process.stdout.write(`not run ${bench.name}: ${measured.notRun}\n`)
    continue
  }
  const { ratio, detail } = measured
  const met = ratio <= bench.target
  if (!met) missed += 1
  process.stdout.write(
    `${met ? 'met   ' : 'MISSED'} ${bench.name}: ratio ${ratio.toFixed(2)}, at most ${bench.target} (${detail})\n`,
  )
}
process.exit(missed > 0 ? 1 : 0)
