import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../test/support/run-command.ts'

const bbu = fileURLToPath(new URL('../../programmes/bbu-2017.yaml', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-programme-'))
})
afterAll(() => rm(folder, { recursive: true }))

const check = (...files: string[]) => runCommand(['programme', 'check', ...files], 'da')

test('a right programme is summed up on one line', async () => {
  expect(await check(bbu)).toEqual({
    code: 0,
    out: '6 sagstrin, 144 spørgsmål, 77 i baseline, 4 niveauer\n',
    err: '',
  })
})

test('one bad file fails the check but the others are checked too', async () => {
  const bad = join(folder, 'bad.yaml')
  await writeFile(bad, 'key: x\n\tversion: 1\n')
  const { code, out, err } = await check(bad, join(folder, 'none.yaml'), folder, bbu)
  expect(code).toBe(1)
  expect(out).toBe(`${bbu}: 6 sagstrin, 144 spørgsmål, 77 i baseline, 4 niveauer\n`)
  expect(err).toContain(`${bad}:2:1: Linjen er rykket ind med tabulator. Brug mellemrum.`)
  expect(err).toContain('none.yaml: Filen kan ikke læses (den findes ikke).')
  expect(err).toContain('Filen kan ikke læses (det er en mappe).')
})

test('a file of 200 MB is refused for its size', async () => {
  const large = join(folder, 'large.yaml')
  await writeFile(large, 'key: x\n')
  await truncate(large, 200_000_000)
  expect(await check(large)).toMatchObject({
    code: 1,
    err: `${large}: Filen er for stor til at være et tilsynsprogram (over 2 MB).\n`,
  })
})

test('a file in Windows-1252 is told to be saved as UTF-8', async () => {
  const file = join(folder, 'w1252.yaml')
  await writeFile(file, Buffer.from('key: x\ntitle: { da: "B\u00f8rn", en: x }\n', 'latin1'))
  const { code, err } = await check(file)
  expect(code).toBe(1)
  expect(err).toMatch(/w1252\.yaml:2: Filen er ikke gemt som UTF-8 \(formentlig Windows-1252\)/)
})
