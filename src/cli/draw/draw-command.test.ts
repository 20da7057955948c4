import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

let folder = ''
const path = (name: string): string => join(folder, name)

const run = (...words: string[]) => runCommand(['draw', ...words])

const inputs = (): string[] => ['--frame', path('frame.csv'), '--seed-file', path('seed.txt')]
const sample = (...more: string[]): string[] => [
  '--programme',
  'examples/permit-receipt/programme.yaml',
  '--round',
  'r1',
  ...inputs(),
  ...more,
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-draw-'))
  const rows = Array.from(
    { length: 60 },
    (_, index) =>
      `S${index};receipt;Øst;C${index % 4};01-02-2018;${index === 7 ? '' : `1${index % 8}-03-2018`}`,
  )
  const header = 'sagsnr;sagstrin;enhed;sagsbehandler;startdato;slutdato'
  await writeFile(path('frame.csv'), Buffer.from([header, ...rows].join('\r\n'), 'latin1'))
  await writeFile(path('seed.txt'), '0123456789abcdef\r\n')
})

afterAll(() => rm(folder, { recursive: true }))

describe('tilsyn draw', () => {
  it('draws, verifies and replaces, one file after the other', async () => {
    const drawn = await run(...sample('--out', path('d1.json')))
    expect(drawn).toMatchObject({ code: 0, err: '' })
    expect(drawn.out).toMatch(/Open stages, not drawn from +1\n/u)
    expect(drawn.out).toMatch(/Eligible +59\nWanted +4\nDrawn +4\n/u)
    expect(await run('verify', path('d1.json'), ...inputs())).toMatchObject({ code: 0, err: '' })

    const { cases } = JSON.parse(await readFile(path('d1.json'), 'utf8'))
    const replacement = [
      '--case',
      cases[0].caseId,
      '--reason',
      'belongs elsewhere',
      '--out',
      path('d1b.json'),
    ]
    expect(await run('replace', path('d1.json'), ...inputs(), ...replacement)).toMatchObject({ code: 0 })
    expect(await run('verify', path('d1b.json'), ...inputs())).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 replaced'),
    })

    const second = await run(...sample('--level', '2', '--from', path('d1b.json'), '--out', path('d2.json')))
    expect(second).toMatchObject({ code: 0 })
    expect(await run('verify', path('d2.json'), ...inputs(), '--from', path('d1b.json'))).toMatchObject({
      code: 0,
    })
    expect(await run('verify', path('d2.json'), ...inputs(), '--from', path('d1.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('d2.json:from: The level below'),
    })
  })

  it('says on standard error which quotas exceed their stratum, and draws all there', async () => {
    await run(...sample('--out', path('a.json')))
    await writeFile(
      path('few.csv'),
      'case_id,stage,unit,caseworker,started,completed\nA,receipt,U,C,2018-01-01,2018-01-02\n',
    )
    const few = sample('--level', '2', '--from', path('few.json'), '--out', path('few2.json'))
    const frame = (words: string[]): string[] =>
      words.map((word) => (word === path('frame.csv') ? path('few.csv') : word))
    expect(await run(...frame(sample('--out', path('few.json'))))).toMatchObject({ code: 0 })
    expect(await run(...frame(few))).toMatchObject({
      code: 0,
      err: 'month 2018-01: the quota is 3, but there are only 1; all were drawn.\n',
    })
  })

  it('is wrong usage for a level above the first without the level below', async () => {
    const wrong = await run(...sample('--level', '2', '--out', path('none.json')))
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('Level 2 is drawn from level 1: give its DRAW.json with --from')
  })

  it.each([[['--level', '0']], [['--level', 'two']], [['--nonsense']], [['more', 'words']]])(
    'is wrong usage with %j',
    async (words) => {
      expect((await run(...sample('--out', path('none.json'), ...words))).code).toBe(2)
    },
  )

  it('prints the usage of all three forms', async () => {
    const help = await run('--help')
    expect(help.code).toBe(0)
    for (const word of ['verify', 'replace', '--seed-file', '--from', '--round'])
      expect(help.out).toContain(word)
  })

  it('writes nothing when the input is bad, and names file, line and column', async () => {
    const before = await readdir(folder)
    const bad =
      'case_id,stage,unit,caseworker,started,completed\nA,receipt,U,C,2018-01-01,2018-02-30\nB,other,U,C,2018-01-01,\n'
    await writeFile(path('bad.csv'), bad)
    const words = sample('--out', path('none.json')).map((word) =>
      word === path('frame.csv') ? path('bad.csv') : word,
    )
    const { code, err } = await run(...words)
    expect(code).toBe(1)
    expect(err).toContain('bad.csv:2:completed: "2018-02-30" is not a date that exists')
    expect(err).toContain('bad.csv:3:stage: "other" is not known')
    await rm(path('bad.csv'))
    expect(await readdir(folder)).toEqual(before)
  })

  it('refuses an empty seed and warns of a short one', async () => {
    await writeFile(path('empty.txt'), '\n')
    await writeFile(path('short.txt'), 'abc\n')
    const seeded = (file: string): string[] =>
      sample('--out', path('s.json')).map((word) => (word === path('seed.txt') ? path(file) : word))
    expect(await run(...seeded('empty.txt'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('empty.txt: '),
    })
    expect(await run(...seeded('short.txt'))).toMatchObject({
      code: 0,
      err: expect.stringContaining('Warning'),
    })
  })

  it('verify lists every difference of an edited draw with its place and exits with 1', async () => {
    await run(...sample('--out', path('e.json')))
    const text = await readFile(path('e.json'), 'utf8')
    await writeFile(
      path('edited.json'),
      text.replace('"order":1', '"order":2').replace('"wanted":1', '"wanted":3'),
    )
    const { code, err } = await run('verify', path('edited.json'), ...inputs())
    expect(code).toBe(1)
    expect(err).toContain('edited.json:strata[0].wanted: ')
    expect(err).toContain('edited.json:cases[0].order: ')
  })
})
