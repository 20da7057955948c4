import { z } from 'zod'
import { commonParts, ruleParts } from '../../core/caseflow/publish/compare-rules.ts'
import { confidences } from '../../core/caseflow/deadline-rules.ts'
import { officeDays } from '../../core/calendar/working-days.ts'
import { download } from '../frame/file-part.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { listedDeadlineStates } from './deadlines.ts'

export const rulesExtensions = ['.yaml', '.yml'] as const
/** Characters of a file of rules; the rules of a law take 30,000. */
const largestRules = 400_000
/** Cases of one portion of a trial. */
export const casesOfTrial = 500

const localText = z.object({ da: z.string(), en: z.string() })
const states = z.partialRecord(z.enum(listedDeadlineStates), z.number().int())

const version = z.object({
  version: z.number().int(),
  publishedAt: z.iso.datetime(),
  /** Null: it came with Tilsyn. */
  publishedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The earlier version whose text it brought back. */
  ofVersion: z.number().int().nullable(),
})
export type RulesVersion = z.output<typeof version>

const rule = z.object({
  id: z.string(),
  text: localText,
  basis: z.string(),
  confidence: z.enum(confidences),
  note: localText.nullable(),
  limit: localText,
  /** Deadlines that it judged, as they stand now. */
  states,
})
export type PublishedRule = z.output<typeof rule>

const set = z.object({
  key: z.string(),
  version: z.number().int(),
  title: localText,
  status: localText.nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  saturdayCounts: z.boolean(),
  alsoClosed: z.array(z.enum(officeDays)),
  rules: z.array(rule),
  /** The newest first; none where the rules are in force from the first import on. */
  versions: z.array(version),
})
export type RulesSet = z.output<typeof set>

export const listRules = defineRoute({
  method: 'GET',
  path: '/api/caseflow/rules',
  permission: 'caseflow.rules-read',
  summary:
    'Every deadline rule in force, how sure its basis is, what it judged by state, and all versions published',
  response: z.object({ sets: z.array(set), toJudge: z.number().int() }),
  errors: [],
})

export const downloadRules = defineRoute({
  method: 'GET',
  path: '/api/caseflow/rules/:key/versions/:version',
  permission: 'caseflow.rules-read',
  summary: 'The text of a published version of deadline rules',
  params: z.object({ key: plainLine.min(1).max(100), version: z.coerce.number().int().min(1).max(9999) }),
  response: download('application/yaml'),
  errors: [],
})

/** A new text, `file` and `text`; or an earlier one to be in force again, `key` and `version`. */
const candidate = z
  .object({
    file: plainLine.min(1).max(200).optional(),
    text: plainText.min(1).max(largestRules).optional(),
    key: plainLine.min(1).max(100).optional(),
    version: z.number().int().min(1).max(9999).optional(),
  })
  .refine(
    ({ file, text, key, version }) =>
      (file !== undefined && text !== undefined) !== (key !== undefined && version !== undefined),
  )
export type RulesCandidate = z.output<typeof candidate>

const face = z.object({ text: localText, limit: localText, basis: z.string() })

export const checkRules = defineRoute({
  method: 'POST',
  path: '/api/caseflow/rules/checks',
  permission: 'caseflow.rules',
  summary: 'Reads deadline rules and tells every mistake, or what they would change; publishes nothing',
  body: z.object({ candidate }),
  response: z.object({
    key: z.string(),
    version: z.number().int(),
    title: localText,
    /** `same`: this very text is in force. */
    standing: z.enum(['first', 'newer', 'same']),
    /** The version in force. */
    before: z.number().int().nullable(),
    difference: z.object({
      common: z.array(z.enum(commonParts)),
      rules: z.array(
        z.object({
          id: z.string(),
          before: face.nullable(),
          after: face.nullable(),
          parts: z.array(z.enum(ruleParts)),
        }),
      ),
    }),
    /** Cases that would be judged anew: all that have events. */
    cases: z.number().int(),
  }),
  errors: ['unusable-file'],
})

export const tryRules = defineRoute({
  method: 'POST',
  path: '/api/caseflow/rules/trials',
  permission: 'caseflow.rules',
  summary:
    'Judges a portion of the cases by the rules in force and by those that are to be, and tells what comes out otherwise',
  body: z.object({
    candidate,
    /** Where the portion before this one ended. */
    after: plainLine.max(200).optional(),
  }),
  response: z.object({
    cases: z.number().int(),
    changed: z.number().int(),
    /** Case numbers among the changed. */
    examples: z.array(z.string()),
    effects: z.array(z.object({ rule: z.string(), before: states, after: states })),
    /** Null: that were all. */
    next: z.string().nullable(),
  }),
  errors: ['unusable-file'],
})

export const publishRules = defineRoute({
  method: 'POST',
  path: '/api/caseflow/rules',
  permission: 'caseflow.rules',
  keyed: true,
  summary: 'Publishes deadline rules as a version that never changes; every case is judged anew',
  body: z.object({
    candidate,
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(1000),
  }),
  response: z.object({
    key: z.string(),
    version: z.number().int(),
    /** This very text was in force already; nothing was done. */
    already: z.boolean(),
    /** Cases that are being judged anew. */
    toJudge: z.number().int(),
  }),
  errors: ['unusable-file', 'events-under-way'],
})
