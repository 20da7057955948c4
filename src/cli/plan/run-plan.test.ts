import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

const bbu = fileURLToPath(new URL('../../../programmes/bbu-2017.yaml', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-plan-'))
})
afterAll(() => rm(folder, { recursive: true }))

const plan = (...flags: string[]) => runCommand(['plan', '--programme', bbu, ...flags], 'da')
const planned = async (language: 'da' | 'en', ...reviews: string[]) => {
  const { code, out } = await runCommand(['plan', '--programme', bbu, '--reviews', ...reviews], language)
  expect(code).toBe(0)
  return out
}

test('a plan is told with its certainty and hours, cheaper ones, and what was assumed', async () => {
  const file = join(folder, 'plan.json')
  const { code, out } = await plan('--reviews', '1=693', '2=120', '3=60', '4=30', '--out', file)
  expect(code).toBe(0)
  expect(out).toContain('Spredning mellem sager: 0,17 (antaget).')
  expect(out).toContain('Alle sager antages at have lige stor chance for at blive trukket.')
  expect(out).toContain('Planen: niveau 1: 693, niveau 2: 120, niveau 3: 60, niveau 4: 30. Usikkerhed ±5,')
  expect(out).toMatch(/542 timer\.\nMindst lige så sikkert med færre timer:\n/u)
  const written = JSON.parse(await readFile(file, 'utf8')) as { assumed: unknown; others: unknown[] }
  expect(written.assumed).toEqual({ r2: [1, 2, 3], evenness: [1, 2, 3, 4], spread: true, reviews: false })
  expect(written.others.length).toBeGreaterThan(1)
})

test.each([
  [['--reviews', '1=0', '4=0'], 'Ingen gennemgange er planlagt.'],
  [['--reviews', '1=10', '2=20'], 'Niveau 2 kan ikke gennemgå 20 sager'],
  [['--reviews', '1=200', '--population', '100'], 'Niveau 1 kan ikke gennemgå 200 sager'],
  [['--reviews', '7=10'], 'Programmet har ikke niveau 7. Det har: 1, 2, 3, 4.'],
  [
    ['--reviews', '1=10', '--at-least', '4=5'],
    'Niveau 4 skal beholde mindst 5 (--at-least), men gennemgår intet',
  ],
  [['--reviews', '4=10', '4=20'], 'Niveau 4 er angivet to gange.'],
])('%j is refused: %s', async (flags, message) => {
  const { code, err } = await plan(...flags)
  expect(code).not.toBe(0)
  expect(err).toContain(message)
})

test('a wish alone is answered from a proposal that is said to be one', async () => {
  const { code, out } = await plan('--margin', '3')
  expect(code).toBe(0)
  expect(out).toContain('Planen er derfor et forslag: 60 på øverste niveau og dobbelt så mange')
  expect(out).toContain('Planen: niveau 1: 480, niveau 2: 240, niveau 3: 120, niveau 4: 60.')
  expect(out).toMatch(
    /Planer, der når det ønskede, billigst først:\n {2}niveau .*Usikkerhed ±3 procentpoint/u,
  )
  const small = await plan('--margin', '3', '--population', '100')
  expect(small.out).toContain('Planen: niveau 1: 100, niveau 2: 100, niveau 3: 100, niveau 4: 60.')
  expect(await planned('da', '1=693', '4=30')).not.toContain('forslag')
})

test('the plan itself is held against --at-least', async () => {
  const held = async (kept: string) =>
    (await plan('--reviews', '1=693', '4=30', '--at-least', kept)).out.includes(
      'Planen holder ikke selv --at-least: niveau 1 har 693 og skulle have mindst 9.999.',
    )
  expect([await held('1=9999'), await held('1=693')]).toEqual([true, false])
})

describe('at the ends of what can be planned', () => {
  test.each([
    ['da', '4=1', 'niveau 4: 1. Med under fire gennemgange på niveau 4', '1,5 time.'],
    ['da', '4=3', 'niveau 4: 3. Med under fire gennemgange på niveau 4', '4,5 timer.'],
    ['en', '4=1', 'level 4: 1. With under four reviews at level 4', '1.5 hours.'],
    ['en', '1=2', 'level 1: 2. With under four reviews at level 1', '1 hour.'],
  ] as const)('%s: %s says nothing, and nothing of cheaper plans', async (language, reviews, says, time) => {
    const out = await planned(language, reviews)
    expect(out).toContain(says)
    expect(out).toContain(time)
    expect(out).not.toMatch(/lige så sik|as certain|færre timer|fewer hours/u)
  })

  test('a plan that says nothing, and a wish that some other plan fulfils', async () => {
    const { out } = await plan('--reviews', '4=1', '--margin', '10')
    expect(out).toMatch(/Planer, der når det ønskede, billigst først:\n {2}niveau 4: \d+\. Usikkerhed ±/u)
    expect((await plan('--reviews', '4=1', '--margin', '0.1')).out).toContain(
      'Ingen af de prøvede planer når det ønskede.\n',
    )
  })

  test('without the highest level the figures are named after the one they are measured by', async () => {
    const out = await planned('da', '1=100')
    expect(out).toContain('Niveau 4 gennemgår intet i planen; tallene gælder derfor med niveau 1s øjne.')
    expect(out).not.toContain('Svarer til')
  })

  test('levels with the same number see the same cases, and only the highest counts', async () => {
    const [all, alone] = await Promise.all([
      planned('da', '1=50', '2=50', '3=50', '4=50'),
      planned('da', '4=50'),
    ])
    const said = /Usikkerhed ±[\d,]+ procentpoint, ser en ændring på [\d,]+ procentpoint\./u
    expect(said.exec(all)?.[0]).toBe(said.exec(alone)?.[0])
    expect(all).toContain('Niveau 3 gennemgår lige så mange sager som niveau 4, altså de samme')
  })

  test('a huge plan is as good as certain, and a census is', async () => {
    expect(await planned('da', '4=999999')).toContain('Usikkerhed under ±0,1 procentpoint')
    const census = await planned('en', '4=200', '--population', '200')
    expect(census).toContain(
      'level 4: 200. All cases are reviewed at every level, so there is no uncertainty.',
    )
  })
})
