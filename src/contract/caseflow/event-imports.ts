import { z } from 'zod'
import { builtInSourceName } from '../../core/caseflow/registers/register.ts'
import { comparable } from '../../core/tabular/column-names.ts'
import { dateOrders, secondOfDay } from '../../core/tabular/written-date.ts'
import { upload } from '../frame/file-part.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine } from '../frame/shared-text.ts'

/** Bytes of one file: some 1,200,000 events as CSV. */
export const largestEventFile = 128_000_000
export const eventExtensions = ['.csv', '.txt', '.xlsx'] as const
/** Our columns of a file of events; the first three must be there. */
export const eventColumns = [
  'case_id',
  'event',
  'at',
  'time_of_day',
  'unit',
  'caseworker',
  'child',
  'cpr',
  'event_id',
  'registered',
  'born',
] as const
export type EventColumn = (typeof eventColumns)[number]
/** Events of one request; a day of a large municipality is some hundreds. */
const mostEvents = 3000

const localText = z.object({ da: z.string(), en: z.string() })

/** Our column name to the file's. */
const mapping = z.record(plainLine.max(40), plainText.min(1).max(300))
/** The program's own registers are a source too, into which nothing is imported. */
const sourceName = plainLine
  .min(1)
  .max(100)
  .refine((name) => comparable(name) !== comparable(builtInSourceName), {
    params: {
      code: 'source-of-registers',
      text: {
        da: 'Det navn har Tilsyns egne registre. Giv kilden et andet navn.',
        en: 'That is the name of the registers of Tilsyn itself. Give the source another name.',
      },
    },
  })

/** The source's word for a kind to the rules' key. */
const kinds = z.record(plainLine.min(1).max(300), plainLine.min(1).max(100))

const timeOfDay = plainLine.max(8).refine((text) => secondOfDay(text) !== undefined, {
  params: {
    code: 'not-a-time-of-day',
    text: { da: 'Skriv et klokkeslæt som 00:00.', en: 'Write a time of day as 00:00.' },
  },
})

/** How a source's files are read beside columns and kinds; what is left out has not been said. */
const reading = z.object({
  /** What stands first in dates whose year stands last. */
  dateOrder: z.enum(dateOrders).exactOptional(),
  /** Times of day that mean that none is known. */
  noTime: z.array(timeOfDay).max(20).exactOptional(),
  /** Our name of an attribute that rules read to the file's column. */
  attributes: z.record(plainLine.min(1).max(100), plainText.min(1).max(300)).exactOptional(),
})
export type EventReading = z.output<typeof reading>

const counts = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  corrected: z.number().int(),
  older: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  unknownKinds: z.number().int(),
  missingTimes: z.number().int(),
  unknownUnits: z.number().int(),
  cases: z.number().int(),
})
export type EventCounts = z.output<typeof counts>

const batch = z.object({
  id: z.uuid(),
  source: z.string(),
  channel: z.enum(['file', 'api']),
  fileName: z.string(),
  state: z.enum(['previewed', 'confirmed', 'discarded']),
  counts,
  mapping,
  kinds,
  reading,
  columns: z.array(z.string()),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
})
export type EventImport = z.output<typeof batch>

const problem = z.object({
  code: z.string(),
  text: localText,
  at: z
    .object({ line: z.number().int().exactOptional(), column: z.string().exactOptional() })
    .exactOptional(),
})
export type EventProblem = z.output<typeof problem>

const preview = z.object({
  batch,
  deliveredBefore: z.boolean(),
  stale: z.boolean(),
  sample: z.array(
    z.object({
      line: z.number().int(),
      caseId: z.string(),
      kind: z.string(),
      day: z.iso.date(),
      moment: z.iso.datetime().nullable(),
      unit: z.string(),
      caseworker: z.string(),
    }),
  ),
  corrected: z.array(
    z.object({
      line: z.number().int(),
      caseId: z.string(),
      kind: z.string(),
      /** Field to [before, after]. */
      difference: z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly()),
    }),
  ),
  refused: z.array(z.object({ line: z.number().int(), problems: z.array(problem) })),
  /** Words of the source that no published rule knows as a kind, the most frequent first. */
  unknownKinds: z.array(z.object({ word: z.string(), count: z.number().int() })),
  /** Why rows were refused, all of them counted: the code of what is wrong, the most frequent first. */
  why: z.array(z.object({ code: z.string(), count: z.number().int() })),
})
export type EventPreview = z.output<typeof preview>

const previewParams = z.object({ preview: z.uuid() })

