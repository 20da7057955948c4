import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { roundParams } from '../draw/rounds.ts'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

const dataFormats = ['xlsx', 'csv'] as const
export type DataFormat = (typeof dataFormats)[number]

export const dataTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  /** One file a table, in an archive. */
  csv: 'application/zip',
} as const satisfies Readonly<Record<DataFormat, string>>

const recipient = plainLine.min(2).max(100)

export const downloadRoundData = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/data',
  permission: 'draw.read',
  least: 'municipality',
  summary:
    "All answers of a closed round with their distribution and the levels' common answers, for those who may see all its cases; nobody is named",
  params: roundParams,
  query: z.object({
    format: z.enum(dataFormats),
    lang: z.enum(languages),
    /** Who gets the file; then its cases bear pseudonyms that nobody else's file has. */
    recipient: recipient.optional(),
  }),
  response: download(dataTypes.xlsx, dataTypes.csv),
  errors: ['not-found', 'round-not-closed', 'draw-closed'],
})

export const resolvePseudonym = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/data/resolve',
  permission: 'draw.read',
  summary: 'Which case of a closed round a pseudonym in a recipient’s file is',
  params: roundParams,
  body: z.object({ recipient, pseudonym: plainLine.regex(/^[Pp]-[0-9A-Za-z]{16}$/) }),
  response: z.object({ caseId: z.string() }),
  errors: ['not-found', 'round-not-closed', 'draw-closed'],
})
