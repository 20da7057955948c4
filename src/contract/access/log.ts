import { z } from 'zod'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

const entry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  /** Null: the program itself. */
  person: z.object({ id: z.uuid(), name: z.string(), initials: z.string() }).nullable(),
  act: z.string(),
  room: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.union([scalar, z.array(z.string())])),
})
export type LogEntry = z.output<typeof entry>

const seal = z.object({
  sealedAt: z.iso.datetime(),
  entries: z.number().int(),
  /** The oldest entry that has waited over a minute for its seal. */
  waitingSince: z.iso.datetime().nullable(),
  /** The last `tilsyn seal verify`; null: never. */
  verified: z.object({ at: z.iso.datetime(), findings: z.number().int() }).nullable(),
})
export type LogSeal = z.output<typeof seal>

export const logKinds = ['change', 'access'] as const

export const searchLog = defineRoute({
  method: 'GET',
  path: '/api/log',
  permission: 'access.read',
  summary: 'Who looked at or changed what, newest first, 50 at a time; asking is itself written down',
  query: z.object({
    kind: z.enum(logKinds),
    who: plainLine.max(100).optional(),
    act: plainLine.max(100).optional(),
    subject: plainLine.max(200).optional(),
    from: day.optional(),
    until: day.optional(),
    /** The `next` of the answer before. */
    before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  response: z.object({
    entries: z.array(entry),
    /** Acts of this kind, to choose among. */
    acts: z.array(z.string()),
    /** Null: these were the last. */
    next: z.number().int().nullable(),
    /** How far both logs are sealed; null: not at all. */
    seal: seal.nullable(),
  }),
  errors: [],
})
