import { Buffer } from 'node:buffer'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Analysis } from '../../core/analysis/analysis.ts'
import { drawFileText } from '../../core/draw/draw-file-text.ts'
import { drawByRule } from '../../core/draw/draw-sample.ts'
import { runFiguresCheck } from '../figures/run-figures-check.ts'
import { Exit, type Terminal } from '../terminal.ts'
import { runAnalyse, type AnalyseFlags } from './run-analyse.ts'

const programme = new URL('../../../programmes/bbu-2017.yaml', import.meta.url).pathname
const header = 'round;case_id;stage;unit;level;question;answer'
let folder = ''
let printed = ''
let errors = ''
const terminal = (language: 'da' | 'en', interactive = false): Terminal => ({
  language,
  out: (text) => (printed += text),
  err: (text) => (errors += text),
  interactive,
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyse-'))
  printed = ''
  errors = ''
})
afterEach(() => rm(folder, { recursive: true }))

async function write(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

async function exitCode(work: Promise<void>): Promise<number> {
  try {
    await work
    return 0
  } catch (error) {
    if (error instanceof Exit) return error.code
    throw error
  }
}

const analysed = (flags: Omit<AnalyseFlags, 'programme' | 'out' | 'round'>, language: 'da' | 'en' = 'en') =>
  exitCode(
    runAnalyse(terminal(language), { programme, round: 'r', out: join(folder, 'ANALYSIS.json'), ...flags }),
  )

/** The programme with other words for one question. */
function reworded(text: string, key: string): string {
  const at = text.indexOf(`key: ${key}\n`)
  return (
    text.slice(0, at) +
    text
      .slice(at)
      .replace(/da: .+/u, 'da: "Noget andet?"')
      .replace(/en: .+/u, 'en: "Something else?"')
  )
}

describe('tilsyn analyse', () => {
  it('shows a bar on standard error while it works, to people at a terminal only', async () => {
    const answers = [await write('a.csv', header, 'r;1;underretning;E;2;U-1.1;ja')]
    const flags = { programme, round: 'r', out: join(folder, 'ANALYSIS.json'), answers }
    await runAnalyse(terminal('da'), flags)
    expect(errors).toBe('')
    const plain = printed
    printed = ''
    await runAnalyse(terminal('da', true), { ...flags, out: join(folder, 'AGAIN.json') })
    const shares = [...errors.matchAll(/Regner [█░]{30} +(\d+) %/gu)].map(([, share]) => Number(share))
    expect(shares.length).toBeGreaterThan(2)
    expect(shares.toSorted((a, b) => a - b)).toStrictEqual(shares)
    // The last thing is to leave the line empty, since what was found is printed there.
    expect(errors.endsWith('\r\u001b[2K')).toBe(true)
    expect(printed).toBe(plain)
  })

  it('writes the analysis and says in the reader’s language what it shows', async () => {
    const answers = [await write('a.csv', header, 'r;1;underretning;E;2;U-1.1;ja')]
    expect(await analysed({ answers }, 'da')).toBe(0)
    expect(await readdir(folder)).toContain('ANALYSIS.json')
    expect(printed).toContain('Runde r, gennemgange på niveau 2: 1.')
    expect(printed).toContain(
      'Mangler: Underretning, niveau 2: 1 sag mangler svar på et eller flere spørgsmål (1).',
    )
  })

  it('says which requirements the overall figure is made of where the baseline asked some otherwise', async () => {
    const text = await readFile(programme, 'utf8')
    const all = [...text.matchAll(/^ +(?:- )?key: (U-[\d.]+)$/gmu)].map(([, key]) => key ?? '')
    const rows = (round: string) =>
      Array.from({ length: 12 }, (_, at) =>
        all.slice(0, 2).map((key) => `${round};${at};underretning;E;2;${key};${at < 8 ? 'ja' : 'nej'}`),
      ).flat()
    const answers = [await write('a.csv', header, ...rows('r'), ...rows('before'))]
    const changed = text.replace(/^version: (\d+)$/mu, 'version: 99')
    expect(await analysed({ answers, baseline: 'before' })).toBe(0)
    expect(printed).toContain('of the requirements on average')
    const other = await write('b.yaml', reworded(changed, all[0] ?? ''))
    printed = ''
    expect(await analysed({ answers, baseline: 'before', baselineProgramme: other })).toBe(0)
    expect(printed).toMatch(
      /a case meets \d+ % of the \d+ requirements \(of \d+\) that both rounds asked alike on average/u,
    )
    expect(printed).toMatch(
      /^Not compared: .* New or changed in the programme since the baseline: U-1\.1\.$/mu,
    )
    expect(printed).not.toContain('Contradiction')
  })

  it('says that the comparison level is missing, and what another level found by itself', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `r;${at};underretning;E;3;U-1.1;${at < 9 ? 'ja' : 'nej'}`,
    )
    const answers = [await write('a.csv', header, ...rows)]
    expect(await analysed({ answers }, 'da')).toBe(0)
    expect(printed).toContain(
      'Niveau 2, som resultater og ændringer måles på, har ikke gennemgået noget i runden.\n' +
        'Niveau 3: i en gennemsnitlig sag er 75 % af kravene i orden',
    )
    expect(printed).toContain('Kun ét niveau har gennemgået sager')
  })

  it('finds the baseline in another file', async () => {
    const answers = [
      await write('a.csv', header, 'r;1;underretning;E;2;U-1.1;ja'),
      await write('b.csv', header, 'before;1;underretning;E;2;U-1.1;nej'),
    ]
    expect(await analysed({ answers, baseline: 'before' })).toBe(0)
    expect(printed).toContain('1 question compared')
  })

  it('writes nothing and exits 1 on bad answers, with file, line and column', async () => {
    const answers = [await write('a.csv', header, 'r;1;underretning;E;2;U-1.1;perhaps')]
    expect(await analysed({ answers })).toBe(1)
    expect(errors).toBe(`${join(folder, 'a.csv')}:2:answer: "perhaps" is no answer. Write yes, no or na.\n`)
    expect(await readdir(folder)).toStrictEqual(['a.csv'])
  })

  it('takes the weights from the draw files, and refuses cases that were not drawn', async () => {
    const frame = Array.from({ length: 12 }, (_, at) => ({
      caseId: `C${at}`,
      stage: 'underretning',
      unit: at < 4 ? 'E' : 'F',
      caseworker: 'w',
      started: '2018-01-01',
      completed: '2018-02-01',
      attributes: {},
    }))
    const checked = drawByRule(
      frame,
      {
        algorithm: 'hmac-sha256-52-stage',
        programme: 'bbu-2017',
        programmeVersion: 1,
        round: 'r',
        level: 2,
        phase: 'r/2',
        selection: { kind: 'random', strata: ['unit'], quotas: [{ take: 2 }] },
        eligibility: [],
        from: null,
      },
      Buffer.from('a seed of the tests, long enough'),
    )
    if (!checked.ok) throw new Error('not drawn')
    const draw = [await write('DRAW.json', drawFileText(checked.value))]
    const rows = checked.value.cases.map(
      ({ caseId, stratum }) =>
        `r;${caseId};underretning;${stratum.slice(-1)};2;U-1.1;${stratum === 'unit=E' ? 'ja' : 'nej'}`,
    )
    expect(await analysed({ answers: [await write('a.csv', header, ...rows)], draw })).toBe(0)
    const analysis = JSON.parse(await readFile(join(folder, 'ANALYSIS.json'), 'utf8')) as Analysis
    expect(analysis.questions.find((row) => row.unit === null && row.question === 'U-1.1')).toMatchObject({
      numerator: 2,
      denominator: 4,
      share: expect.closeTo(1 / 3, 12) as number,
    })
    const stray = await write('b.csv', header, ...rows, 'r;stray;underretning;E;2;U-1.1;ja')
    expect(await analysed({ answers: [stray], draw })).toBe(1)
    expect(errors).toContain('have cases that the draw does not have in force: stray.')
  })

  it('reads the baseline’s answers by its own version of the programme', async () => {
    const text = await readFile(programme, 'utf8')
    const old = await write(
      'old.yaml',
      text
        .replaceAll('key: U-1.1\n', 'key: U-1.1-gammel\n')
        .replaceAll('question: U-1.1,', 'question: U-1.1-gammel,'),
    )
    const answers = [
      await write(
        'a.csv',
        header,
        'r;1;underretning;E;2;U-1.1;ja',
        'before;1;underretning;E;2;U-1.1-gammel;nej',
      ),
    ]
    expect(await analysed({ answers, baseline: 'before' })).toBe(1)
    expect(await analysed({ answers, baseline: 'before', baselineProgramme: old })).toBe(0)
    const analysis = JSON.parse(await readFile(join(folder, 'ANALYSIS.json'), 'utf8')) as Analysis
    expect(analysis.series.map(({ question, cause }) => [question, cause])).toEqual([['U-1.1', 'new']])
  })

  it('refuses a case that stands in two frame files', async () => {
    const answers = [await write('a.csv', header, 'r;1;underretning;E;2;U-1.1;ja')]
    const rows = [
      'case_id;stage;unit;caseworker;started;completed',
      '1;underretning;E;c;2018-01-01;2018-02-01',
    ]
    const frame = [await write('f.csv', ...rows), await write('g.csv', ...rows)]
    expect(await analysed({ answers, frame })).toBe(1)
    expect(errors).toContain(`g.csv:2: Case 1 with stage underretning also stands in ${frame[0]}`)
  })
})

