import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

let folder = ''
let out = ''
const path = (name: string): string => join(folder, name)

const flow = `flow:
  received: [notified]
  opened: [opened]
  completed: [ended]
  prompt: [R01]
  measures: { start: [opened], end: [ended] }
  times:
    - { key: assessment, name: { da: Undersøgelse, en: Assessment }, start: [opened], end: [ended] }
`
const rules = `key: trial
version: 3
title: { da: Prøveregler, en: Trial rules }
inForce: {}
settings: { saturdayCounts: false }
kinds:
  - { key: notified, name: { da: Underretning modtaget, en: Notification received }, needsTime: true }
  - { key: assessed, name: { da: Vurdering journaliseret, en: Assessment filed }, needsTime: true }
  - { key: opened, name: { da: Undersøgelse åbnet, en: Assessment opened } }
  - { key: ended, name: { da: Undersøgelse afsluttet, en: Assessment ended } }
deadlines:
  - id: R01
    kind: within
    text: { da: Underretning vurderes for akut behov, en: Notification is assessed for acute need }
    legal: § 155
    confidence: verified
    start: [notified]
    end: [assessed]
    limit: { hours: 24 }
`
// Week 23 of 2018: Monday 4 to Sunday 10 June.
const events = `case_id;event;at;unit
A;notified;2018-06-04 00:00;Øst
A;assessed;2018-06-04 20:00;Øst
A;opened;2018-06-05;Øst
B;notified;2018-06-10 23:59;Vest
B;assessed;2018-06-12 09:00;Vest
C;notified;2018-06-11 00:00;Vest
A;notified;2018-06-08 09:00;Øst
A;assessed;2018-06-08 10:00;Øst
`
const run = (...words: string[]) => runCommand(['flow-report', ...words], 'da')
const words = (more: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({
    '--rules': path('rules.yaml'),
    '--events': path('events.csv'),
    '--as-of': '2018-06-30',
    '--out': out,
    ...more,
  }).flat()
const ofWeek = (more: Readonly<Record<string, string>> = {}) =>
  run(...words({ '--week': '2018-W23', ...more }))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-flow-'))
  await writeFile(path('rules.yaml'), `${rules}${flow}`)
  await writeFile(path('no-flow.yaml'), rules)
  await writeFile(path('events.csv'), events)
})
beforeEach(async () => {
  out = await mkdtemp(path('out-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('tilsyn flow-report', () => {
  it('writes every format and language wanted, and the shortest of the report on the terminal', async () => {
    const done = await ofWeek({ '--format': 'pdf,xlsx,docx,html', '--lang': 'da,en' })
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(await readdir(out)).toEqual(
      ['ugerapport-2018-W23-da', 'weekly-report-2018-W23-en']
        .flatMap((name) => ['docx', 'html', 'pdf', 'xlsx'].map((format) => `${name}.${format}`))
        .toSorted(),
    )
    expect(done.out).toContain('Ugerapport, uge 23, 2018 (Hele kommunen · 4.–10. juni 2018)')
    expect(done.out).toContain('- 3 nye underretninger: 2 på nye sager og 1 på kendte.')
    expect(done.out).toContain(
      'Underretning vurderes for akut behov (24 timer): 2 i tide, 1 for sent, 0 ikke gjort',
    )
    const page = await readFile(join(out, 'weekly-report-2018-W23-en.html'), 'utf8')
    expect(page).toContain('Rules: Trial rules (3)')
    expect(page).toContain('Counted as a notification: Notification received.')
  })

  it('says as tilsyn deadlines does that a step never registered in any case cannot be told', async () => {
    const gate = `  - id: G03
    kind: order
    text: { da: To gange i udvalget, en: Twice in the committee }
    legal: intern retningslinje
    confidence: partial
    step: [ended]
    before: [opened]
    onceRegistered: true
`
    await writeFile(path('gate.yaml'), `${rules}${gate}${flow.replace('[R01]', '[G03]')}`)
    const told = async (file: string) => {
      const input = { '--rules': path('gate.yaml'), '--events': path(file) }
      const report = await ofWeek({ ...input, '--format': 'html' })
      expect(report.code).toBe(0)
      const breaches = path('breaches.csv')
      const more = ['--as-of', '2018-06-30', '--out', breaches]
      expect((await runCommand(['deadlines', ...Object.entries(input).flat(), ...more], 'da')).code).toBe(0)
      const [state] = (await readFile(breaches, 'utf8')).match(/(?<=^A;G03;.*)(open|cannot-tell)/mu) ?? []
      return { state, counted: report.out.split('\n').find((line) => line.includes('To gange i udvalget')) }
    }
    const never = await told('events.csv')
    expect(never.state).toBe('cannot-tell')
    expect(never.counted).toContain(
      '0 ikke gjort, selv om fristen er overskredet, og for 1 kan det ikke ses af datoerne',
    )
    await writeFile(path('once.csv'), `${events}Z;ended;2018-06-01;Vest\n`)
    const once = await told('once.csv')
    expect(once.state).toBe('open')
    expect(once.counted).toContain('1 ikke gjort, selv om fristen er overskredet')
    expect(once.counted).not.toContain('kan det ikke ses')
    // What lies after the time it is looked at has not been registered yet.
    await writeFile(path('later.csv'), `${events}Z;ended;2018-07-01;Vest\n`)
    expect(await told('later.csv')).toEqual(never)
  })

  it('makes the same bytes of the same files and time', async () => {
    await ofWeek({ '--format': 'pdf' })
    const first = await readFile(join(out, 'ugerapport-2018-W23-da.pdf'))
    out = await mkdtemp(path('out-'))
    await ofWeek({ '--format': 'pdf' })
    expect(Buffer.compare(first, await readFile(join(out, 'ugerapport-2018-W23-da.pdf')))).toBe(0)
  })

  it('writes the monthly report, and says of a month that is not over from when its numbers are', async () => {
    const done = await run(...words({ '--month': '2018-06', '--as-of': '2018-06-20', '--format': 'html' }))
    expect(done).toMatchObject({ code: 0 })
    expect(await readdir(out)).toEqual(['maanedsrapport-2018-06-da.html'])
    expect(done.out).toContain('Måneden er ikke slut. Tallene er fra 20. juni 2018 kl. 23.59')
  })

  it('tells of rows after the time it is looked at', async () => {
    const done = await ofWeek({ '--as-of': '2018-06-11', '--format': 'html' })
    expect(done.out).toContain('1 række ligger efter --as-of')
    expect(done.out).toContain('2 i tide, 0 for sent')
  })

  it.each([
    ['a week that no year has', { '--week': '2018-W53' }, 2, 'Den uge findes ikke'],
    [
      'both a week and a month',
      { '--week': '2018-W23', '--month': '2018-06' },
      2,
      'enten --week eller --month',
    ],
    ['neither', {}, 2, 'enten --week eller --month'],
    ['an unknown format', { '--week': '2018-W23', '--format': 'pdf,exe' }, 2, '»exe« kendes ikke'],
    ['a week that has not begun', { '--week': '2018-W40' }, 1, '2018-W40 begynder først 2018-10-01'],
    [
      'rules without a flow',
      { '--week': '2018-W23', '--rules': 'no-flow.yaml' },
      1,
      'hvad rapporten skal tælle',
    ],
    ['events that are not there', { '--week': '2018-W23', '--events': 'none.csv' }, 1, 'none.csv'],
  ])(
    'refuses %s in plain words and writes nothing',
    async (_, more: Readonly<Record<string, string>>, code, said) => {
      const files = Object.fromEntries(
        Object.entries(more).map(([flag, value]) =>
          flag === '--rules' || flag === '--events' ? [flag, path(value)] : [flag, value],
        ),
      )
      const done = await run(...words(files))
      expect(done.code).toBe(code)
      expect(done.err).toContain(said)
      expect(await readdir(out)).toEqual([])
    },
  )

  it('refuses rows that are wrong by their line, and goes on without them when told to', async () => {
    await writeFile(path('wrong.csv'), `${events}D;notified;2018-02-30;Øst\n`)
    const refused = await ofWeek({ '--events': path('wrong.csv') })
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('wrong.csv:10')
    expect(await readdir(out)).toEqual([])
    const done = await run(
      ...words({ '--week': '2018-W23', '--events': path('wrong.csv'), '--format': 'html' }),
      '--skip-refused',
    )
    expect(done.code).toBe(0)
    expect(done.out).toContain('1 række har fejl og er sprunget over')
  })

  it('takes hostile names of units as text, each with its own numbers', async () => {
    const names = ['{x}', '*', '-', '=1+1', '<script>', 'a/b', 'a b']
    await writeFile(
      path('hostile.csv'),
      `case_id;event;at;unit\n${names.map((name, at) => `K${at};notified;2018-06-05 10:00;"${name}"`).join('\n')}\n`,
    )
    expect(await ofWeek({ '--events': path('hostile.csv'), '--format': 'pdf,xlsx,html' })).toMatchObject({
      code: 0,
    })
    const page = await readFile(join(out, 'ugerapport-2018-W23-da.html'), 'utf8')
    expect(page).not.toContain('<script')
    for (const name of ['{x}', '=1+1', '&lt;script&gt;', 'a/b', 'a b'])
      expect(page).toMatch(
        new RegExp(`<th scope="row">${name.replaceAll(/[{}+*]/g, '\\$&')}</th><td class="end">1</td>`),
      )
  })

  it('shows its usage in both languages', async () => {
    for (const language of ['da', 'en'] as const) {
      const { code, out: help } = await runCommand(['flow-report', '--help'], language)
      expect(code).toBe(0)
      expect(help).toContain(
        language === 'da' ? 'ugens eller månedens rapport' : 'weekly or the monthly report',
      )
    }
  })
})
