import { z } from 'zod'
import { agreementOutcomes } from '../../core/caseflow/walk-through/walk-through.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine, sharedText } from '../frame/shared-text.ts'
import { agreementState, caseParams } from './case-sheet.ts'

const walkThroughParams = z.object({ walkThrough: z.uuid() })
const agreementParams = z.object({ agreement: z.uuid() })

const someone = z.object({
  /** A person of the house; null: somebody from outside, by the name alone. */
  person: z.string().nullable(),
  name: z.string(),
})

const agreement = z.object({
  id: z.string(),
  text: z.string(),
  who: someone,
  dueOn: z.iso.date(),
  version: z.number().int(),
  state: agreementState,
  late: z.boolean(),
  /** What was said of it, the first first. */
  outcomes: z.array(
    z.object({
      n: z.number().int(),
      outcome: z.enum(agreementOutcomes),
      note: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})
export type AgreementView = z.output<typeof agreement>

const walkThrough = z.object({
  id: z.string(),
  day: z.iso.date(),
  unit: z.string(),
  participants: z.array(someone),
  notes: z.string(),
  version: z.number().int(),
  openedBy: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  agreements: z.array(agreement),
  /** What was corrected or added after it was closed, the first first. */
  additions: z.array(
    z.object({ n: z.number().int(), text: z.string(), by: z.string().nullable(), at: z.iso.datetime() }),
  ),
})
export type WalkThroughView = z.output<typeof walkThrough>

export const listCaseWalkThroughs = defineRoute({
  method: 'GET',
  path: '/api/caseflow/cases/:case/walk-throughs',
  permission: 'caseflow.walk-through',
  summary: 'The walk-throughs of a case: the one that is being written, and those that are closed',
  params: caseParams,
  response: z.object({
    today: z.iso.date(),
    /** Whether the person leads walk-throughs of this case. */
    mayLead: z.boolean(),
    open: walkThrough.nullable(),
    /** The newest first. */
    closed: z.array(walkThrough),
    /** Of the house, who can take part and agree to something; empty for who does not lead. */
    people: z.array(z.object({ id: z.string(), name: z.string(), hasCase: z.boolean() })),
  }),
  errors: ['not-found'],
})
export type CaseWalkThroughs = z.output<(typeof listCaseWalkThroughs)['response']>

const personName = sharedLine({ da: 'Navnet', en: 'The name' }).min(1).max(120)
const writtenPerson = z.object({ person: z.uuid().nullable(), name: personName })
const participants = z.array(writtenPerson).max(30)
const version = z.int32().min(1)

export const openWalkThrough = defineRoute({
  method: 'POST',
  path: '/api/caseflow/cases/:case/walk-throughs',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary: 'Begin a walk-through of a case; one at a time',
  params: caseParams,
  body: z.object({ day, participants }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'not-permitted', 'walk-through-open', 'walk-through-day', 'person-not-of-case'],
})

export const saveWalkThrough = defineRoute({
  method: 'PUT',
  path: '/api/caseflow/walk-throughs/:walkThrough',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary:
    'Save day, participants and notes of an open walk-through; refused when somebody changed them meanwhile',
  params: walkThroughParams,
  body: z.object({
    day,
    participants,
    notes: sharedText({ da: 'Noterne', en: 'The notes' }).max(10_000),
    version,
  }),
  response: z.object({ version: z.number().int() }),
  errors: [
    'not-found',
    'not-permitted',
    'walk-through-closed',
    'walk-through-day',
    'person-not-of-case',
    'outdated-version',
  ],
})

export const closeWalkThrough = defineRoute({
  method: 'POST',
  path: '/api/caseflow/walk-throughs/:walkThrough/closing',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary: 'Close a walk-through: from then on it stays as it is',
  params: walkThroughParams,
  body: z.object({ version }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-permitted', 'walk-through-closed', 'walk-through-empty', 'outdated-version'],
})

export const addWalkThroughAddition = defineRoute({
  method: 'POST',
  path: '/api/caseflow/walk-throughs/:walkThrough/additions',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary: 'Add to a closed walk-through what was wrong or forgotten; what it says stays',
  params: walkThroughParams,
  body: z.object({ text: sharedText({ da: 'Tilføjelsen', en: 'The addition' }).min(1).max(4000) }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-permitted', 'walk-through-still-open'],
})

const agreementText = z.object({
  text: sharedLine({ da: 'Aftalen', en: 'The agreement' }).min(1).max(500),
  who: writtenPerson,
  dueOn: day,
})

export const addAgreement = defineRoute({
  method: 'POST',
  path: '/api/caseflow/walk-throughs/:walkThrough/agreements',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary: 'Add to an open walk-through what was agreed: what, who and by when',
  params: walkThroughParams,
  body: agreementText,
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'not-permitted', 'walk-through-closed', 'person-not-of-case'],
})

export const saveAgreement = defineRoute({
  method: 'PUT',
  path: '/api/caseflow/agreements/:agreement',
  permission: 'caseflow.walk-through',
  least: 'unit',
  summary: 'Change an agreement while its walk-through is open; refused when somebody changed it meanwhile',
  params: agreementParams,
  body: agreementText.extend({ version }),
  response: z.object({ version: z.number().int() }),
  errors: ['not-found', 'not-permitted', 'walk-through-closed', 'person-not-of-case', 'outdated-version'],
})

export const settleAgreement = defineRoute({
  method: 'POST',
  path: '/api/caseflow/agreements/:agreement/outcomes',
  permission: 'caseflow.walk-through',
  summary:
    'Say that an agreement is done or dropped, or that it is open again; refused when somebody said something meanwhile',
  params: agreementParams,
  body: z.object({
    outcome: z.enum(agreementOutcomes),
    note: sharedText({ da: 'Begrundelsen', en: 'The reason' })
      .max(1000)
      .nullable()
      .transform((written) => (written === '' ? null : written)),
    /** How many outcomes the person saw. */
    seen: z.int32().min(0),
  }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-permitted',
    'agreement-settled',
    'agreement-not-settled',
    'agreement-reason-missing',
    'outdated-version',
  ],
})

const walkCase = z.object({
  caseId: z.string(),
  caseworker: z.string(),
  caseworkerName: z.string().nullable(),
  overdue: z.number().int(),
  /** When the first of them passed; null: none has. */
  overdueSince: z.iso.datetime().nullable(),
  /** When the next deadline ends; null: none runs. */
  next: z.iso.datetime().nullable(),
  lastWalked: z.iso.date().nullable(),
  /** It was walked through this month. */
  walked: z.boolean(),
  /** A walk-through of it is being written. */
  begun: z.boolean(),
  lateAgreements: z.number().int(),
})
export type WalkCase = z.output<typeof walkCase>

/** Cases that one list holds at most. */
export const walkCasesAtMost = 1000

export const listWalkThroughs = defineRoute({
  method: 'GET',
  path: '/api/caseflow/walk-throughs',
  permission: 'caseflow.walk-through',
  summary: 'The running cases of a unit in the order they are walked through, and which are done this month',
  query: z.object({
    unit: z.uuid().optional(),
    caseworker: plainLine.max(100).optional(),
  }),
  response: z.object({
    today: z.iso.date(),
    /** The unit shown; null: the person leads walk-throughs of none. */
    unit: z.object({ id: z.string(), name: z.string() }).nullable(),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    caseworkers: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
    /** In the order they are walked through; of all caseworkers also those that are done; at most `walkCasesAtMost`. */
    cases: z.array(walkCase),
    /** Running cases of the unit that no filter narrows. */
    total: z.number().int(),
  }),
  errors: ['not-found'],
})
