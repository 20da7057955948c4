import { z } from 'zod'
import { deadlineStates } from '../../core/caseflow/deadline.ts'
import { gateStates } from '../../core/caseflow/registers/gate-standing.ts'
import {
  approvalKinds,
  approvingRoles,
  enteredKinds,
  registers,
  roleOfApproval,
} from '../../core/caseflow/registers/register.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'

const localText = z.object({ da: z.string(), en: z.string() })
const caseId = plainLine.min(1).max(200)
const kind = z.enum([...new Set(registers.flatMap((register) => enteredKinds[register]))])
const acts = ['entered', 'corrected', 'withdrawn', 'set-aside', 'counted-again'] as const

const step = z.object({
  kind: z.string(),
  day: z.iso.date(),
  moment: z.iso.datetime().nullable(),
  /** Null: from the case system. */
  entry: z
    .object({
      id: z.string(),
      version: z.number().int(),
      act: z.enum(acts),
      enteredBy: z.string().nullable(),
      /** Who gave an approval; null: no approval. */
      approver: z.string().nullable(),
      /** Somebody entered the approval for the one who gave it. */
      onBehalf: z.boolean(),
      note: z.string(),
      /** Why it was corrected or no longer counts. */
      reason: z.string(),
      mayChange: z.boolean(),
    })
    .nullable(),
})
export type RegisterStep = z.output<typeof step>

const row = z.object({
  caseId: z.string(),
  unit: z.string(),
  unitId: z.string().nullable(),
  caseworker: z.string(),
  caseworkerName: z.string().nullable(),
  /** Which plan, placement or disagreement of the case. */
  about: z.string(),
  state: z.enum(gateStates),
  /** By day. Entries that no longer count are among them. */
  steps: z.array(step),
  /** What is missing before the start, and how many times. */
  missing: z.array(z.object({ kind: z.string(), times: z.number().int() })),
  deadlines: z.array(
    z.object({
      rule: z.string(),
      state: z.enum(deadlineStates),
      dueOn: z.iso.date().nullable(),
      /** In days, of what is late. */
      lateBy: z.number().nullable(),
      /** In days, of what runs. */
      left: z.number().nullable(),
    }),
  ),
  overdue: z.boolean(),
  dueOn: z.iso.date().nullable(),
  /** What may be entered, the likeliest first. */
  next: z.array(kind),
  mayWrite: z.boolean(),
  /**
   * Who entered all three approvals of a safety plan; `name` null: somebody who is no longer here. Null: several did, or
   * one came from the case system.
   */
  oneHand: z.object({ name: z.string().nullable() }).nullable(),
  /** The approval that the person may give in their own name now. */
  approve: z.enum(Object.values(approvalKinds)).nullable(),
})
export type RegisterRow = z.output<typeof row>

export const listRegister = defineRoute({
  method: 'GET',
  path: '/api/caseflow/registers/:register',
  permission: 'caseflow.read',
  summary:
    'A register of gates: safety plans, the placement committee, messages to notifiers, disagreements; overdue ones first',
  params: z.object({ register: z.enum(registers) }),
  query: z.object({
    unit: z.uuid().optional(),
    /** Also what has ended within a year. */
    ended: z.enum(['yes']).optional(),
  }),
  response: z.object({
    today: z.iso.date(),
    /** At most 500. */
    rows: z.array(row),
    /** Of the filter, also those beyond 500. */
    total: z.number().int(),
    counts: z.object({
      overdue: z.number().int(),
      waiting: z.number().int(),
      forMe: z.number().int(),
      /** Safety plans whose three approvals one person entered. */
      oneHand: z.number().int(),
    }),
    /** How many of the last year the filter leaves out, since nothing is awaited in them any more. */
    leftOut: z.number().int(),
    /** False: no case of the municipality has any event that the register could show. */
    everRegistered: z.boolean(),
    /** Kinds that the register's rules wait for and that no case has, so that nothing can be told of those rules. */
    unregistered: z.array(z.string()),
    kinds: z.record(z.string(), localText),
    rules: z.array(
      z.object({
        key: z.string(),
        title: localText,
        basis: z.string(),
        confidence: z.enum(['verified', 'partial', 'memory']),
        note: localText.nullable(),
      }),
    ),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Who could have given an approval, for those who may enter one on behalf of somebody. */
    approvers: z.array(
      z.object({ id: z.string(), name: z.string(), role: z.enum(approvingRoles), unitId: z.string() }),
    ),
    /** Whether the person may enter anything at all. */
    mayEnter: z.boolean(),
  }),
  errors: [],
})

