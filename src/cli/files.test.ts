import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkOutput, writeOutput } from './files.ts'
import type { Terminal } from './terminal.ts'

const silent: Terminal = { language: 'en', out: () => undefined, err: () => undefined, interactive: false }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('is not confused by what a run that was killed left half written, of its own process number or another', async () => {
  const path = join(folder, 'ANALYSIS.json')
  const left = [process.pid, process.pid + 1].map((pid) => join(folder, `.${basename(path)}.${pid}.part`))
  for (const half of left) await writeFile(half, '{"half": "and much longer than what comes now')
  await checkOutput(silent, path, [])
  await writeOutput(silent, path, '{}\n')
  expect(await readFile(path, 'utf8')).toBe('{}\n')
  // Another process's neighbour may be at work; it is left alone.
  expect((await readdir(folder)).toSorted()).toEqual([basename(left[1] ?? ''), basename(path)].toSorted())
})

it('leaves a file as it was when the new one cannot be written', async () => {
  const path = join(folder, 'out.json')
  await writeFile(path, 'old')
  const tooLong = join(folder, 'x'.repeat(255))
  await expect(writeOutput(silent, tooLong, 'new')).rejects.toThrow('exit 1')
  expect(await readdir(folder)).toEqual(['out.json'])
  expect(await readFile(path, 'utf8')).toBe('old')
})
