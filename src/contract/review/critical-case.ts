import { z } from 'zod'
import { criticalActKinds, criticalActs, criticalSteps } from '../../core/review/critical-case.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { localText, reviewParams } from './review.ts'

/** Short on purpose: whoever fears for a child must not be held up. */
export const longestFear = 500
const words = sharedText({ da: 'Teksten', en: 'The text' }).min(1).max(4000)
const criticalParams = z.object({ critical: z.uuid() })
const state = z.enum(['reported', ...criticalSteps, 'withdrawn'])

export const reportCritical = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/critical-case',
  permission: 'critical.report',
  summary: 'Report a case as critical: starts the clock and tells the unit’s manager at once',
  params: reviewParams,
  body: z.object({ fear: sharedText({ da: 'Meldingen', en: 'The report' }).min(1).max(longestFear) }),
  /** `joined`: the case was reported already, and this stands with it. */
  response: z.object({ id: z.string(), joined: z.boolean() }),
  errors: ['not-found'],
})

const step = z.object({
  step: z.enum(criticalSteps),
  due: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  /** Done after its time, or not done though its time has come. */
  late: z.boolean(),
  /** Whole minutes until it is due; null when it is done or the case is closed. */
  minutesLeft: z.number().int().nullable(),
})
export type CriticalStepView = z.output<typeof step>

const summary = z.object({
  id: z.string(),
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  rounds: z.array(z.string()),
  state,
  startedAt: z.iso.datetime(),
  /** Something is overdue now. */
  overdue: z.boolean(),
  steps: z.array(step),
  /** The person may act in it; otherwise they reported it or follow it. */
  handles: z.boolean(),
  reported: z.boolean(),
})
export type CriticalSummary = z.output<typeof summary>

export const listCriticalCases = defineRoute({
  method: 'GET',
  path: '/api/critical-cases',
  permission: 'critical.read',
  summary: 'Critical cases within reach and those one has reported, the open ones first',
  query: z.object({ round: plainLine.max(100).optional(), open: z.enum(['true', 'false']).optional() }),
  response: z.object({ cases: z.array(summary) }),
  errors: [],
})

const entry = z.object({
  at: z.iso.datetime(),
  kind: z.enum(criticalActKinds),
  /** Counts the times the clock was started. */
  run: z.number().int(),
  /** Null: the program, or not for this person to know. */
  by: z.string().nullable(),
  own: z.boolean(),
  text: z.string().nullable(),
  step: z.enum(criticalSteps).nullable(),
})
export type CriticalEntry = z.output<typeof entry>

const critical = summary.extend({
  /** The case's number in the registry, where it has another than the one it was reported under; for who leads the audit. */
  registryCaseId: z.string().nullable(),
  acts: z.array(z.enum(criticalActs)),
  /** The person took part in the case, so that somebody else must close it. */
  barred: z.boolean(),
  /** What people wrote is left out: the person has still to submit a review of the case, or only reported it. */
  withheld: z.enum(['no', 'own-review', 'reporter']),
  entries: z.array(entry),
})
export type CriticalView = z.output<typeof critical>

export const getCriticalCase = defineRoute({
  method: 'GET',
  path: '/api/critical-cases/:critical',
  permission: 'critical.read',
  summary: 'A critical case: its deadlines and what was done; reporters see that it is handled',
  params: criticalParams,
  response: critical,
  errors: ['not-found'],
})

export const getCriticalOfReview = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/critical-case',
  permission: 'critical.report',
  summary: 'Whether the person has reported the review’s case, and how far it is',
  params: reviewParams,
  response: z.object({ critical: z.object({ id: z.string(), state }).nullable() }),
  errors: ['not-found'],
})

export const doCriticalStep = defineRoute({
  method: 'POST',
  path: '/api/critical-cases/:critical/steps',
  permission: 'critical.handle',
  summary: 'Acknowledge, act, confirm the child’s safety or account for it, in this order',
  params: criticalParams,
  body: z.discriminatedUnion('step', [
    z.object({ step: z.literal('acknowledged') }),
    z.object({ step: z.enum(['acted', 'confirmed', 'accounted']), text: words }),
  ]),
  response: nothing,
  errors: ['not-found', 'not-permitted', 'critical-not-now', 'own-critical-case'],
})

export const withdrawCritical = defineRoute({
  method: 'POST',
  path: '/api/critical-cases/:critical/withdrawal',
  permission: 'critical.read',
  summary: 'Withdraw a critical case that was reported by mistake; it stays on record',
  params: criticalParams,
  body: z.object({ reason: words }),
  response: nothing,
  errors: ['not-found', 'not-permitted', 'critical-not-now', 'own-critical-case'],
})

export const reopenCritical = defineRoute({
  method: 'POST',
  path: '/api/critical-cases/:critical/reopening',
  permission: 'critical.read',
  summary: 'Open a closed or withdrawn critical case again; its clock starts anew',
  params: criticalParams,
  body: z.object({ reason: words }),
  response: nothing,
  errors: ['not-found', 'not-permitted', 'critical-not-now', 'critical-open-already'],
})
