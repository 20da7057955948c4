import { z } from 'zod'
import { runSignals } from '../../core/caseflow/flow/flow-figures.ts'
import { findMonth, findWeek } from '../../core/caseflow/flow/flow-period.ts'
import { monthCaseFigures, weekCaseFigures } from '../../core/caseflow/flow/listed-figures.ts'
import { monthSeriesKeys } from '../../core/caseflow/flow/month-report.ts'
import { daysLeftBands, weekSeriesKeys } from '../../core/caseflow/flow/week-report.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

/** Rows on one page of the cases behind a figure. */
export const flowCasesPerPage = 50

/** The figures' meanings stand in `src/core/caseflow/flow/*-report.ts` and in docs/flow-reports.md. */
const localText = z.object({ da: z.string(), en: z.string() })
const count = z.number().int()

export const week = plainLine.refine((name) => findWeek(name) !== undefined, {
  params: {
    code: 'no-such-week',
    text: {
      da: 'Skriv ugen som 2026-W47. Uge 53 findes kun i nogle år.',
      en: 'Write the week as 2026-W47. Week 53 exists in some years only.',
    },
  },
})

export const month = plainLine.refine((name) => findMonth(name) !== undefined, {
  params: {
    code: 'no-such-month',
    text: { da: 'Skriv måneden som 2026-11.', en: 'Write the month as 2026-11.' },
  },
})

const share = z.object({
  count,
  of: count,
  share: z.number(),
  lower: z.number(),
  upper: z.number(),
})

const unit = z.object({ id: z.string(), name: z.string() }).nullable()

const kept = z.object({
  met: count,
  late: count,
  open: count,
  running: count,
  cannotTell: count,
  share: share.nullable(),
})

const rule = z.object({ id: z.string(), text: localText, legal: z.string(), limit: localText })

const number = z.number().nullable()

const verdict = z.discriminatedUnion('state', [
  z.object({ state: z.literal('too-few'), points: count, needed: count }),
  z.object({ state: z.literal('at-edge'), edge: z.enum(['least', 'most']) }),
  z.object({ state: z.literal('stock') }),
  z.object({
    state: z.literal('judged'),
    points: count,
    longestRun: count,
    longestRunLimit: count,
    crossings: count,
    fewestCrossings: count,
    signals: z.array(z.enum(runSignals)),
  }),
])

function seriesOf<const K extends readonly [string, ...string[]]>(keys: K) {
  return z.object({
    key: z.enum(keys),
    of: z.string().nullable(),
    kind: z.enum(['count', 'share', 'days']),
    points: z.array(
      z.object({
        period: z.string(),
        from: z.iso.date(),
        isOver: z.boolean(),
        value: number,
        of: number,
        undecided: number,
        lower: number,
        upper: number,
      }),
    ),
    median: number,
    verdict,
  })
}

const time = z.object({
  key: z.string(),
  name: localText,
  finished: count,
  mean: number,
  cohort: z.object({
    from: z.iso.date(),
    isShort: z.boolean(),
    begun: count,
    finished: count,
    stopped: count,
    open: count,
    openFromBefore: count,
    mean: number,
    kaplanMeier: z.object({ median: number, lower: number, upper: number }),
  }),
})

const weekFigures = z.object({
  received: z.object({ total: count, onNew: count, onKnown: count }),
  prompt: kept.nullable(),
  outcomes: z.object({
    assessed: count,
    joined: count,
    settled: count,
    undecided: count,
    share: share.nullable(),
    atLeast: number,
    atMost: number,
  }),
  opened: count,
  ended: z.object({ notifications: count, assessments: count, cases: count }),
  times: z.array(time),
  running: z.array(z.object({ band: z.enum(daysLeftBands), cases: count, deadlines: count })),
  runningCannotTell: count,
})

/** What reports of a period have in common. */
const frame = {
  previous: z.string(),
  next: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  isOver: z.boolean(),
  knownFrom: z.iso.date().nullable(),
  asOf: z.iso.datetime(),
  followedTo: z.iso.datetime(),
  isDefined: z.boolean(),
  unit,
}

/** What the rules call what the weekly report counts (`core/caseflow/flow/flow-words.ts`). */
const words = z.object({
  received: z.object({ one: localText, withArticle: localText, many: localText, newOne: localText }),
  handled: z.object({ one: localText, withArticle: localText, many: localText }),
  prompted: localText,
})

