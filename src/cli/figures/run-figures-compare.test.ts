import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from '../../core/report/compose-report.ts'
import type { FigureRow } from '../../render/figures/figure-fields.ts'
import { renderReport } from '../../render/renderers.ts'
import { Exit } from '../terminal.ts'
import { runFiguresCompare } from './run-figures-compare.ts'

interface Data {
  report: Record<string, string | null>
  figures: Partial<FigureRow>[]
}

const programme = sampleProgramme(4)
const report = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' })
let folder = ''
let printed = ''
let errors = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-compare-'))
  printed = ''
  errors = ''
})
afterEach(() => rm(folder, { recursive: true }))

async function released(): Promise<Data> {
  const bytes = await renderReport(report, 'en', 'json', new Date('2018-10-01T12:00:00Z'))
  const data: Data = JSON.parse(new TextDecoder().decode(bytes))
  return data
}

/** Exit code of a comparison with the report as `change` makes it; `begin` makes what it is compared with. */
async function compared(
  change: (data: Data) => void,
  begin: (data: Data) => void = () => undefined,
): Promise<number> {
  const [before, after] = [join(folder, 'before.json'), join(folder, 'after.json')]
  const then = await released()
  begin(then)
  await writeFile(before, JSON.stringify(then))
  const data = await released()
  change(data)
  await writeFile(after, JSON.stringify(data))
  const terminal = {
    language: 'en' as const,
    out: (text: string) => (printed += text),
    err: (text: string) => (errors += text),
    interactive: false,
  }
  try {
    await runFiguresCompare(terminal, before, after)
    return 0
  } catch (error) {
    if (error instanceof Exit) return error.code
    throw error
  }
}

function share({ figures }: Data): Partial<FigureRow> {
  const found = figures.find(({ unit, value, lower }) => unit === 'share' && value !== null && lower !== null)
  if (found === undefined) throw new Error('the sample report prints no share')
  return found
}

const lines = () => printed.split('\n').filter((line) => line.includes(' → '))

describe('figures of a released report, compared with the same report made now', () => {
  it('says that none has changed', async () => {
    expect(await compared(() => undefined)).toBe(0)
    expect(printed).toMatch(/\d+ figures compared: none has changed\.\n$/u)
  })

  it('names a number with other answers, before and now', async () => {
    let id = ''
    expect(
      await compared((data) => {
        const row = share(data)
        id = row.id ?? ''
        Object.assign(row, { numerator: 11, denominator: 44, printed: '25%', value: 0.25 })
      }),
    ).toBe(1)
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatch(/25% \(11\/44[^)]*\), other answers/u)
    expect(lines()[0]).toContain(`(${id})`)
    expect(printed).toMatch(/figures compared: 1 changed\.\n$/u)
  })

  it('tells another calculation from other answers', async () => {
    await compared((data) => Object.assign(share(data), { lower: 0.01 }))
    expect(lines()).toEqual([expect.stringContaining('calculated otherwise')])
    expect(lines()[0]).toMatch(/→ .*; 1–/u)
  })

  it.each(['findings', 'critical', 'plan'])('tells follow-up from other answers: %s', async (kind) => {
    const named = (data: Data) => Object.assign(share(data), { id: `${kind}/all/restored` })
    await compared((data) => Object.assign(named(data), { numerator: 1, printed: '1%' }), named)
    expect(lines()).toEqual([expect.stringContaining('errors or follow-up have changed')])
  })

  it('is silent where both print the same', async () => {
    const code = await compared((data) => {
      const row = share(data)
      Object.assign(row, { lower: (row.lower ?? 0) + 1e-6, value: (row.value ?? 0) + 1e-6 })
    })
    expect(printed).toContain('none has changed')
    expect(code).toBe(0)
  })

  it('sees a change of what is not applicable alone', async () => {
    await compared((data) => Object.assign(share(data), { notApplicable: 77 }))
    expect(lines()).toEqual([expect.stringContaining('other answers')])
  })

  it('tells of numbers that are new, gone or hidden', async () => {
    await compared((data) => {
      const gone = data.figures.pop()
      data.figures.push({ ...gone, id: 'made/later' })
      Object.assign(share(data), { withheld: true, printed: '·', value: null, numerator: null })
    })
    expect(lines().map((line) => /, ([a-z ]+) \(\S+\)$/u.exec(line)?.[1])).toEqual([
      'hidden in one of them',
      'new number',
      'no longer there',
    ])
  })

  it('refuses another edition, and what is no report', async () => {
    expect(await compared(({ report: about }) => (about['audience'] = 'public'))).toBe(1)
    expect(errors).toContain('differ in edition')
    expect(printed).toBe('')
    errors = ''
    expect(await compared((data) => Object.assign(data, { format: 'other' }))).toBe(1)
    expect(errors).toMatch(/after\.json:format: The file does not hold a report’s figures/u)
  })

  it('prints nothing of a file that could move the cursor or begin a line', async () => {
    await compared((data) =>
      Object.assign(share(data), { printed: '1\u001b[2J', label: 'a\nb', notApplicable: 77 }),
    )
    expect(printed).not.toContain('\u001b')
    expect(lines()[0]).toContain('a b')
  })
})
