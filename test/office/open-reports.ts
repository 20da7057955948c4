// Opens a full report in the programs its readers have: Poppler reads the PDF, LibreOffice the Office files. Says "not run" where
// a program is not on the machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { composeReport } from '../../src/core/report/compose-report.ts'
import { printReport } from '../../src/core/report/print-report.ts'
import type { PrintedReport } from '../../src/core/report/printed-report.ts'
import type { Report } from '../../src/core/report/report.ts'
import { slideParts } from '../../src/render/pptx/slide-parts.ts'
import { listTables } from '../../src/render/list-tables.ts'
import { renderers } from '../../src/render/renderers.ts'
import { sampleAnalysis } from '../support/sample-analysis.ts'
import { sampleProgramme } from '../support/sample-programme.ts'

const day = new Date('2018-10-01T12:00:00Z')
/** Milliseconds that LibreOffice may take for a file; it starts anew for each. */
const patience = 120_000
const folder = mkdtempSync(join(tmpdir(), 'tilsyn-office-'))
const faults: string[] = []

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, { encoding: 'utf8', timeout: patience, maxBuffer: 64 * 1024 * 1024 })
}

const has = (command: string, asks: string) => run(command, [asks]).error === undefined

/** Text as programs take it out of a page: without line breaks, hyphens at their ends and soft spaces. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u00AD‐-]+/gu, '')

function expectTexts(what: string, pdf: string, wanted: readonly string[]): void {
  const read = run('pdftotext', [pdf, '-'])
  const text = plain(read.stdout)
  if (read.status !== 0 || read.stderr !== '')
    faults.push(`${what}: pdftotext says ${read.stderr.slice(0, 200)}`)
  for (const one of wanted) if (!text.includes(plain(one))) faults.push(`${what}: »${one}« is not there`)
}

function checkPdf(pdf: string, printed: PrintedReport): void {
  const { stdout, stderr } = run('pdfinfo', [pdf])
  const info = new Map(
    stdout.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
  )
  // Poppler takes `Suspects false`, which PDF allows, for a mistake.
  const wrong = stderr.replaceAll(/^.*Suspects object is wrong type \(boolean\)\s*$/gmu, '').trim()
  if (wrong !== '') faults.push(`pdf: pdfinfo says ${wrong.slice(0, 200)}`)
  if (info.get('Tagged') !== 'yes') faults.push('pdf: it is not tagged')
  if (info.get('Title') !== printed.title) faults.push(`pdf: its title is ${info.get('Title')}`)
  const structure = run('pdfinfo', ['-struct', pdf]).stdout
  for (const kind of ['H1', 'Table', 'TH', 'Figure', 'Caption'])
    if (!new RegExp(`^\\s*${kind}\\b`, 'mu').test(structure)) faults.push(`pdf: its structure has no ${kind}`)
  expectTexts('pdf', pdf, [printed.title, ...captionsOf(printed)])
  process.stdout.write(`pdf: ${info.get('Pages')} pages\n`)
}

const captionsOf = (printed: PrintedReport) => listTables(printed).map(({ table }) => table.caption)

/** The PDF that LibreOffice makes of a file, or undefined with what it said. */
function convert(file: string): { readonly pdf?: string; readonly said: string } {
  const { stdout, stderr, status } = run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'pdf',
    '--outdir',
    join(folder, 'out'),
    file,
  ])
  const said = `${stdout}${stderr}`
  const made = /-> (\S.*\.pdf) using filter/u.exec(said)?.[1]
  return status === 0 && made !== undefined && !/error/iu.test(said) ? { pdf: made, said } : { said }
}

async function checkOffice(printed: PrintedReport): Promise<void> {
  const slides = slideParts(printed).map(({ title }) => title)
  const wanted = { docx: captionsOf(printed), xlsx: captionsOf(printed), pptx: slides } as const
  for (const format of ['docx', 'xlsx', 'pptx'] as const) {
    const file = join(folder, `report-${format}.${format}`)
    writeFileSync(file, await renderers[format](printed, day))
    const { pdf, said } = convert(file)
    if (pdf === undefined) faults.push(`${format}: LibreOffice does not open it: ${said.slice(0, 300)}`)
    else {
      expectTexts(format, pdf, [printed.title, ...wanted[format]])
      const pages = /Pages:\s+(\d+)/u.exec(run('pdfinfo', [pdf]).stdout)?.[1]
      process.stdout.write(`${format}: ${pages} pages in LibreOffice\n`)
      if (format === 'pptx' && Number(pages) !== slides.length + 1) faults.push(`pptx: ${pages} slides`)
    }
  }
  checkTheCheck(readFileSync(join(folder, 'report-docx.docx')))
}

/** A document cut off in the middle must not pass, or all the others pass for nothing. */
function checkTheCheck(docx: Uint8Array): void {
  const files = unzipSync(docx)
  const document = files['word/document.xml'] ?? new Uint8Array()
  const file = join(folder, 'damaged.docx')
  writeFileSync(file, zipSync({ ...files, 'word/document.xml': document.slice(0, document.length / 2) }))
  if (convert(file).pdf !== undefined) faults.push('A damaged document passes: this check sees nothing')
}

const programme = sampleProgramme(24)
const report: Report = {
  ...composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' }),
  brand: {
    name: 'Fjordby Kommune',
    colour: '#7a1f3d',
    logo: {
      type: 'svg',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0 L9 9 L0 9 Z"/></svg>',
    },
    lines: [{ da: 'Børn og Unge', en: 'Children' }],
    origin: null,
    licence: null,
  },
}
const printed = printReport(report, 'da')
try {
  if (!has('pdfinfo', '-v') || !has('pdftotext', '-v'))
    process.stdout.write('not run: Poppler is not on this machine\n')
  else {
    const pdf = join(folder, 'report.pdf')
    writeFileSync(pdf, await renderers.pdf(printed, day))
    checkPdf(pdf, printed)
    if (has('soffice', '--version')) await checkOffice(printed)
    else process.stdout.write('not run: LibreOffice is not on this machine\n')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