/** What the server knows beside the figures. */
const beside = {
  /** Units that the person may ask for, by name. */
  choices: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether the person may see every unit; else `units` holds their own only. */
  allUnits: z.boolean(),
  /** Whether there is any event at all; if not, events are to be imported first. */
  any: z.boolean(),
  /** Cases whose figures are being worked out anew. */
  toJudge: count,
}

const asked = z.object({ unit: z.uuid().optional() })

export const getWeekReport = defineRoute({
  method: 'GET',
  path: '/api/caseflow/weeks/:week',
  permission: 'caseflow.report',
  summary:
    'The weekly report of the municipality or of one unit: received, assessed, closed, times, the first 24 hours and what runs out when, with the weeks before',
  params: z.object({ week }),
  query: asked,
  response: z.object({
    week: z.string(),
    ...frame,
    words,
    promptRule: rule.nullable(),
    figures: weekFigures,
    municipality: weekFigures,
    units: z.array(z.object({ unit, figures: weekFigures })),
    curves: z.array(
      z.object({
        key: z.string(),
        steps: z.array(
          z.object({
            day: count,
            finished: z.number(),
            lower: z.number(),
            upper: z.number(),
            atRisk: count,
          }),
        ),
        lastDay: count,
      }),
    ),
    series: z.array(seriesOf(weekSeriesKeys)),
    ...beside,
  }),
  errors: ['not-found'],
})

const stock = { running: count, started: count, ended: count }
const repeated = z.object({ rules: z.array(rule), due: kept, held: count })

const monthFigures = z.object({
  measures: z.object(stock),
  byType: z.array(z.object({ type: z.string(), ...stock })),
  placements: z.object(stock),
  plans: z.object({ made: count, awaited: count, overdue: count, none: count }),
  followUps: repeated.nullable(),
  visits: repeated.nullable(),
  withoutStart: count,
})

export const getMonthReport = defineRoute({
  method: 'GET',
  path: '/api/caseflow/months/:month',
  permission: 'caseflow.report',
  summary:
    'The monthly report of the municipality or of one unit: measures by type, placements and their plans, follow-ups and visits due and held, with the months before',
  params: z.object({ month }),
  query: asked,
  response: z.object({
    month: z.string(),
    ...frame,
    named: z.object({ measures: z.boolean(), placements: z.boolean() }),
    figures: monthFigures,
    municipality: monthFigures,
    units: z.array(z.object({ unit, figures: monthFigures })),
    series: z.array(seriesOf(monthSeriesKeys)),
    ...beside,
  }),
  errors: ['not-found'],
})

const flowCases = z.object({
  words,
  cases: z.array(
    z.object({
      caseId: z.string(),
      unit: z.string(),
      /** Received, begun, or what else the figure is of. */
      from: z.iso.date().nullable(),
      /** Decided, ended or done; null where it is not. */
      to: z.iso.date().nullable(),
      /** Last day in time, where the figure is of deadlines. */
      due: z.iso.date().nullable(),
      /** The deadline's rule, where the figure is of deadlines. */
      rule: rule.nullable(),
      /** A type of measure, where the figure is of measures. */
      type: z.string().nullable(),
    }),
  ),
  page: count,
  perPage: count,
  /** Of those the person may see; a case stands there as often as the figure counts it. */
  total: count,
})

const ofCases = {
  ...asked.shape,
  /** Of `finished` and `open` the key of a time; of measures a type, absent: all. */
  key: plainLine.max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
}

export const listWeekCases = defineRoute({
  method: 'GET',
  path: '/api/caseflow/weeks/:week/cases',
  permission: 'caseflow.read',
  summary: 'The cases behind a figure of the weekly report, of those the person may see; a page at a time',
  params: z.object({ week }),
  query: z.object({ figure: z.enum(weekCaseFigures), ...ofCases }),
  response: flowCases,
  errors: ['not-found'],
})

export const listMonthCases = defineRoute({
  method: 'GET',
  path: '/api/caseflow/months/:month/cases',
  permission: 'caseflow.read',
  summary: 'The cases behind a figure of the monthly report, of those the person may see; a page at a time',
  params: z.object({ month }),
  query: z.object({ figure: z.enum(monthCaseFigures), ...ofCases }),
  response: flowCases,
  errors: ['not-found'],
})