describe('tilsyn figures check', () => {
  it('exits 0 on figures that can be, and 1 with one line per finding on others', async () => {
    const sound = await write('sound.csv', 'label;percent;n', 'A;50;4')
    expect(await exitCode(runFiguresCheck(terminal('en'), sound))).toBe(0)
    const wrong = await write('wrong.csv', 'label;percent;n', 'A;82;27', 'B;50;4')
    printed = ''
    expect(await exitCode(runFiguresCheck(terminal('da'), wrong))).toBe(1)
    expect(errors).toBe('')
    expect(printed).toBe(
      `${wrong}:2: A: 82 % kan ikke komme af 27 sager; det passer med 22 (18/22): 5 sager har formentlig ikke været relevante.\n`,
    )
  })

  it('says in plain words what is wrong with a file that it cannot read, and where', async () => {
    const bad = await write('bad.yaml', 'rounds:', '  a: {title: x}', ' b: 1')
    for (const [language, words] of [
      ['da', 'Indrykningen passer ikke her'],
      ['en', 'The indentation does not fit here'],
    ] as const) {
      errors = ''
      expect(await exitCode(runFiguresCheck(terminal(language), bad))).toBe(1)
      expect(errors).toContain(`${bad}:3`)
      expect(errors).toContain(words)
      expect(errors).not.toMatch(/BAD_INDENT/u)
    }
    expect(printed).toBe('')
  })
})
