import { join } from 'node:path'
import type { Analysis } from '../../core/analysis/analysis.ts'
import { languages, type Language } from '../../core/language/language.ts'
import { composeReport, type ReportInput } from '../../core/report/compose-report.ts'
import type { Report } from '../../core/report/report.ts'
import { formats, renderReport, type Format } from '../../render/renderers.ts'
import { readProgramme } from '../programme.ts'
import { makeFolder, readText, writeOutput } from '../files.ts'
import { Exit, orRefuse, type Terminal } from '../terminal.ts'
import { wordList } from '../usage/word-list.ts'
import { readAnalysis } from './read-analysis.ts'
import { readBrand } from './read-brand.ts'
import { readDrawDigest } from './read-draws.ts'
import { readIrregularities } from './read-irregularities.ts'

export interface ReportFlags {
  readonly analysis: string
  readonly programme: string
  readonly format: string
  readonly audience: string
  readonly lang: string
  readonly irregularities?: string
  readonly draw?: readonly string[]
  readonly municipality?: string
  readonly brand?: string
  readonly notice?: string
  readonly date?: string
  readonly out: string
}

const audiences = ['internal', 'public'] as const
const audienceNames = {
  internal: { da: 'intern', en: 'internal' },
  public: { da: 'offentlig', en: 'public' },
} as const
const reportNames = { da: 'rapport', en: 'report' } as const

interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Renders every wanted file before it writes the first. `now` dates the files unless the user names a day. */
export async function runReport(terminal: Terminal, flags: ReportFlags, now: Date): Promise<void> {
  const wantedFormats = wordList(terminal, '--format', flags.format, formats)
  const wantedAudiences = wordList(terminal, '--audience', flags.audience, audiences)
  const wantedLanguages = wordList(terminal, '--lang', flags.lang, languages)
  const createdAt = flags.date === undefined ? now : dayOf(terminal, flags.date)
  const input = await readInputs(terminal, flags)
  const brand = flags.brand === undefined ? undefined : await readBrand(terminal, flags.brand)
  const files: NamedFile[] = []
  for (const audience of wantedAudiences) {
    const composed = composeReport({
      ...(brand === undefined ? {} : { municipality: brand.name }),
      ...input,
      audience,
    })
    const report: Report = brand === undefined ? composed : { ...composed, brand }
    for (const language of wantedLanguages)
      for (const format of wantedFormats) {
        const name = fileName(input.analysis, audience, language, format)
        files.push({ name, bytes: await renderReport(report, language, format, createdAt) })
        if (terminal.interactive) terminal.err(`${name}\n`)
      }
  }
  await makeFolder(terminal, flags.out)
  for (const { name, bytes } of files) await writeOutput(terminal, join(flags.out, name), bytes)
  for (const { name } of files) terminal.out(`${join(flags.out, name)}\n`)
}

async function readInputs(terminal: Terminal, flags: ReportFlags): Promise<Omit<ReportInput, 'audience'>> {
  const programme = await readProgramme(terminal, flags.programme)
  const analysis = orRefuse(
    terminal,
    readAnalysis(await readText(terminal, flags.analysis), flags.analysis, programme),
  )
  const irregularities =
    flags.irregularities === undefined
      ? undefined
      : orRefuse(
          terminal,
          readIrregularities(await readText(terminal, flags.irregularities), flags.irregularities),
        )
  const drawDigests = []
  for (const file of flags.draw ?? [])
    drawDigests.push(orRefuse(terminal, readDrawDigest(await readText(terminal, file), file, analysis.round)))
  const { municipality, notice } = flags
  return {
    analysis,
    programme,
    drawDigests: drawDigests.toSorted((left, right) => left.level - right.level),
    ...(irregularities === undefined ? {} : { irregularities }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(notice === undefined ? {} : { notice: { da: notice, en: notice } }),
  }
}

/** `rapport-2018q2-intern-da.pdf`; characters that a file name cannot hold become hyphens. */
function fileName(
  analysis: Analysis,
  audience: Report['audience'],
  language: Language,
  format: Format,
): string {
  const round = analysis.round.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
  return `${reportNames[language]}-${round}-${audienceNames[audience][language]}-${language}.${format}`
}

function dayOf(terminal: Terminal, text: string): Date {
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return day
  terminal.err(
    {
      da: `--date: »${text}« er ikke en dato. Skriv den som 2018-10-01.\n`,
      en: `--date: ‘${text}’ is not a date. Write it like 2018-10-01.\n`,
    }[terminal.language],
  )
  throw new Exit(2)
}
