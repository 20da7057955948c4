import { z } from 'zod'
import { citizenResponses, findingStates, grounds, measures, severities } from '../../core/finding/finding.ts'
import { findingActs, findingEntryKinds } from '../../core/finding/finding-act.ts'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { answerValue, localText } from '../review/review.ts'
import { languages } from '../../core/language/language.ts'
import { dataTypes } from '../report/round-data.ts'

export const findingParams = z.object({ finding: z.uuid() })
/** Findings on one page of the list. */
export const findingsPerPage = 50

const person = z.object({
  id: z.string(),
  name: z.string(),
  /** The person who asks. */
  own: z.boolean(),
})

/** One error at one case of one round, and how far its restoration is. */
const summary = z.object({
  id: z.string(),
  round: z.object({ key: z.string(), title: localText, closed: z.boolean() }),
  unit: z.object({ id: z.string(), name: z.string() }),
  caseId: z.string(),
  stage: z.object({ key: z.string(), title: localText }),
  /** The question whose answer is the error; null where a reviewer added it in words. */
  question: z.object({ key: z.string(), number: z.string(), text: localText }).nullable(),
  /** The reviewer's words; null where it is a question's. */
  text: z.string().nullable(),
  /** The levels whose submitted answers stand behind it, ascending; empty: none any more. */
  levels: z.array(z.number().int()),
  state: z.enum(findingStates),
  severity: z.enum(severities),
  measures: z.array(z.enum(measures)),
  responsible: person.nullable(),
  /** The day by which it is to be carried out. */
  due: z.iso.date().nullable(),
  /** The last day to plan it, while nobody has. */
  planBy: z.iso.date().nullable(),
  /** Not carried out by the day it was due, or not planned by the day for that. */
  overdue: z.boolean(),
  /** The day by which what was carried out is to be verified; null: nothing waits for it. */
  verifyBy: z.iso.date().nullable(),
  verifyLate: z.boolean(),
  /** The due day of the first plan of all, also from before it was opened again; the same as `due` where it was never moved. */
  firstDue: z.iso.date().nullable(),
  /** How often the day was moved to a later one, in all. */
  putOff: z.number().int(),
  /** The day had passed when it was put off; it stays so, also when the finding is opened again. */
  putOffLate: z.boolean(),
  /** The day had passed when it was carried out or left, before it was opened again. */
  lateBefore: z.boolean(),
  /** The day of the first submission that found it. */
  foundOn: z.iso.date(),
  /** A critical case was reported of the same file; only for those who may know it. */
  critical: z.object({ id: z.string(), open: z.boolean() }).nullable(),
  /** Grows with every act; an act names the version it saw. */
  version: z.number().int(),
})
export type FindingSummary = z.output<typeof summary>

const filter = {
  unit: z.uuid().optional(),
  round: plainLine.max(40).optional(),
  stage: plainLine.max(100).optional(),
  question: plainLine.max(100).optional(),
  /** A state, or `active`: all that are not closed. */
  state: z.enum([...findingStates, 'active']).optional(),
  severity: z.enum(severities).optional(),
  /** `put-off`: those that were put off, or opened again, after their day had passed. */
  overdue: z.enum(['true', 'put-off']).optional(),
  /** A person's id, `me`, or `none`. */
  responsible: z.union([z.uuid(), z.enum(['me', 'none'])]).optional(),
} as const

const choice = z.object({ key: z.string(), title: localText })

export const listFindings = defineRoute({
  method: 'GET',
  path: '/api/findings',
  permission: 'finding.read',
  summary:
    'Findings the person may see by the seal: those to be acted on first, by due day; a page at a time, with counts by state',
  query: z.object({ ...filter, page: z.coerce.number().int().min(1).max(10_000).optional() }),
  response: z.object({
    findings: z.array(summary),
    /** The last one where the page asked for lies beyond it. */
    page: z.number().int(),
    perPage: z.number().int(),
    /** Of the whole filter. */
    total: z.number().int(),
    /** By state, the filter's other parts applied: what the board's columns say. */
    counts: z.array(z.object({ state: z.enum(findingStates), count: z.number().int() })),
    /** What the lists to filter by offer: of findings the person may see, whatever the filter. */
    choices: z.object({
      units: z.array(z.object({ id: z.string(), name: z.string() })),
      rounds: z.array(choice),
      stages: z.array(choice),
      /** Of the stage filtered by; empty without one. */
      questions: z.array(z.object({ key: z.string(), number: z.string(), text: localText })),
      responsible: z.array(person),
    }),
  }),
  errors: [],
})

