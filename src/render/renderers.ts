import type { Language } from '../core/language/language.ts'
import { printReport } from '../core/report/print-report.ts'
import type { PrintedReport } from '../core/report/printed-report.ts'
import type { Report } from '../core/report/report.ts'

export const formats = ['pdf', 'docx', 'xlsx', 'pptx', 'html', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** Lays out a printed report as a file. The same report and `createdAt` give the same bytes. */
export type Renderer = (printed: PrintedReport, createdAt: Date) => Promise<Uint8Array>

/** Each format's renderer; its library is loaded with its first use. */
export const renderers: Readonly<Record<Format, Renderer>> = {
  pdf: async (printed, createdAt) => (await import('./pdf/render-pdf.ts')).renderPdf(printed, createdAt),
  docx: async (printed, createdAt) => (await import('./docx/render-docx.ts')).renderDocx(printed, createdAt),
  xlsx: async (printed, createdAt) => (await import('./xlsx/render-xlsx.ts')).renderXlsx(printed, createdAt),
  pptx: async (printed, createdAt) => (await import('./pptx/render-pptx.ts')).renderPptx(printed, createdAt),
  html: async (printed, createdAt) => (await import('./html/render-html.ts')).renderHtml(printed, createdAt),
  csv: async (printed) => (await import('./figures/render-figures-csv.ts')).renderFiguresCsv(printed),
  json: async (printed, createdAt) =>
    (await import('./figures/render-figures-json.ts')).renderFiguresJson(printed, createdAt),
}

/** A report as a file in one language and format. */
export async function renderReport(
  report: Report,
  language: Language,
  format: Format,
  createdAt: Date,
): Promise<Uint8Array> {
  return renderers[format](printReport(report, language), createdAt)
}
