import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

let folder = ''
const path = (name: string): string => join(folder, name)

const rules = `key: trial
version: 1
title: { da: Prøveregler, en: Trial rules }
inForce: {}
settings: { saturdayCounts: false }
kinds:
  - { key: notified, name: { da: Underretning modtaget, en: Notification received }, needsTime: true }
  - { key: assessed, name: { da: Vurdering journaliseret, en: Assessment filed }, needsTime: true }
  - { key: examined, name: { da: Undersøgelse afsluttet, en: Examination finished } }
deadlines:
  - id: R01
    kind: within
    text: { da: Underretning vurderes, en: Notification is assessed }
    legal: § 155
    confidence: verified
    start: [notified]
    end: [assessed]
    limit: { hours: 24 }
  - id: R06
    kind: within
    text: { da: Undersøgelse afsluttet, en: Examination finished }
    legal: § 50
    confidence: partial
    note: { da: Vores læsning., en: Our reading. }
    start: [notified]
    end: [examined]
    limit: { months: 4 }
`
const events = `case_id;event;at;unit;caseworker
A;Underretning modtaget;2018-01-31 10:00;Øst;=cmd
A;Vurdering journaliseret;2018-02-01 10:00;Øst;C2
A;Undersøgelse afsluttet;01-06-2018;Øst;C2
B;notification received;2018-03-24 10:00;Vest;C3
B;assessed;2018-03-25 11:30;Vest;C3
C;notified;2018-06-01;Vest;C3
C;assessed;2018-06-02 09:00;Vest;C3
`
const run = (...words: string[]) => runCommand(['deadlines', ...words])
const words = (more: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({
    '--rules': path('rules.yaml'),
    '--events': path('events.csv'),
    '--as-of': '2018-06-30',
    '--out': path('out.csv'),
    ...more,
  }).flat()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-deadlines-'))
  await writeFile(path('rules.yaml'), rules)
  await writeFile(path('events.csv'), events)
})

afterAll(() => rm(folder, { recursive: true }))

