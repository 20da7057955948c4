import { z } from 'zod'
import { agreementStates } from '../../core/caseflow/walk-through/walk-through.ts'
import { sheetGroups } from '../../core/caseflow/sheet/kind-groups.ts'
import { findingStates } from '../../core/finding/finding.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })

export const caseParams = z.object({ case: plainLine.min(1).max(200) })

/** The group of an event, as the overview sheet sorts them. */
export const sheetGroup = z.enum(sheetGroups)

const phase = z.object({
  key: z.string(),
  name: localText,
  /** The child's number in the case, where it has several; from 1. */
  child: z.number().int().nullable(),
  /** Which measure, where the case system says. */
  measure: z.string().nullable(),
  isMeasure: z.boolean(),
  from: z.iso.date(),
  /** Null: it still runs. */
  to: z.iso.date().nullable(),
})
export type SheetPhase = z.output<typeof phase>

const urgent = z.discriminatedUnion('kind', [
  /** `n` of the case's deadlines has passed, and so have others. */
  z.object({ kind: z.literal('overdue'), n: z.number().int(), others: z.number().int() }),
  /** An agreement of a walk-through is late, for who may see it. */
  z.object({
    kind: z.literal('agreement'),
    text: z.string(),
    dueOn: z.iso.date(),
    others: z.number().int(),
  }),
  /** `n` ends next. */
  z.object({ kind: z.literal('due'), n: z.number().int() }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('ended'), on: z.iso.date().nullable(), never: z.number().int() }),
])
export type SheetUrgent = z.output<typeof urgent>

const registered = z.object({
  stage: localText,
  unit: z.string(),
  caseworker: z.string(),
  caseworkerName: z.string().nullable(),
  started: z.iso.date(),
  completed: z.iso.date().nullable(),
  /** Others who took part, by name. */
  participants: z.array(z.string()),
})

/** What the overview sheet tells of a case beside its deadlines and events. */
export const caseSheet = z.object({
  today: z.iso.date(),
  /** Whether anything in the case has begun and not ended. */
  running: z.boolean(),
  urgent,
  /** By their first day. */
  phases: z.array(phase),
  children: z.number().int(),
  /** Who has had the case by its events, the one of the newest first. */
  people: z.array(
    z.object({
      unit: z.string(),
      caseworker: z.string(),
      caseworkerName: z.string().nullable(),
      from: z.iso.date(),
      to: z.iso.date(),
    }),
  ),
  /** The steps that the register has of the case, the newest first. */
  registered: z.array(registered),
  /** Whether the person takes part in the case's walk-throughs. */
  walksThrough: z.boolean(),
})

const auditReview = z.object({
  /** Null: the person may not open it. */
  id: z.string().nullable(),
  level: z.number().int(),
  levelTitle: localText,
  stage: localText,
  state: z.enum(['replaced', 'recorded', 'assigned', 'in-progress', 'submitted', 'written-off']),
})

const auditFinding = z.object({
  id: z.string(),
  stage: localText,
  /** The question, or the words it was added in. */
  text: localText,
  number: z.string().nullable(),
  state: z.enum(findingStates),
  due: z.iso.date().nullable(),
  overdue: z.boolean(),
})

const audit = z.object({
  round: z.string(),
  title: localText,
  closed: z.boolean(),
  reviews: z.array(auditReview),
  findings: z.array(auditFinding),
})
export type CaseAudit = z.output<typeof audit>

export const listCaseAudits = defineRoute({
  method: 'GET',
  path: '/api/caseflow/cases/:case/audits',
  permission: 'caseflow.read',
  summary:
    'What audits have made of a case, as far as the person may see it in the rooms of the draw, the reviews and the findings',
  params: caseParams,
  response: z.object({ audits: z.array(audit) }),
  errors: ['not-found'],
})

/** What stands of a walk-through's agreement. */
export const agreementState = z.enum(agreementStates)
