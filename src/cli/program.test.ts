import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../test/support/run-command.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const permits = 'examples/permit-receipt/programme.yaml'
const rows = 'case_id,stage,unit,caseworker,started,completed\nA,receipt,U,C,2018-02-01,2018-03-01\n'

const inputs: Readonly<Record<string, string | Buffer>> = {
  'empty.csv': '',
  'nul.csv': 'a\u0000b',
  'unmarked-utf16.csv': Buffer.from(rows, 'utf16le'),
  'long-line.csv': 'x'.repeat(1_200_000),
  'one-column.csv': '<html></html>\nx\n',
  'doubled.csv': rows.replace('caseworker', 'unit'),
  'excel-days.csv': rows.replace('2018-02-01', '43132'),
  'decimal-comma.csv': rows.replace('2018-02-01', '2018,02'),
  'workbook.csv': Buffer.from('PK\u0003\u0004rest', 'latin1'),
  'header-only.csv': rows.split('\n')[0] ?? '',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-stranger-'))
  for (const [name, content] of Object.entries(inputs)) await writeFile(at(name), content)
  await mkdir(at('folder'))
  await writeFile(at('good.csv'), rows)
  await writeFile(at('seed.txt'), '0123456789abcdef')
})
afterAll(() => rm(folder, { recursive: true }))

const draw = (frame: string, out: string) =>
  runCommand(
    [
      'draw',
      '--programme',
      permits,
      '--round',
      'r',
      '--frame',
      frame,
      '--seed-file',
      at('seed.txt'),
      '--out',
      out,
    ],
    'da',
  )

describe('wrong usage ends with 2 and says in the user’s language what to do', () => {
  test.each([
    [['drw'], 'Kommandoen drw findes ikke. Mente du draw?', 'There is no command drw. Did you mean draw?'],
    [
      ['help', 'plna'],
      'Kommandoen plna findes ikke. Mente du plan?',
      'There is no command plna. Did you mean plan?',
    ],
    [['draw', 'verfy'], 'Kommandoen verfy findes ikke. Mente du verify?', 'Did you mean verify?'],
    [['draw'], 'Tilvalget --programme <fil> mangler.', 'Option --programme <file> is missing.'],
    [['stats', '--colour'], 'Tilvalget --colour findes ikke.', 'There is no option --colour.'],
    [['stats', '--lng', 'da'], 'Mente du --lang?', 'Did you mean --lang?'],
    [['figures', 'check'], '<fil> mangler.', '<file> is missing.'],
    [['figures', 'check', 'a', 'b'], 'Der er 2 ord ud over tilvalgene', 'There are 2 words besides'],
    [['plan', '--programme'], '--programme <fil> mangler sin værdi', '--programme <file> lacks its value'],
    [['serve', '--port', 'abc'], '"abc" kan ikke bruges. Skriv et tal fra 1 til 65535.', 'from 1 to 65535'],
    [['serve', '--port', '99999'], '"99999" kan ikke bruges.', '"99999" cannot be used.'],
    [
      'analyse --programme p --answers a --round r --out o --baseline-programme b'.split(' '),
      '--baseline-programme hører til en baselinerunde: angiv den med --baseline',
      '--baseline-programme belongs to a baseline round: give it with --baseline',
    ],
    [['--lang', 'sv', 'stats'], 'Skriv da eller en.', 'Write da or en.'],
  ])('%j', async (words, danish, english) => {
    const [da, en] = [await runCommand(words, 'da'), await runCommand(words, 'en')]
    expect([da.code, en.code]).toEqual([2, 2])
    expect(da.err).toContain(danish)
    expect(en.err).toContain(english)
    expect(da.err).not.toMatch(/error|unknown|missing/u)
  })
})

test('the help of every command has no English word of commander’s in Danish', async () => {
  const program = await runCommand(['--help'], 'da')
  const commands = [...program.out.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(10)
  const withWords = commands
    .filter((one) => one !== 'help')
    .map((name) => [name])
    .concat([
      ['draw', 'verify'],
      ['draw', 'replace'],
      ['programme', 'check'],
      ['figures', 'check'],
      ['user', 'add'],
    ])
  for (const words of withWords) {
    const { code, out } = await runCommand([...words, '--help'], 'da')
    expect(code).toBe(0)
    expect(out).toMatch(/^Brug: tilsyn /u)
    expect(out).not.toMatch(/Usage|Options|Commands|default:|required|<file|<key|\[options|display help/u)
  }
})

test.each([
  ['da', /--answers <fil\.\.\.> [^-]+\(skal\s+angives\)/u, /--baseline <id> [^-(]+--draw/u],
  ['en', /--answers <file\.\.\.> [^-]+\(required\)/u, /--baseline <id> [^-(]+--draw/u],
] as const)(
  '%s: the help tells what must be given from what may be left out',
  async (language, must, may) => {
    const { out } = await runCommand(['analyse', '--help'], language)
    expect(out).toMatch(must)
    expect(out).toMatch(may)
  },
)

test.each([
  ['empty.csv', 'Filen er tom.'],
  ['nul.csv', 'Filen er ikke en tekstfil'],
  ['unmarked-utf16.csv', 'UTF-16 uden mærke'],
  ['long-line.csv', 'over en million tegn'],
  ['one-column.csv', 'Overskriften har kun én kolonne: "<html></html>"'],
  ['doubled.csv', 'Kolonnen står to gange'],
  ['excel-days.csv', '"43132" er Excels tal for en dag.'],
  ['decimal-comma.csv', 'Rækken har 7 celler, men overskriften har 6.'],
  ['workbook.csv', 'Omdøb den til .xlsx'],
  ['header-only.csv', 'ingen rækker'],
  ['folder', 'det er en mappe'],
  ['none.csv', 'den findes ikke'],
])('a frame that is %s is refused by name, and nothing is written', async (name, reason) => {
  const before = await readdir(folder)
  const { code, err } = await draw(at(name), at('out.json'))
  expect(code).toBe(1)
  expect(err).toContain(at(name))
  expect(err).toContain(reason)
  expect(await readdir(folder)).toEqual(before)
})

test.each([
  ['a folder that is not there', () => at('nowhere/out.json'), 'nowhere findes ikke'],
  ['a file that is also read', () => at('seed.txt'), 'ville blive overskrevet'],
  ['a folder', () => at('folder'), 'det er en mappe'],
  ['a file as folder', () => at('seed.txt/out.json'), 'ikke en mappe'],
  ['no name', () => '', 'filnavnene er tomt'],
])('an output that is %s is refused before any work', async (_, out, reason) => {
  const before = await readdir(folder)
  const { code, err } = await draw(at('good.csv'), out())
  expect(code).toBe(1)
  expect(err).toContain(reason)
  expect(await readdir(folder)).toEqual(before)
})
