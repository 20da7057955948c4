import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedReport } from '../../core/report/printed-report.ts'
import { readCoverage } from './font-coverage.ts'
import { toPdfData } from './pdf-data.ts'
import { readFonts } from './typst-fonts.ts'

/** Compilations that the compiler's cache is kept for. */
const cachedAge = 5

/** A tagged PDF/UA-1 file. The same report and date give the same bytes. */
export async function renderPdf(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const { compiler, covers } = openTypst()
  return compileTypst(compiler, readTemplate(), { report: toPdfData(printed, createdAt, covers) }, createdAt)
}

/** Compiles a Typst source to PDF/UA-1; throws with the compiler's words when it cannot, which is a mistake of ours. */
export function compileTypst(
  compiler: NodeCompiler,
  source: string,
  inputs: Record<string, string>,
  createdAt: Date,
): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: source, inputs })
  if (compiled.result === null) {
    const error = compiled.takeDiagnostics()
    throw new Error(
      `Typst: ${error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error))}`,
    )
  }
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'ua-1',
    creationTimestamp: Math.floor(createdAt.getTime() / 1000),
  })
  compiler.evictCache(cachedAge)
  return pdf
}

let opened: { compiler: NodeCompiler; covers: (codePoint: number) => boolean } | undefined

/** One compiler for the process, with the report's fonts and no access to files. */
export function openTypst(): { compiler: NodeCompiler; covers: (codePoint: number) => boolean } {
  if (opened === undefined) {
    const fonts = readFonts()
    const [regular] = fonts
    if (regular === undefined) throw new Error('The report has no font')
    opened = {
      compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }),
      covers: readCoverage(regular),
    }
  }
  return opened
}

/** The source of the layout; it holds no text of a report. */
export function readTemplate(): string {
  return readFileSync(new URL('report.typ', import.meta.url), 'utf8')
}
