import { z } from 'zod'
import { plainLine } from '../frame/plain-text.ts'
import { upload } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'
import { programmeSummary } from './programme.ts'

export const programmeExtensions = ['.yaml', '.yml'] as const
/** Bytes; what core accepts as a programme. */
const largestFile = 2_000_000

const programmeFile = upload({
  extensions: programmeExtensions,
  maxBytes: largestFile,
  fields: z.object({}),
})

/**
 * How a file stands to what is published: `first` of its key, `newer` than the newest, the `same` as a published
 * version, `changed` against the published version of its number, or `older` than the newest. Only the first two can
 * be published.
 */
export const programmeStandings = ['first', 'newer', 'same', 'changed', 'older'] as const

const check = z.object({
  programme: programmeSummary,
  standing: z.enum(programmeStandings),
  /** The newest published version, and how many questions differ from it. */
  newest: z
    .object({
      version: z.number().int(),
      difference: z.object({
        added: z.number().int(),
        removed: z.number().int(),
        changed: z.number().int(),
      }),
    })
    .nullable(),
})
export type ProgrammeCheck = z.output<typeof check>

const published = z.object({
  key: z.string(),
  version: z.number().int(),
  /** The very same file was published before; nothing was done. */
  already: z.boolean(),
})
export type Published = z.output<typeof published>

export const checkProgramme = defineRoute({
  method: 'POST',
  path: '/api/programme-checks',
  permission: 'programme.publish',
  summary: 'Reads a programme file and tells how it stands to what is published; publishes nothing',
  body: programmeFile,
  response: check,
  errors: ['unusable-file'],
})

export const publishProgramme = defineRoute({
  method: 'POST',
  path: '/api/programmes',
  permission: 'programme.publish',
  summary: 'Publishes a version of a programme from its file; a published version never changes',
  body: programmeFile,
  response: published,
  errors: ['unusable-file', 'programme-changed', 'programme-older'],
})

export const listIncludedProgrammes = defineRoute({
  method: 'GET',
  path: '/api/included-programmes',
  permission: 'programme.publish',
  summary: 'The programmes that come with Tilsyn, and how each stands to what is published',
  response: z.object({ programmes: z.array(check) }),
  errors: [],
})

export const publishIncludedProgramme = defineRoute({
  method: 'POST',
  path: '/api/included-programmes/:programme/publication',
  permission: 'programme.publish',
  summary: 'Publishes a programme that comes with Tilsyn',
  params: z.object({ programme: plainLine.min(1).max(100) }),
  response: published,
  errors: ['programme-changed', 'programme-older'],
})