describe('tilsyn deadlines', () => {
  it('writes every deadline that applies, with safe cells, days as days and moments with their offset', async () => {
    expect(await run(...words())).toMatchObject({ code: 0, err: '' })
    expect(await readFile(path('out.csv'), 'utf8')).toBe(
      [
        '\uFEFFcase_id;rule;unit;caseworker;started;due;done;state;lateBy;lateIn;because;rules',
        "A;R01;Øst;'=cmd;2018-01-31T10:00+01:00;2018-02-01T10:00+01:00;2018-02-01T10:00+01:00;met;;;;trial",
        "A;R06;Øst;'=cmd;2018-01-31;2018-05-31;2018-06-01;late;1;days;;trial",
        // Clocks went forward in the night between.
        'B;R01;Vest;C3;2018-03-24T10:00+01:00;2018-03-25T11:00+02:00;2018-03-25T11:30+02:00;late;0,5;hours;;trial',
        'B;R06;Vest;C3;2018-03-24;2018-07-24;;running;;;;trial',
        'C;R01;Vest;C3;2018-06-01;2018-06-02;2018-06-02T09:00+02:00;cannot-tell;;;time:notified;trial',
        'C;R06;Vest;C3;2018-06-01;2018-10-01;;running;;;;trial',
        '',
      ].join('\r\n'),
    )
  })

  it('tells what became of each rule in words, in both languages', async () => {
    const { out } = await run(...words())
    expect(out).toMatch(/^R01 {2}Notification is assessed \(24 hours\) +1 +1 +0 +0 +1$/mu)
    expect(out).toContain('· 1: time of day missing: Notification received')
    expect(out).toContain('7 rows read, 7 events of 3 cases. 2 deadlines were kept late, 0 are overdue')
    const danish = await runCommand(['deadlines', ...words()], 'da')
    expect(danish.out).toMatch(/^R01 {2}Underretning vurderes \(24 timer\) +1 +1 +0 +0 +1$/mu)
    expect(danish.out).toContain('klokkeslættet mangler: Underretning modtaget')
  })

  it('writes only the states that are asked for, and explains the law on request', async () => {
    const { out } = await run(...words({ '--state': 'late, open' }), '--explain')
    const lines = (await readFile(path('out.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(lines.slice(1).map((line) => line.slice(0, 5))).toEqual(['A;R06', 'B;R01'])
    expect(out).toContain('Legal basis: § 155 (seen in the text of the law)')
    expect(out).toContain('     Our reading.')
  })

  it('judges as of a time: what came later is counted apart', async () => {
    const { code, out } = await run(...words({ '--as-of': '2018-02-01T09:00' }))
    expect(code).toBe(0)
    expect(out).toMatch(/^R01 .* 0 +0 +0 +1 +0$/mu)
    expect(out).toContain('  1  notified (first in line 7)')
    // An hour later that day.
    expect(out).toContain('  1  Vurdering journaliseret (first in line 3)')
  })

  it('stops at wrong rows and writes nothing, unless told to skip them', async () => {
    await writeFile(path('bad.csv'), `${events}D;notifid;2018-01-01;;\nD;notified;2018-02-30;;\n`)
    const bad = words({ '--events': path('bad.csv'), '--out': path('bad-out.csv') })
    const refused = await run(...bad)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/bad\.csv:9:event: .*"notifid" \(1 row, .*Did you mean "notified"\?/u)
    expect(refused.err).toContain('bad.csv:10:at: "2018-02-30" is not a date')
    expect(await readdir(folder)).not.toContain('bad-out.csv')
    const skipped = await run(...bad, '--skip-refused')
    expect(skipped.code).toBe(0)
    expect(skipped.err).toContain('bad.csv:10:at')
    expect(skipped.out).toMatch(
      /^2 rows wrong and skipped:\n {2}1 {2}notifid \(first in line 9\)\n {2}1 {2}a time that does not exist \(first in line 10\)$/mu,
    )
  })

  it('reads the words of a source from a mapping file, and says what is wrong with that file', async () => {
    await writeFile(path('own.csv'), 'Nr;Hvad;Hvornår\nA;Modtaget;2018-01-01\nA;Frokost;2018-01-01\n')
    await writeFile(
      path('map.yaml'),
      'case_id: Nr\nevent: Hvad\nat: Hvornår\nkinds: { notified: Modtaget }\nleft_out: [Frokost]\n',
    )
    const own = { '--events': path('own.csv'), '--mapping': path('map.yaml') }
    const { code, out } = await run(...words(own))
    expect(code).toBe(0)
    expect(out).toContain('1 row left out as the file for --mapping says:\n  1  Frokost (first in line 3)')
    await writeFile(path('map.yaml'), 'case_id: Nr\nkinds: { notifed: X }\nno_time: [25:00]\nleftout: [x]\n')
    const wrong = await run(...words(own))
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/map\.yaml:kinds\.notifed: .*Did you mean notified\?/u)
    expect(wrong.err).toContain('map.yaml:no_time: "25:00" is not a time of day')
    expect(wrong.err).toMatch(/map\.yaml:leftout: .*left_out/u)
  })

  it('refuses two laws with one rule at the same time', async () => {
    await writeFile(path('again.yaml'), rules.replace('key: trial', 'key: again'))
    const { code, err } = await run(...words(), '--rules', path('again.yaml'))
    expect(code).toBe(1)
    expect(err).toContain('again.yaml: The rule R01 is in force at the same time as that of')
  })

  it.each([
    ['--as-of', '2018-02-30'],
    ['--as-of', 'yesterday'],
    ['--state', 'broken'],
  ])('is wrong usage with %s %s', async (flag, value) => {
    expect((await run(...words({ [flag]: value }))).code).toBe(2)
  })
})

describe('a file so large that threads share its cases', () => {
  const cases = 120_000
  const head = 'case_id;event;at;unit\n'
  const rows = (at: number): string =>
    `BV-${String(at).padStart(6, '0')};notified;2018-01-31 10:00;Enhed Øst\nBV-${String(at).padStart(6, '0')};assessed;2018-02-0${1 + (at % 2)} 10:00;Enhed Øst\n`
  const body = Array.from({ length: cases }, (_, at) => rows(at)).join('')

  it('gives every case once, in the order of the file, and counts them all', async () => {
    await writeFile(path('large.csv'), head + body)
    const large = words({ '--events': path('large.csv'), '--out': path('large-out.csv') })
    const { code, out } = await run(...large, '--state', 'met,late')
    expect(code).toBe(0)
    expect(out).toMatch(/^R01 .* 60,000 +60,000 +0 +0 +0$/mu)
    expect(out).toMatch(/^R06 .* 0 +0 +120,000 +0 +0$/mu)
    const lines = (await readFile(path('large-out.csv'), 'utf8')).trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(cases)
    expect(
      lines.every((line, at) => line.startsWith(`BV-${String(at).padStart(6, '0')};R01;Enhed Øst`)),
    ).toBe(true)
  }, 60_000)

  it('stops at wrong rows and writes nothing', async () => {
    await writeFile(path('large.csv'), `${head}${body}X;notified;soon;\n`)
    const large = words({ '--events': path('large.csv'), '--out': path('never.csv') })
    const { code, err } = await run(...large)
    expect(code).toBe(1)
    expect(err).toContain(`large.csv:${2 * cases + 2}:at: "soon" is not a date`)
    expect((await readdir(folder)).filter((name) => name.includes('never'))).toEqual([])
  }, 60_000)
})

it('judges the README’s example by both laws', async () => {
  const text = await readFile('README.md', 'utf8')
  const line = /^npx tilsyn (deadlines .*)$/mu.exec(text)?.[1] ?? ''
  const { code, err } = await runCommand(line.replace('BREACHES.csv', path('readme.csv')).split(' '))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const rows = (await readFile(path('readme.csv'), 'utf8')).split('\r\n')
  // Six working days from 22 April 2024: Great Prayer Day had been abolished.
  expect(rows).toContain('BV-6;R02;Enhed Øst;SB01;2024-04-22;2024-04-29;2024-04-29;met;;;;barnets-lov')
  // The newest registration of the same event was in time, whatever the law of the day it ended.
  expect(rows).toContain('BV-5;R06;Enhed Vest;SB04;2023-12-28;2024-04-28;2024-04-26;met;;;;serviceloven')
})
