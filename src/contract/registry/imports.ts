import { z } from 'zod'
import { optionalRegistryColumns, requiredRegistryColumns } from '../../core/registry/registry-columns.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { upload } from '../frame/file-part.ts'
import { defineRoute, nothing } from '../frame/route.ts'

/** Bytes of one file: some 600,000 case stages as CSV. */
export const largestImport = 64_000_000
export const importExtensions = ['.csv', '.txt', '.xlsx'] as const

const localText = z.object({ da: z.string(), en: z.string() })
const fileColumn = plainText.min(1).max(300)

/** Our column name to the file's. */
const mapping = z.partialRecord(z.enum([...requiredRegistryColumns, ...optionalRegistryColumns]), fileColumn)

const counts = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  open: z.number().int(),
})
export type ImportCounts = z.output<typeof counts>

const batch = z.object({
  id: z.uuid(),
  source: z.string(),
  fileName: z.string(),
  fileDigest: z.string(),
  state: z.enum(['previewed', 'confirmed', 'discarded']),
  counts,
  mapping,
  columns: z.array(z.string()),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
})

const problem = z.object({
  code: z.string(),
  text: localText,
  at: z
    .object({ line: z.number().int().exactOptional(), column: z.string().exactOptional() })
    .exactOptional(),
})
export type RowProblem = z.output<typeof problem>

const attributes = z.record(z.string(), z.string())

const preview = z.object({
  batch,
  importedBefore: z.boolean(),
  stale: z.boolean(),
  sample: z.array(
    z.object({
      line: z.number().int(),
      caseId: z.string(),
      stage: z.string(),
      unit: z.string(),
      caseworker: z.string(),
      started: z.string(),
      completed: z.string().nullable(),
      attributes,
    }),
  ),
  changed: z.array(
    z.object({
      line: z.number().int(),
      caseId: z.string(),
      stage: z.string(),
      /** Field to [before, after]. */
      difference: z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly()),
    }),
  ),
  refused: z.array(z.object({ line: z.number().int(), problems: z.array(problem) })),
})
export type Preview = z.output<typeof preview>
export type ImportBatch = Preview['batch']
export type Mapping = ImportBatch['mapping']

const previewParams = z.object({ preview: z.uuid() })

export const listImports = defineRoute({
  method: 'GET',
  path: '/api/registry/imports',
  permission: 'registry.import',
  summary:
    'Sources with their column mappings, earlier imports newest first, and the names that a file may use',
  response: z.object({
    sources: z.array(z.object({ name: z.string(), mapping })),
    imports: z.array(batch),
    units: z.array(z.string()),
    stages: z.array(z.string()),
  }),
  errors: [],
})

export const previewImport = defineRoute({
  method: 'POST',
  path: '/api/registry/previews',
  permission: 'registry.import',
  summary: 'Reads a file of case stages and tells what it would change; the registry stays as it is',
  body: upload({
    extensions: importExtensions,
    maxBytes: largestImport,
    fields: z.object({
      source: plainLine.min(1).max(100),
      /** JSON; without it the source's own mapping is used, and what it lacks is guessed. */
      mapping: z.string().max(10_000).transform(fromJson).pipe(mapping).optional(),
    }),
  }),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('preview'), preview }),
    z.object({
      kind: z.literal('unmatched'),
      columns: z.array(z.string()),
      mapping,
      problems: z.array(problem),
    }),
  ]),
  errors: ['unusable-file', 'import-under-way', 'no-units'],
})

export const getPreview = defineRoute({
  method: 'GET',
  path: '/api/registry/previews/:preview',
  permission: 'registry.import',
  summary: 'A preview made earlier',
  params: previewParams,
  response: preview,
  errors: [],
})

export const confirmImport = defineRoute({
  method: 'POST',
  path: '/api/registry/previews/:preview/confirmation',
  permission: 'registry.import',
  summary: 'Writes the new and changed rows of a preview to the registry',
  params: previewParams,
  /** `withoutRefused`: import the good rows of a file that also has refused ones. */
  body: z.object({ withoutRefused: z.boolean() }),
  response: counts,
  errors: ['import-under-way', 'preview-closed', 'preview-stale', 'rows-refused'],
})

export const discardImport = defineRoute({
  method: 'DELETE',
  path: '/api/registry/previews/:preview',
  permission: 'registry.import',
  summary: 'Forgets a preview and its rows',
  params: previewParams,
  response: nothing,
  errors: ['import-under-way', 'preview-closed'],
})

function fromJson(text: string, context: z.core.$RefinementCtx<string>): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}
