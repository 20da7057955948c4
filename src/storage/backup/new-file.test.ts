import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeNewFile } from './new-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-new-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function* pieces(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text))
}

test('a file has its name only when all of it is there', async () => {
  const path = join(folder, 'file')
  async function* watched(): AsyncIterable<Uint8Array> {
    yield* pieces('one ')
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([])
    yield* pieces('two')
  }
  expect(await writeNewFile(path, watched())).toEqual({ ok: true, value: { bytes: 7 } })
  expect(await readFile(path, 'utf8')).toBe('one two')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['file'])
})

test('content that fails leaves no file and no part, and its error is the caller’s', async () => {
  async function* failing(): AsyncIterable<Uint8Array> {
    yield* pieces('half')
    throw new Error('the source broke')
  }
  await expect(writeNewFile(join(folder, 'file'), failing())).rejects.toThrow('the source broke')
  expect(await readdir(folder)).toEqual([])
})

test('a file that another program made meanwhile stays as it is', async () => {
  const path = join(folder, 'file')
  async function* overtaken(): AsyncIterable<Uint8Array> {
    yield* pieces('ours')
    await writeFile(path, 'theirs')
  }
  const written = await writeNewFile(path, overtaken())
  expect(written.ok ? '' : written.problems[0]?.code).toBe('file-exists')
  expect(await readFile(path, 'utf8')).toBe('theirs')
  expect(await readdir(folder)).toEqual(['file'])
})

test('removes parts of backups that were left more than a day ago, and nothing else', async () => {
  const part = (day: string): string => `.tilsyn-2026-11-${day}T020000Z.tar.gz.age.0123456789ab.part`
  const old = new Date(Date.now() - 25 * 3600 * 1000)
  for (const name of [part('01'), '.somebody-elses.part']) {
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), old, old)
  }
  await writeFile(join(folder, part('02')), '')
  await writeNewFile(join(folder, 'file'), pieces('x'))
  expect((await readdir(folder)).toSorted()).toEqual(['.somebody-elses.part', part('02'), 'file'])
})