export const listEventImports = defineRoute({
  method: 'GET',
  path: '/api/caseflow/imports',
  permission: 'caseflow.import',
  summary: 'Sources of events, earlier deliveries newest first, and how many cases wait to be judged',
  response: z.object({
    sources: z.array(z.object({ name: z.string(), mapping, kinds, reading })),
    imports: z.array(batch),
    /** Kinds that the rules know. */
    kinds: z.array(z.object({ key: z.string(), name: localText })),
    /** Attributes of events that rules read. */
    attributes: z.array(z.string()),
    /** Cases whose deadlines are being judged anew. */
    toJudge: z.number().int(),
  }),
  errors: [],
})

export const previewEvents = defineRoute({
  method: 'POST',
  path: '/api/caseflow/previews',
  permission: 'caseflow.import',
  summary: 'Reads a file of case events and tells what it would add and correct; nothing is changed yet',
  body: upload({
    extensions: eventExtensions,
    maxBytes: largestEventFile,
    fields: z.object({
      source: sourceName,
      /** JSON; without it the source's own mapping is used, and what it lacks is guessed. */
      mapping: z.string().max(10_000).transform(fromJson).pipe(mapping).optional(),
      /** JSON; instead of the source's own words for kinds. */
      kinds: z.string().max(100_000).transform(fromJson).pipe(kinds).optional(),
      /** JSON; instead of what was said of the source’s files before. */
      reading: z.string().max(40_000).transform(fromJson).pipe(reading).optional(),
    }),
  }),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('preview'), preview }),
    z.object({
      kind: z.literal('unmatched'),
      columns: z.array(z.string()),
      mapping,
      reading,
      problems: z.array(problem),
    }),
  ]),
  errors: ['unusable-file', 'import-under-way'],
})

export const getEventPreview = defineRoute({
  method: 'GET',
  path: '/api/caseflow/previews/:preview',
  permission: 'caseflow.import',
  summary: 'A preview of events made earlier',
  params: previewParams,
  response: preview,
  errors: [],
})

export const confirmEvents = defineRoute({
  method: 'POST',
  path: '/api/caseflow/previews/:preview/confirmation',
  permission: 'caseflow.import',
  summary: 'Writes the new and corrected events of a preview; only the cases they touch are judged anew',
  params: previewParams,
  /** `withoutRefused`: take the good rows of a file that also has refused ones. */
  body: z.object({ withoutRefused: z.boolean() }),
  response: counts,
  errors: ['import-under-way', 'preview-closed', 'preview-stale', 'rows-refused'],
})

export const discardEvents = defineRoute({
  method: 'DELETE',
  path: '/api/caseflow/previews/:preview',
  permission: 'caseflow.import',
  summary: 'Forgets a preview of events',
  params: previewParams,
  response: nothing,
  errors: ['import-under-way', 'preview-closed'],
})

const event = z.object({
  /** The source's own id of the event. Without it, case, kind and time tell events apart. */
  id: plainLine.min(1).max(200).optional(),
  caseId: plainLine.min(1).max(200),
  /** A key of the rules, or a word of the source that has been mapped to one. */
  kind: plainLine.min(1).max(200),
  /** A day, or a day with a time: Danish time, unless it names its offset. */
  time: plainLine.min(1).max(40),
  unit: plainLine.max(200).optional(),
  caseworker: plainLine.max(100).optional(),
  /** The case system's id of the child, never a CPR number. */
  child: plainLine.max(100).optional(),
  /** When the source registered this: a later registration of the same id corrects an earlier one. */
  registered: plainLine.max(40).optional(),
  attributes: z
    .record(
      plainLine.min(1).max(100),
      sharedLine({ da: 'En egenskab ved hændelsen', en: 'An attribute of the event' }).max(500),
    )
    .optional(),
})

export const deliverEvents = defineRoute({
  method: 'POST',
  path: '/api/caseflow/events',
  permission: 'caseflow.import',
  summary:
    'Takes events from another program: what is new is added, what is corrected keeps its history, what is known is left alone; refused rows are named, the others taken',
  body: z.object({
    source: sourceName,
    events: z.array(event).min(1).max(mostEvents),
  }),
  response: z.object({
    counts,
    /** By their place in the list, from 1. */
    refused: z.array(z.object({ line: z.number().int(), problems: z.array(problem) })),
    unknownKinds: z.array(z.object({ word: z.string(), count: z.number().int() })),
  }),
  errors: ['import-under-way', 'unusable-file'],
})

function fromJson(text: string, context: z.core.$RefinementCtx<string>): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}
