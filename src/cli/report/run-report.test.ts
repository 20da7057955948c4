import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { decodeProgramme } from '../../core/programme/decode-programme.ts'
import { Exit, type Terminal } from '../terminal.ts'
import { runReport, type ReportFlags } from './run-report.ts'

const programmeFile = join(import.meta.dirname, '../../../programmes/bbu-2017.yaml')
const now = new Date('2018-10-01T00:00:00Z')
let folder: string
let said: string
const terminal: Terminal = {
  language: 'da',
  out: () => undefined,
  err: (text) => {
    said += text
  },
  interactive: false,
}

async function sample(): Promise<object> {
  const programme = decodeProgramme(await readFile(programmeFile), programmeFile)
  if (!programme.ok) throw new Error('the programme file is not valid')
  return sampleAnalysis(programme.value)
}

async function run(analysis: string, flags: Partial<ReportFlags> = {}): Promise<number> {
  const file = join(folder, 'ANALYSIS.json')
  await writeFile(file, analysis)
  const all = { programme: programmeFile, format: 'html', audience: 'internal', lang: 'da', ...flags }
  try {
    await runReport(terminal, { ...all, analysis: file, out: join(folder, 'out') }, now)
    return 0
  } catch (error) {
    if (error instanceof Exit) return error.code
    throw error
  }
}

const written = () => readdir(join(folder, 'out')).catch(() => [])

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-report-'))
  said = ''
})
afterEach(() => rm(folder, { recursive: true }))

describe('tilsyn report', () => {
  it('takes a brand with its logo beside it, and refuses one whose colour cannot be read before it writes', async () => {
    const analysis = JSON.stringify(await sample())
    const brand = join(folder, 'brand.yaml')
    await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    const write = (colour: string) =>
      writeFile(brand, `name: Fjordby Kommune\ncolour: '${colour}'\nlogo: logo.svg\nlines: [Børn og Unge]\n`)
    await write('#ffcc00')
    expect(await run(analysis, { brand })).toBe(1)
    expect(said).toContain(`${brand}:colour: #ffcc00 er for lys at læse på hvidt`)
    expect(await written()).toStrictEqual([])
    await write('#7a1f3d')
    expect(await run(analysis, { brand })).toBe(0)
    const page = await readFile(join(folder, 'out', 'rapport-2018q2-intern-da.html'), 'utf8')
    for (const wanted of ['Fjordby Kommune', '#7a1f3d', 'data:image/svg+xml', 'Børn og Unge'])
      expect(page).toContain(wanted)
  })

  it('writes one file per audience, language and format, named in its language', async () => {
    const analysis = JSON.stringify(await sample())
    expect(await run(analysis, { format: 'html,xlsx', audience: 'internal,public', lang: 'da,en' })).toBe(0)
    expect(new Set(await written())).toStrictEqual(
      new Set([
        'rapport-2018q2-intern-da.html',
        'rapport-2018q2-intern-da.xlsx',
        'rapport-2018q2-offentlig-da.html',
        'rapport-2018q2-offentlig-da.xlsx',
        'report-2018q2-internal-en.html',
        'report-2018q2-internal-en.xlsx',
        'report-2018q2-public-en.html',
        'report-2018q2-public-en.xlsx',
      ]),
    )
  })

  it('refuses an analysis of another programme version, naming both, and writes nothing', async () => {
    const analysis = { ...(await sample()), programme: { key: 'bbu-2017', version: 99 } }
    expect(await run(JSON.stringify(analysis))).toBe(1)
    expect(said).toContain('version 99')
    expect(said).toContain('/programme')
    expect(await written()).toStrictEqual([])
  })

  it('says where a file that is no analysis goes wrong', async () => {
    expect(await run('{')).toBe(1)
    expect(said).toContain('JSON')
    expect(await run(JSON.stringify({ ...(await sample()), levels: [{ level: 'two' }] }))).toBe(1)
    expect(said).toContain('/levels/0')
    expect(said).toContain('»answers« mangler')
    expect(await written()).toStrictEqual([])
  })

  it('calls an unknown format, audience, language or date wrong usage', async () => {
    const analysis = JSON.stringify(await sample())
    for (const flags of [
      { format: 'pdf,odt' },
      { audience: 'press' },
      { lang: 'sv' },
      { date: '2018-02-30' },
    ])
      expect(await run(analysis, flags)).toBe(2)
    expect(await written()).toStrictEqual([])
  })

  it('prints irregularities as they are written, with their reasons', async () => {
    const list = join(folder, 'irregularities.yaml')
    await writeFile(list, '- text: Døgnvagten {er} ikke med\n  reason: Skift i ledelsen\n')
    expect(await run(JSON.stringify(await sample()), { irregularities: list })).toBe(0)
    const page = await readFile(join(folder, 'out', 'rapport-2018q2-intern-da.html'), 'utf8')
    expect(page).toContain('Døgnvagten {er} ikke med Begrundelse: Skift i ledelsen')
  })

  it('names the entry of the list of irregularities that it cannot read', async () => {
    const list = join(folder, 'irregularities.yaml')
    await writeFile(list, '- text: fint\n- texxt: forkert\n')
    expect(await run(JSON.stringify(await sample()), { irregularities: list })).toBe(1)
    expect(said).toContain('irregularities.yaml:[2]')
    expect(await written()).toStrictEqual([])
  })
})
