import { z } from 'zod'
import { deadlineStates } from '../../core/caseflow/deadline.ts'
import { confidences } from '../../core/caseflow/deadline-rules.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { caseParams, caseSheet, sheetGroup } from './case-sheet.ts'

/** Deadlines on one page of the list. */
export const deadlinesPerPage = 50
/** How far ahead the list can look, in days. */
export const deadlineHorizons = [1, 3, 7, 14, 30] as const

const localText = z.object({ da: z.string(), en: z.string() })

export const listedDeadlineStates = ['running', 'open', 'met', 'late', 'cannot-tell'] as const

const deadline = z.object({
  caseId: z.string(),
  /** Counts the deadlines of the case. */
  n: z.number().int(),
  /** With `rules`, the key of an entry of the answer's `rules`. */
  rule: z.string(),
  rules: z.string(),
  unit: z.string(),
  caseworker: z.string(),
  caseworkerName: z.string().nullable(),
  startedOn: z.iso.date().nullable(),
  startedAt: z.iso.datetime().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Only where the rule counts in hours. */
  dueAt: z.iso.datetime().nullable(),
  doneOn: z.iso.date().nullable(),
  state: z.enum(deadlineStates),
  /** Hours or days, as the rule counts: past the time, done or not; null where not late. */
  lateBy: z.number().nullable(),
  /** Hours or days until the time is up, of one that runs; 0: today, or within the hour. */
  left: z.number().nullable(),
  /** Why it cannot be told, or what else the state rests on. */
  because: localText.nullable(),
})
export type ListedDeadline = z.output<typeof deadline>

const rule = z.object({
  key: z.string(),
  rules: z.string(),
  /** The law, or what else the rules are from. */
  rulesTitle: localText,
  title: localText,
  /** Where it stands. */
  basis: z.string(),
  /** How sure we are of it. */
  confidence: z.enum(confidences),
  note: localText.nullable(),
  /** Whether it counts in hours. */
  inHours: z.boolean(),
})
export type ListedRule = z.output<typeof rule>

export const listDeadlines = defineRoute({
  method: 'GET',
  path: '/api/caseflow/deadlines',
  permission: 'caseflow.read',
  summary:
    'Deadlines the person may see: those that run by when they end, then those not done in time; a page at a time, with counts by state',
  query: z.object({
    unit: z.uuid().optional(),
    caseworker: plainLine.max(100).optional(),
    rule: plainLine.max(100).optional(),
    state: z.enum(listedDeadlineStates).optional(),
    /** Of those that run, only what ends within so many days. */
    within: z.coerce.number().int().min(1).max(366).optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  response: z.object({
    deadlines: z.array(deadline),
    page: z.number().int(),
    perPage: z.number().int(),
    /** Of the whole filter; without a state, those that run and those not done in time. */
    total: z.number().int(),
    /** By state, the filter's other parts applied. */
    counts: z.partialRecord(z.enum(listedDeadlineStates), z.number().int()),
    /** The rules that the deadlines shown, the choices and the punctuality name. */
    rules: z.array(rule),
    /** Of what fell due in the last 30 days, how much was not kept, by rule. */
    punctuality: z.array(z.object({ rule: z.string(), due: z.number().int(), late: z.number().int() })),
    choices: z.object({
      units: z.array(z.object({ id: z.string(), name: z.string() })),
      caseworkers: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
      rules: z.array(z.string()),
    }),
    /** Whether the person can see any deadline at all; if not, events are to be imported first. */
    any: z.boolean(),
    /** Cases whose deadlines are being judged anew. */
    toJudge: z.number().int(),
  }),
  errors: [],
})

export const getCase = defineRoute({
  method: 'GET',
  path: '/api/caseflow/cases/:case',
  permission: 'caseflow.read',
  summary:
    'The overview sheet of a case: what is most urgent, its phases and people, every deadline as it stands now, also where a rule asks nothing, and the events behind',
  params: caseParams,
  response: z.object({
    caseId: z.string(),
    /** Of the newest event that says so. */
    unit: z.string(),
    caseworker: z.string(),
    /** Those not met first, then those that cannot be told, those met, and those that do not apply. */
    deadlines: z.array(deadline),
    rules: z.array(rule),
    /** The oldest first. */
    events: z.array(
      z.object({
        /** Unique within the case. */
        n: z.number().int(),
        name: localText,
        group: sheetGroup,
        day: z.iso.date(),
        moment: z.iso.datetime().nullable(),
        unit: z.string(),
        caseworker: z.string(),
        /** The child's number in the case, where it has several; from 1. */
        child: z.number().int().nullable(),
        /** Which measure it is about, where the case system says. */
        measure: z.string().nullable(),
      }),
    ),
    sheet: caseSheet,
  }),
  errors: ['not-found'],
})
