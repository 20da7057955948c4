import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { roundParams } from '../draw/rounds.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'

export const reportFormats = ['pdf', 'docx', 'xlsx', 'pptx', 'html', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

export const audiences = ['internal', 'public'] as const
export type Audience = (typeof audiences)[number]

export const downloadReport = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/report',
  permission: 'report.download',
  summary: "A closed round's report as a file",
  params: roundParams,
  query: z.object({
    format: z.enum(reportFormats),
    lang: z.enum(languages),
    audience: z.enum(audiences),
  }),
  response: download(reportTypes.pdf, ...Object.values(reportTypes)),
  errors: ['not-found', 'round-not-closed', 'round-without-answers', 'results-sealed'],
})

export const downloadUnitReport = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/units/:unit/report',
  permission: 'results.read',
  summary: "A closed round's report for one unit, as a file",
  params: z.object({ ...roundParams.shape, unit: z.uuid() }),
  query: z.object({ format: z.enum(reportFormats), lang: z.enum(languages) }),
  response: download(reportTypes.pdf, ...Object.values(reportTypes)),
  errors: ['not-found', 'round-not-closed', 'round-without-answers', 'results-sealed', 'unit-not-in-round'],
})

const localText = z.object({ da: z.string(), en: z.string() })

const contents = z.object({
  round: z.object({
    key: z.string(),
    title: localText,
    state: z.enum(['planned', 'open', 'closed']),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
  }),
  /** Null: the report cannot be made yet. */
  edition: z
    .object({
      sections: z.array(z.object({ title: localText, annex: z.boolean(), parts: z.array(localText) })),
      figures: z.number().int(),
      /** Of the figures: hidden in this edition. */
      withheld: z.number().int(),
      /** Counts from 1 up to one below this are hidden in the public edition. */
      smallCell: z.number().int(),
    })
    .nullable(),
})
export type ReportContents = z.output<typeof contents>

export const getReportContents = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/report/contents',
  permission: 'report.download',
  summary: 'What an edition of the report contains and how much of it is hidden',
  params: roundParams,
  query: z.object({ audience: z.enum(audiences) }),
  response: contents,
  errors: ['not-found'],
})
