import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { roundParams } from '../draw/rounds.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'

const dataFormats = ['xlsx', 'csv'] as const
export type DataFormat = (typeof dataFormats)[number]

export const dataTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  /** One file a table, in an archive. */
  csv: 'application/zip',
} as const satisfies Readonly<Record<DataFormat, string>>

export const downloadRoundData = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/data',
  permission: 'draw.read',
  summary:
    "All answers of a closed round with their distribution and the levels' common answers, for those who may see all its cases; nobody is named",
  params: roundParams,
  query: z.object({ format: z.enum(dataFormats), lang: z.enum(languages) }),
  response: download(dataTypes.xlsx, dataTypes.csv),
  errors: ['not-found', 'round-not-closed', 'draw-closed'],
})
