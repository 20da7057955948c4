import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

const programmes = fileURLToPath(new URL('../../../programmes/', import.meta.url))
let folder = ''
const path = (name: string): string => join(folder, name)

const answers = `round;case_id;stage;unit;level;question;answer
2018q2;A;underretning;Øst;2;U-2.1;ja
2018q2;B;underretning;Øst;2;U-2.1;nej
2018q2;C;underretning;Vest;2;U-2.1;ja
2018q2;D;underretning;Vest;2;U-2.1;ikke_relevant
2018q2;E;underretning;Vest;2;U-2.1;ja
`
const header = 'case_id;event;at;unit;caseworker\n'
const events = `${header}A;Underretning modtaget;2018-05-02 10:00;Øst;C1
A;Vurdering journaliseret;2018-05-03 09:00;Øst;C1
B;Underretning modtaget;2018-05-02 10:00;Øst;C1
B;Vurdering journaliseret;2018-05-03 09:00;Øst;C1
C;Underretning modtaget;2018-05-02 10:00;Vest;C2
C;Vurdering journaliseret;2018-05-04 10:00;Vest;C2
C;Underretning modtaget;2017-01-02 10:00;Vest;C2
C;Vurdering journaliseret;2017-01-02 11:00;Vest;C2
E;Underretning modtaget;2018-05-02 10:00;Vest;C2
E;Underretning modtaget;2018-05-03 10:00;Vest;C2
`
const frame = `case_id;stage;unit;caseworker;started;completed
${['A', 'B', 'C', 'D', 'E'].map((id) => `${id};underretning;Øst;C1;2018-05-02;2018-05-20`).join('\n')}
`
const run = (more: Readonly<Record<string, string>> = {}, without: readonly string[] = []) =>
  runCommand([
    'reconcile',
    ...Object.entries({
      '--programme': join(programmes, 'bbu-2017.yaml'),
      '--rules': join(programmes, 'deadlines-serviceloven.yaml'),
      '--answers': path('answers.csv'),
      '--events': path('events.csv'),
      '--frame': path('frame.csv'),
      '--as-of': '2018-06-30',
      '--out': path('out.csv'),
      ...more,
    })
      .filter(([flag]) => !without.includes(flag))
      .flat(),
  ])
const outcomesOf = async () =>
  (await readFile(path('out.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(';')
      return [cells[3], cells[7], cells[9]].join(' ')
    })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-reconcile-'))
  await writeFile(path('answers.csv'), answers)
  await writeFile(path('events.csv'), events)
  await writeFile(path('frame.csv'), frame)
})
afterAll(() => rm(folder, { recursive: true }))

describe('tilsyn reconcile', () => {
  it('writes every answer beside the registry’s dates, and tells how often they say the same', async () => {
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(await outcomesOf()).toEqual([
      'A agree-in-time met',
      'B registry-only met',
      'C reviewer-only late',
      'D not-applicable ',
      'E not-matched open / open',
    ])
    expect(out).toContain('the same in 1 of 3 compared answers')
  })

  it('without the stages’ days takes a case’s only deadline, and guesses at none of two', async () => {
    expect((await run({}, ['--frame'])).code).toBe(0)
    expect((await outcomesOf())[2]).toBe('C not-matched met / late')
  })

  it('refuses a file of pairs that is not there, and a round that it would have to guess', async () => {
    const other = await run({ '--pairs': path('pairs.yaml') })
    expect(other.code).toBe(1)
    await writeFile(path('two.csv'), `${answers}2018q3;A;underretning;Øst;2;U-2.1;ja\n`)
    const several = await run({ '--answers': path('two.csv') })
    expect(several.code).toBe(1)
    expect(several.err).toContain('2018q2, 2018q3')
    expect((await run({ '--answers': path('two.csv'), '--round': '2018q3' })).code).toBe(0)
  })

  it('tells nothing by a gate that was never registered in any case, as tilsyn deadlines does', async () => {
    await writeFile(
      path('gate-pairs.yaml'),
      `key: own
version: 1
programme: bbu-2017
title: { da: x, en: x }
pairs:
  - { question: U-2.1, deadline: G03, clocks: started }
`,
    )
    const told = async (rows: string) => {
      await writeFile(path('gate.csv'), `${header}C;Anbringelse iværksat;2018-05-25;Vest;C2\n${rows}`)
      const input = {
        '--rules': join(programmes, 'deadlines-local-gates.yaml'),
        '--events': path('gate.csv'),
        '--as-of': '2018-06-30',
      }
      const breaches = path('gate-breaches.csv')
      await runCommand(['deadlines', ...Object.entries(input).flat(), '--out', breaches])
      const [state] = (await readFile(breaches, 'utf8')).match(/(?<=^C;G03;.*)(open|cannot-tell)/mu) ?? []
      expect((await run({ ...input, '--pairs': path('gate-pairs.yaml') }, ['--frame'])).code).toBe(0)
      return { state, outcome: (await outcomesOf()).find((line) => line.startsWith('C ')) }
    }
    expect(await told('')).toEqual({ state: 'cannot-tell', outcome: 'C cannot-tell cannot-tell' })
    expect(await told('E;Anbringelsesudvalg;2018-05-24;Vest;C2\n')).toEqual({
      state: 'open',
      outcome: 'C reviewer-only open',
    })
  })

  it('names the pairs that programme or rules lack a side of, and goes on with the others', async () => {
    await writeFile(
      path('pairs.yaml'),
      `key: own
version: 1
programme: bbu-2017
title: { da: x, en: x }
pairs:
  - { question: U-2.1, deadline: R01, clocks: started }
  - { question: U-9.9, deadline: R01, clocks: started }
`,
    )
    const { code, err } = await run({ '--pairs': path('pairs.yaml') })
    expect(code).toBe(0)
    expect(err).toContain('U-9.9')
  })
})
