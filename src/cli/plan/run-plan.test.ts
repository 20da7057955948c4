import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

const bbu = fileURLToPath(new URL('../../../programmes/bbu-2017.yaml', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-plan-'))
})
afterAll(() => rm(folder, { recursive: true }))

const plan = (...flags: string[]) => runCommand(['plan', '--programme', bbu, ...flags], 'da')

test('a plan is told with its certainty and hours, cheaper ones, and what was assumed', async () => {
  const file = join(folder, 'plan.json')
  const { code, out } = await plan('--reviews', '1=693', '2=120', '3=60', '4=30', '--out', file)
  expect(code).toBe(0)
  expect(out).toContain('Spredning mellem sager: 0,17 (antaget).')
  expect(out).toContain('Planen: niveau 1: 693, niveau 2: 120, niveau 3: 60, niveau 4: 30. Usikkerhed ±5,')
  expect(out).toMatch(/542 timer\.\nMindst lige så sikkert med færre timer:\n/u)
  const written = JSON.parse(await readFile(file, 'utf8')) as { assumed: unknown; others: unknown[] }
  expect(written.assumed).toEqual({ r2: [1, 2, 3], spread: true })
  expect(written.others.length).toBeGreaterThan(1)
})

test.each([
  [[], 'Ingen gennemgange er planlagt.'],
  [['--reviews', '1=10', '2=20'], 'Niveau 2 kan ikke gennemgå 20 sager'],
  [['--reviews', '1=200', '--population', '100'], 'Niveau 1 kan ikke gennemgå 200 sager'],
  [['--reviews', '7=10'], 'Programmet har ikke niveau 7. Det har: 1, 2, 3, 4.'],
])('%j is refused: %s', async (flags, message) => {
  const { code, err } = await plan(...flags)
  expect(code).toBe(1)
  expect(err).toContain(message)
})
