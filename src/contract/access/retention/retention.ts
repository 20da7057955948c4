import { z } from 'zod'
import { retentionKinds } from '../../../core/access/retention/kinds.ts'
import { plainLine } from '../../frame/plain-text.ts'
import { defineRoute, nothing } from '../../frame/route.ts'
import { sharedText } from '../../frame/shared-text.ts'

const reason = sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(10).max(1000)
const months = z.int().min(1).max(1200).nullable()

const rule = z.object({
  kind: z.enum(retentionKinds),
  version: z.int(),
  /** Null: kept until something else is decided. */
  months,
  basis: z.string().nullable(),
  /** Somebody who may has confirmed the basis. */
  confirmed: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** Null: it waits for another person, and the version before counts. False: refused. */
  approved: z.boolean().nullable(),
  /** Who approved or refused it. */
  judgedBy: z.string().nullable(),
  /** The caller decided it, so that another must approve. */
  mine: z.boolean(),
})
export type RetentionRule = z.output<typeof rule>

export const readRetention = defineRoute({
  method: 'GET',
  path: '/api/retention',
  permission: 'retention.manage',
  summary:
    'How long each kind of record is kept, with all versions; the newest approved one counts, and a kind without one is kept',
  response: z.object({
    rules: z.array(rule),
  }),
  errors: [],
})

export const decideRetention = defineRoute({
  method: 'POST',
  path: '/api/retention/rules',
  permission: 'retention.manage',
  summary: 'Propose anew how long a kind of record is kept; it counts once another person has approved it',
  body: z.object({
    kind: z.enum(retentionKinds),
    /** The version the page showed; 0: there was none. */
    version: z.int().min(0).max(100_000),
    months,
    basis: sharedText({ da: 'Hjemlen', en: 'The legal basis' }).min(1).max(1000).nullable(),
    confirmed: z.boolean(),
    reason,
  }),
  response: nothing,
  errors: ['retention-changed', 'basis-missing'],
})

export const judgeRetention = defineRoute({
  method: 'POST',
  path: '/api/retention/rules/judge',
  permission: 'retention.manage',
  summary: 'Approve or refuse how long another person would keep a kind of record',
  body: z.object({
    kind: z.enum(retentionKinds),
    version: z.int().min(1).max(100_000),
    approve: z.boolean(),
  }),
  response: nothing,
  errors: ['retention-changed', 'rule-own', 'step-up-needed'],
})

export const previewPurge = defineRoute({
  method: 'GET',
  path: '/api/retention/due',
  permission: 'retention.manage',
  summary: 'What would be erased today: cases, rows by table, and why the other cases stay',
  response: z.object({
    due: z.int(),
    /** At most 200 of them. */
    cases: z.array(z.object({ caseId: z.string() })),
    rows: z.array(z.object({ table: z.string(), da: z.string(), en: z.string(), rows: z.int() })),
    kept: z.object({ open: z.int(), noPeriod: z.int(), notYet: z.int(), held: z.int() }),
    /** Of those whose time has not come: how many will be due within so many months, each also in the next, if nothing happens to them. */
    coming: z.array(z.object({ months: z.int(), cases: z.int() })),
  }),
  errors: [],
})

const run = z.object({
  id: z.uuid(),
  asOf: z.iso.date(),
  cases: z.int(),
  rows: z.int(),
  state: z.enum(['proposed', 'approved', 'refused', 'finished']),
  proposedAt: z.iso.datetime(),
  by: z.string(),
  /** Null: nobody has decided yet. */
  decidedBy: z.string().nullable(),
  /** The caller proposed it, so that another must decide. */
  mine: z.boolean(),
  erased: z.int(),
  /** Held back since, or no longer due. */
  leftAlone: z.int(),
  finishedAt: z.iso.datetime().nullable(),
})
export type PurgeRun = z.output<typeof run>

export const listPurges = defineRoute({
  method: 'GET',
  path: '/api/retention/purges',
  permission: 'retention.manage',
  summary: 'Cases proposed, approved and erased together, the newest first',
  response: z.object({ purges: z.array(run) }),
  errors: [],
})

export const proposePurge = defineRoute({
  method: 'POST',
  path: '/api/retention/purges',
  permission: 'retention.manage',
  summary: 'Propose that the cases that are due today are erased; another person decides',
  response: z.object({ id: z.uuid() }),
  errors: ['nothing-due', 'purge-waits'],
})

export const decidePurge = defineRoute({
  method: 'POST',
  path: '/api/retention/purges/:purge/decide',
  permission: 'retention.manage',
  summary:
    'Approve or refuse what another person proposed; what is approved the command tilsyn purge carries out',
  params: z.object({ purge: z.uuid() }),
  body: z.object({ approve: z.boolean() }),
  response: nothing,
  errors: ['not-found', 'purge-own', 'purge-decided', 'step-up-needed'],
})

export const listLegalHolds = defineRoute({
  method: 'GET',
  path: '/api/retention/holds',
  permission: 'retention.manage',
  summary: 'Cases that are not erased, and why',
  response: z.object({
    holds: z.array(
      z.object({
        id: z.uuid(),
        caseId: z.string(),
        reason: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        lifted: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
      }),
    ),
  }),
  errors: [],
})

export const placeLegalHold = defineRoute({
  method: 'POST',
  path: '/api/retention/holds',
  permission: 'retention.manage',
  summary: 'Keep a case from being erased, e.g. because of a complaint',
  body: z.object({ case: plainLine.min(1).max(200), reason }),
  response: z.object({ id: z.uuid() }),
  errors: ['not-found', 'held-already'],
})

export const liftLegalHold = defineRoute({
  method: 'POST',
  path: '/api/retention/holds/:legalHold/lift',
  permission: 'retention.manage',
  summary: 'Let a case be erased again when its time has come',
  params: z.object({ legalHold: z.uuid() }),
  body: z.object({ reason }),
  response: nothing,
  errors: ['not-found', 'not-held'],
})
