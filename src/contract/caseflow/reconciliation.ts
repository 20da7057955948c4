import { z } from 'zod'
import { outcomes } from '../../core/caseflow/reconcile/outcome.ts'
import { deadlineStates } from '../../core/caseflow/deadline.ts'
import { languages } from '../../core/language/language.ts'
import { count, interval, localText, proportion } from '../analysis/figures.ts'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { dataTypes } from '../report/round-data.ts'

/** What the list can show: what is to be looked into, one outcome, or all. */
export const reconciliationViews = ['differences', ...outcomes, 'all'] as const
/** Where the looking into has got: not concluded, an event to be corrected, corrected, or concluded otherwise. */
export const reconciliationStandings = ['open', 'to-correct', 'corrected', 'settled'] as const
export const conclusionKinds = ['registry-wrong', 'reviewer-wrong', 'both-right'] as const

const filter = {
  round: plainLine.max(40).optional(),
  level: z.coerce.number().int().min(1).max(20).optional(),
  unit: z.uuid().optional(),
  question: plainLine.max(100).optional(),
  view: z.enum(reconciliationViews).optional(),
  standing: z.enum(reconciliationStandings).optional(),
}

const named = z.object({ key: z.string(), title: localText })
const unit = z.object({ id: z.string(), name: z.string() })
const level = z.object({ level: count, title: localText })
const counts = z.record(z.enum(outcomes), count)
const registrySides = ['in-time', 'late', 'not-applicable', 'cannot-tell', 'not-matched'] as const
const answerValue = z.enum(['yes', 'no', 'na'])
/** An ISO day, and the moment where the rule counts in hours. */
const point = z.object({ day: z.iso.date(), moment: z.iso.datetime().nullable() }).nullable()

const clock = z.object({
  rule: z.string(),
  state: z.enum(deadlineStates),
  started: point,
  due: point,
  done: point,
  /** Days, or hours where the rule counts in hours; null where not late. */
  lateBy: z.number().nullable(),
  inHours: z.boolean(),
  /** What is missing, or why nothing is asked. */
  because: localText.nullable(),
})

const conclusion = z.object({
  conclusion: z.enum(conclusionKinds),
  reason: z.string(),
  /** What either side said then. */
  registry: z.enum(registrySides),
  answer: answerValue,
  by: z.string(),
  at: z.iso.datetime(),
})

const entry = z.object({
  review: z.string(),
  caseId: z.string(),
  stage: localText,
  unit,
  question: z.string(),
  outcome: z.enum(outcomes),
  answer: answerValue,
  /** The reviewer's, for those who may read the review. */
  comment: z.string().nullable(),
  /** Why nothing was matched. */
  notMatched: z.enum(['none', 'several']).nullable(),
  clocks: z.array(clock),
  /** Events of the kinds that the deadline is judged by, the oldest first, with what they said before. */
  events: z.array(
    z.object({
      name: localText,
      day: z.iso.date(),
      moment: z.iso.datetime().nullable(),
      before: z.array(
        z.object({
          day: z.iso.date(),
          moment: z.iso.datetime().nullable(),
          replacedAt: z.iso.datetime(),
        }),
      ),
    }),
  ),
  standing: z.enum(reconciliationStandings),
  /** When an event of the deadline arrived after the registry was found wrong. */
  correctedAt: z.iso.datetime().nullable(),
  /** The newest first; it counts. */
  conclusions: z.array(conclusion),
  mayConclude: z.boolean(),
})
export type ReconciliationEntry = z.output<typeof entry>

const asked = z.object({
  question: z.string(),
  number: z.string(),
  text: localText,
  stage: z.string(),
  rules: z.array(z.object({ key: z.string(), title: localText })),
  note: localText.nullable(),
})

const sensitivity = z.object({
  lateOfNo: proportion,
  inTimeOfYes: proportion,
  noOfLate: proportion,
  yesOfInTime: proportion,
})

const ready = z.object({
  state: z.literal('ready'),
  round: named,
  level,
  /** Those that have answers to compare. */
  levels: z.array(level),
  /** Whether shares and intervals follow the draw. */
  weights: z.enum(['draw', 'column', 'none']),
  generalises: z.boolean(),
  sentence: localText,
  /** Those that the questions are of. */
  stages: z.array(named),
  questions: z.array(
    asked.extend({
      agreement: proportion,
      counts,
      sensitivity,
      corrected: z.object({
        stages: count,
        judged: count,
        inTime: count,
        kind: z.enum(['corrected', 'limits', 'no-frame', 'chosen-cases', 'nothing-judged', 'too-few']),
        share: z.number().nullable(),
        interval,
        sentence: localText,
      }),
    }),
  ),
  /** The whole municipality first, then the units within the person's reach. */
  units: z.array(
    z.object({
      unit: unit.nullable(),
      cases: count,
      agreement: proportion,
      counts,
      againstRest: z
        .object({
          p: z.number().nullable(),
          q: z.number().nullable(),
          differs: z.enum(['less', 'more', 'no', 'too-few']),
        })
        .nullable(),
    }),
  ),
  notMatched: z.object({ none: count, several: count }),
  leftOut: z.array(z.object({ question: z.string(), rules: z.array(z.string()), why: localText })),
  /** Pairs of the mapping that this programme or the rules lack a side of. */
  problems: z.array(localText),
  entries: z.array(entry),
  page: count,
  perPage: count,
  /** Of the whole filter. */
  total: count,
})
export type ReadyReconciliation = z.output<typeof ready>

export const reconciliationsPerPage = 25

const rounds = z.array(named.extend({ state: z.enum(['planned', 'open', 'closed']) }))

export const getReconciliation = defineRoute({
  method: 'GET',
  path: '/api/caseflow/reconciliation',
  permission: 'reconciliation.read',
  summary:
    'Where the registry’s dates and the reviewers’ answers say the same and where not, of a round whose results are open',
  query: z.object({ ...filter, page: z.coerce.number().int().min(1).max(10_000).optional() }),
  response: z.object({
    /** The newest first. */
    rounds,
    answer: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('empty'),
        /** No round; no question of its programme has a deadline; or no answers yet. */
        why: z.enum(['no-rounds', 'no-pairs', 'no-answers']),
        round: named.nullable(),
      }),
      /** What must be submitted before anybody may see the results. */
      z.object({
        state: z.literal('sealed'),
        round: named,
        waiting: z.array(level.extend({ drawn: z.boolean(), reviews: count, submitted: count })),
      }),
      ready,
    ]),
  }),
  errors: ['not-found', 'too-busy'],
})

export const exportReconciliation = defineRoute({
  method: 'GET',
  path: '/api/caseflow/reconciliation/export',
  permission: 'reconciliation.read',
  summary: 'The cases of a filter as a file, with both sources and what was concluded; nobody’s comment',
  query: z.object({ ...filter, format: z.enum(['csv', 'xlsx']), lang: z.enum(languages) }),
  response: download(dataTypes.xlsx, 'text/csv; charset=utf-8'),
  errors: ['not-found', 'results-sealed', 'too-busy'],
})

export const concludeReconciliation = defineRoute({
  method: 'POST',
  path: '/api/caseflow/reconciliation/conclusions',
  permission: 'reconciliation.conclude',
  summary: 'Say which side of a disagreement is wrong, or that both are right; changes neither',
  body: z.object({
    review: z.uuid(),
    question: plainLine.min(1).max(100),
    conclusion: z.enum(conclusionKinds),
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(2000),
  }),
  response: nothing,
  errors: ['not-found', 'results-sealed', 'own-answer', 'too-busy'],
})