const source = z.object({
  level: z.number().int(),
  title: localText,
  /** Null: added in words, or left out because the person only has the released feedback. */
  answer: answerValue.nullable(),
  comment: z.string().nullable(),
  evidence: z.string().nullable(),
  foundOn: z.iso.date(),
  /** The answer was corrected or taken back since. */
  withdrawn: z.boolean(),
})

const entry = z.object({
  at: z.iso.datetime(),
  kind: z.enum(findingEntryKinds),
  /** Counts the times it was opened: 1, and one more for each reopening. */
  run: z.number().int(),
  /** Null: the program; also of `found`, because reviewers answer as a level. */
  by: z.string().nullable(),
  own: z.boolean(),
  text: z.string().nullable(),
  /** Of `found` and `source-withdrawn`. */
  level: z.number().int().nullable(),
  measures: z.array(z.enum(measures)).nullable(),
  responsible: z.string().nullable(),
  due: z.iso.date().nullable(),
  /** The day it was done, of `contact` and `carry-out`. */
  on: z.iso.date().nullable(),
  journalisedOn: z.iso.date().nullable(),
  response: z.enum(citizenResponses).nullable(),
  ground: z.enum(grounds).nullable(),
  severity: z.enum(severities).nullable(),
})
export type FindingEntry = z.output<typeof entry>

const finding = summary.extend({
  law: z.object({ title: localText, reference: z.string() }).nullable(),
  guidance: localText.nullable(),
  sources: z.array(source),
  /** Carried out, but no submitted answer stands behind it any more. */
  unsupported: z.boolean(),
  severityBy: z.string().nullable(),
  contact: z.object({ on: z.iso.date(), response: z.enum(citizenResponses) }).nullable(),
  carriedOut: z
    .object({ on: z.iso.date(), journalisedOn: z.iso.date().nullable(), by: z.string() })
    .nullable(),
  /** While `proposed`, and once `not-restored`. */
  proposal: z.object({ ground: z.enum(grounds), by: z.string(), own: z.boolean() }).nullable(),
  /** What the person can do now; buttons are drawn by it. */
  acts: z.array(z.enum(findingActs)),
  /** The person took part in the case, so that somebody else must judge. */
  barred: z.boolean(),
  /** Danish, ready to be pasted into the case; null before there is something to note, and where only the registration is wrong. */
  journalNote: z.string().nullable(),
  entries: z.array(entry),
})
export type FindingView = z.output<typeof finding>

export const getFinding = defineRoute({
  method: 'GET',
  path: '/api/findings/:finding',
  permission: 'finding.read',
  summary: 'A finding: what stands behind it, its restoration step by step, and what the person can do now',
  params: findingParams,
  response: finding,
  errors: ['not-found'],
})

export const getFindingPattern = defineRoute({
  method: 'GET',
  path: '/api/findings/:finding/pattern',
  permission: 'finding.read',
  summary:
    'A single swallow or a larger problem: how often the question fails in the unit in that round, once the round’s results are open',
  params: findingParams,
  response: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('ready'),
      level: z.object({ level: z.number().int(), title: localText }),
      /** Cases of the unit where the answer was not the expected one. */
      failed: z.number().int(),
      /** Cases where the question applied. */
      applicable: z.number().int(),
      /** Of those, estimated as results are; null where there are too few. */
      share: z.number().nullable(),
      interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
    }),
    /** `sealed`: the round's results are not open. `no-question`: added in words. `none`: nobody answered it in the unit at that level. */
    z.object({ state: z.enum(['sealed', 'no-question', 'none']) }),
  ]),
  errors: ['not-found'],
})

export const listFindingPeople = defineRoute({
  method: 'GET',
  path: '/api/findings/:finding/people',
  permission: 'finding.plan',
  summary: 'Who can be made responsible for a finding: people of the unit who may see it, those away marked',
  params: findingParams,
  response: z.object({
    people: z.array(person.extend({ roles: z.array(z.string()), away: z.boolean() })),
  }),
  errors: ['not-found', 'not-permitted'],
})

export const exportFindings = defineRoute({
  method: 'GET',
  path: '/api/findings/export',
  permission: 'finding.read',
  summary: 'The findings of a filter as a file: who did what, but nothing in anybody’s own words',
  query: z.object({ ...filter, format: z.enum(['csv', 'xlsx']), lang: z.enum(languages) }),
  response: download(dataTypes.xlsx, 'text/csv; charset=utf-8'),
  errors: [],
})
