import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { roles } from '../../core/access/role.ts'
import { day } from '../frame/day.ts'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'

const entryName = z.string().regex(/^(?:access|change):[1-9]\d{0,14}$/)
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Of whom: a case, or a child with all its cases. */
export const whose = z
  .object({ case: plainLine.min(1).max(200).optional(), child: z.uuid().optional() })
  .refine((given) => (given.case === undefined) !== (given.child === undefined), {
    params: {
      code: 'case-or-child',
      text: { da: 'Angiv enten en sag eller et barn.', en: 'Give either a case or a child.' },
    },
  })

const look = z.object({
  /** As `access:17`. */
  entry: entryName,
  at: z.iso.datetime(),
  /** Null: the program itself. */
  person: z.object({ id: z.uuid(), name: z.string(), initials: z.string() }).nullable(),
  /** What the person was that day. */
  roles: z.array(z.object({ role: z.enum(roles), unit: z.string().nullable() })),
  /** Opened, seen in a list, received in a file, changed. */
  way: z.enum(['opened', 'listed', 'file', 'changed']),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.union([scalar, z.array(z.string())])),
  /** The last day that an answer to an access request leaves the entry out. */
  heldUntil: z.iso.date().nullable(),
})
export type RecordLook = z.output<typeof look>

const hold = z.object({
  id: z.uuid(),
  caseId: z.string(),
  entries: z.array(entryName),
  until: z.iso.date(),
  reason: z.string(),
  state: z.enum(['proposed', 'in-force', 'refused', 'lifted', 'over']),
  proposedAt: z.iso.datetime(),
  /** The caller proposed it, so that another must decide. */
  mine: z.boolean(),
})
export type LogHold = z.output<typeof hold>

export const findRecord = defineRoute({
  method: 'POST',
  path: '/api/log/record/find',
  permission: 'access.record',
  summary: 'The child with this CPR number; the log keeps a keyed hash of what was searched for',
  body: z.object({ cpr: plainLine.max(20) }),
  response: z.object({ child: z.uuid() }),
  errors: ['not-found', 'cpr-unusable', 'no-personal-key'],
})

export const readRecord = defineRoute({
  method: 'GET',
  path: '/api/log/record',
  permission: 'access.record',
  summary: 'Who has looked at the record of a case or a child or changed something of it, newest first',
  query: whose.safeExtend({ before: entryName.optional() }),
  response: z.object({
    cases: z.array(z.string()),
    children: z.array(
      z.object({
        id: z.uuid(),
        /** Day, month and year of birth; the rest is masked. Null: the number is not known. */
        cpr: z.string().nullable(),
      }),
    ),
    looks: z.array(look),
    /** The `before` of the next page; null: these were the last. */
    next: entryName.nullable(),
    holds: z.array(hold),
  }),
  errors: ['not-found'],
})

export const recordFormats = ['csv', 'xlsx'] as const
export const recordTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export const exportRecord = defineRoute({
  method: 'GET',
  path: '/api/log/record/export',
  permission: 'access.record',
  summary: 'The same as a file for an access request; employees by role and unit unless names are asked for',
  query: whose.safeExtend({
    format: z.enum(recordFormats),
    lang: z.enum(languages),
    names: z.enum(['yes', 'no']).default('no'),
  }),
  response: download(recordTypes.csv, recordTypes.xlsx),
  errors: ['not-found', 'hold-undecided', 'too-busy'],
})

export const revealCpr = defineRoute({
  method: 'POST',
  path: '/api/log/record/cpr',
  permission: 'access.record',
  summary: 'The whole CPR number of a child, for a reason that is written down',
  body: z.object({
    child: z.uuid(),
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(10).max(500),
  }),
  response: z.object({ cpr: z.string() }),
  errors: ['not-found', 'no-personal-key', 'step-up-needed'],
})

export const listHolds = defineRoute({
  method: 'GET',
  path: '/api/log/holds',
  permission: 'access.record',
  summary: 'Log entries that are told later: those in force, and those that wait for the second person',
  response: z.object({ holds: z.array(hold) }),
  errors: [],
})

export const proposeHold = defineRoute({
  method: 'POST',
  path: '/api/log/holds',
  permission: 'access.record',
  summary: 'Propose that entries on a case are left out of answers to access requests until a day',
  body: z.object({
    case: plainLine.min(1).max(200),
    entries: z.array(entryName).min(1).max(500),
    until: day,
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(10).max(1000),
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['not-found', 'hold-day-unfit', 'hold-entry-unknown'],
})

export const decideHold = defineRoute({
  method: 'POST',
  path: '/api/log/holds/:hold/decide',
  permission: 'access.record',
  summary: 'Approve or refuse a hold that another person proposed',
  params: z.object({ hold: z.uuid() }),
  body: z.object({ approve: z.boolean() }),
  response: nothing,
  errors: ['not-found', 'hold-own', 'hold-decided'],
})

export const liftHold = defineRoute({
  method: 'POST',
  path: '/api/log/holds/:hold/lift',
  permission: 'access.record',
  summary: 'End a hold before its day, so that its entries are told again',
  params: z.object({ hold: z.uuid() }),
  response: nothing,
  errors: ['not-found', 'hold-decided'],
})