const note = sharedText({ da: 'Bemærkningen', en: 'The note' }).max(1000)
const reason = sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(1000)
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
  .nullable()

const when = z.object({
  day,
  /** As Danish clocks show it, HH:mm; null: not known. */
  time,
  note,
})

function misfit(da: string, en: string) {
  return { params: { code: 'entry-misfit', text: { da, en } } }
}

const entry = when
  .extend({
    register: z.enum(registers),
    caseId,
    kind,
    /** Which plan, placement or disagreement; null: the only one under way, or a new one. */
    about: plainLine.max(100).nullable(),
    /** Number of the child in the case, as on the case's page; null: all of them. */
    child: z.number().int().min(1).max(50).nullable(),
    /** Of an approval: who gave it; otherwise null. */
    approver: z.uuid().nullable(),
  })
  .refine(({ register, kind: entered }) => enteredKinds[register].some((known) => known === entered), {
    path: ['kind'],
    ...misfit('Hændelsen hører til i et andet register.', 'The event belongs in another register.'),
  })
  .refine(({ kind: entered, approver }) => (roleOfApproval(entered) !== undefined) === (approver !== null), {
    path: ['approver'],
    ...misfit('Vælg, hvem der gav godkendelsen.', 'Choose who gave the approval.'),
  })
  .refine(({ kind: entered, note: written }) => entered !== 'exception-recorded' || written !== '', {
    path: ['note'],
    ...misfit('Skriv, hvorfor der er en undtagelse.', 'Write why there is an exception.'),
  })

const entered = z.object({
  id: z.string(),
  /** The case system has the same event, so that this one does not count. */
  double: z.boolean(),
})

export const enterEvent = defineRoute({
  method: 'POST',
  path: '/api/caseflow/register-entries',
  permission: 'caseflow.register',
  summary:
    'Enter an event of a case that the case system has no place for; an approval on behalf of who gave it',
  body: entry,
  response: entered,
  keyed: true,
  errors: [
    'case-unknown',
    'child-unknown',
    'event-ahead',
    'time-not-shown',
    'gate-unclear',
    'approver-not-here',
    'already-approved',
  ],
})

export const approvePlan = defineRoute({
  method: 'POST',
  path: '/api/caseflow/approvals',
  permission: 'caseflow.approve',
  summary: 'Approve a safety plan in one’s own name and role, now',
  body: z.object({
    caseId,
    about: plainLine.max(100),
    kind: z.enum(Object.values(approvalKinds)),
    note,
  }),
  response: entered,
  keyed: true,
  errors: ['case-unknown', 'gate-unclear', 'already-approved'],
})

const entryParams = z.object({ entry: z.uuid() })
const seen = { version: z.number().int().min(1).max(10_000), reason }

export const getEntry = defineRoute({
  method: 'GET',
  path: '/api/caseflow/register-entries/:entry',
  permission: 'caseflow.read',
  summary: 'All that an entry of a register has said, the newest first',
  params: entryParams,
  response: z.object({
    caseId: z.string(),
    versions: z.array(
      z.object({
        version: z.number().int(),
        act: z.enum(acts),
        kind: z.string(),
        day: z.iso.date(),
        moment: z.iso.datetime().nullable(),
        note: z.string(),
        reason: z.string(),
        approver: z.string().nullable(),
        by: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
  }),
  errors: ['not-found'],
})

export const correctEntry = defineRoute({
  method: 'POST',
  path: '/api/caseflow/register-entries/:entry/corrections',
  permission: 'caseflow.register',
  summary: 'Correct when an entry happened or its note; what it said before is kept',
  params: entryParams,
  body: when.extend(seen),
  response: entered,
  keyed: true,
  errors: ['not-found', 'event-ahead', 'time-not-shown', 'entry-changed', 'entry-closed'],
})

export const withdrawEntry = defineRoute({
  method: 'POST',
  path: '/api/caseflow/register-entries/:entry/withdrawal',
  permission: 'caseflow.register',
  summary: 'Withdraw an entry with a reason; it no longer counts and stays to be seen',
  params: entryParams,
  body: z.object(seen),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'entry-changed', 'entry-closed'],
})

export const countEntryAgain = defineRoute({
  method: 'POST',
  path: '/api/caseflow/register-entries/:entry/counted-again',
  permission: 'caseflow.register',
  summary: 'Say that an entry is another event than the case system’s, so that both count',
  params: entryParams,
  body: z.object(seen),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'entry-changed', 'entry-closed'],
})
