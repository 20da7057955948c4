import { z } from 'zod'
import { roundParams } from '../draw/rounds.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })
const count = z.number().int()
/** Shares, 0..1. */
const interval = z.tuple([z.number(), z.number()]).nullable()

const proportion = z.object({
  /** Compliant answers. */
  numerator: count,
  /** Applicable answers. */
  denominator: count,
  notApplicable: count,
  share: z.number().nullable(),
  interval,
  method: z.string(),
})
export type ProportionAnswer = z.output<typeof proportion>

const change = z.object({
  difference: z.number(),
  interval,
  p: z.number().nullable(),
  q: z.number().nullable(),
  method: z.string(),
  class: z.enum([
    'improved',
    'declined',
    'signal-up',
    'signal-down',
    'no-clear-change',
    'all-compliant-both',
    'too-few',
  ]),
  classicalClass: z.enum(['progress', 'unchanged', 'decline', 'held-at-100']),
})

const question = proportion.extend({
  stage: z.string(),
  question: z.string(),
  /** As printed on the form. */
  number: z.string(),
  text: localText,
  yes: count,
  no: count,
  /** False: no compliance is read from the question; `yes` and `no` are all there is to say. */
  showsCompliance: z.boolean(),
  inBaselineSet: z.boolean(),
  baseline: proportion.nullable(),
  change: change.nullable(),
})
export type QuestionRow = z.output<typeof question>

const composite = proportion.extend({
  /** Null: all stages. */
  stage: z.string().nullable(),
  cases: count,
  baseline: proportion.extend({ cases: count }).nullable(),
  change: change.nullable(),
})
export type CompositeRow = z.output<typeof composite>

const theme = z.object({
  theme: z.string(),
  stage: z.string(),
  question: z.string(),
  concerns: z.enum(['child', 'parents']).nullable(),
  now: proportion,
  baseline: proportion.nullable(),
})
export type ThemeRow = z.output<typeof theme>

const stageCases = z.object({
  stage: z.string().nullable(),
  n: count,
  meanDays: z.number().nullable(),
  earliestStart: z.iso.date().nullable(),
  latestEnd: z.iso.date().nullable(),
})
export type StageCases = z.output<typeof stageCases>

const levelComparison = z.object({
  stage: z.string(),
  question: z.string(),
  /** Cases that all levels found the question applicable in. */
  n: count,
  compliant: z.array(z.object({ level: count, count })),
  alpha: z.number().nullable(),
})
export type LevelComparisonRow = z.output<typeof levelComparison>

const agreement = z.object({
  pair: z.tuple([count, count]),
  stage: z.string().nullable(),
  cases: count,
  applicability: z.object({ n: count, same: count }),
  n: count,
  same: count,
  share: z.number().nullable(),
  interval,
  higherStricter: count,
  lowerStricter: count,
  ac1: z.number().nullable(),
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
})
export type AgreementRow = z.output<typeof agreement>

const unit = z.object({ id: z.string(), name: z.string() })
const named = z.object({ key: z.string(), title: localText })
const level = z.object({ level: count, title: localText })

const head = z.object({
  round: z.object({
    key: z.string(),
    title: localText,
    state: z.enum(['planned', 'open', 'closed']),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
  }),
})

const sealed = head.extend({
  state: z.literal('sealed'),
  /** What must be submitted before this person may see the results. */
  waiting: z.array(level.extend({ drawn: z.boolean(), reviews: count, submitted: count })),
})
const empty = head.extend({ state: z.literal('empty') })
const ready = head.extend({
  state: z.literal('ready'),
  baseline: z.object({ key: z.string(), title: localText }).nullable(),
  comparisonLevel: level,
  levels: z.array(level.extend({ reviews: count, answers: count })),
  /** The scope of the figures; null is the whole municipality. */
  unit: unit.nullable(),
  /** Units that this person may look at, in no order. */
  units: z.array(unit),
  stages: z.array(named),
  themes: z.array(named),
  /** One sentence; null without a round to compare with. */
  conclusion: localText.nullable(),
  summary: z.object({
    compared: count,
    tested: count,
    expectedFalseSignals: z.number(),
    classes: z.record(change.shape.class, count),
    classicalClasses: z.record(change.shape.classicalClass, count),
  }),
  questions: z.array(question),
  composites: z.array(composite),
  themeResults: z.array(theme),
  cases: z.array(stageCases),
  levelComparisons: z.array(levelComparison),
  /** Always of the whole municipality: single units have too few common cases. */
  agreement: z.array(agreement),
  /** Each unit over all stages; null for those who may see only their own. */
  unitComposites: z.array(composite.extend({ unit })).nullable(),
  contradictions: z.array(z.object({ code: z.string(), count, detail: localText })),
  irregularities: z.array(z.object({ id: z.string(), da: z.string(), en: z.string().nullable() })),
})
export type Results = z.output<typeof ready>
export type SealedResults = z.output<typeof sealed>

export const results = z.discriminatedUnion('state', [sealed, empty, ready])
export type ResultsAnswer = z.output<typeof results>

export const getResults = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/results',
  permission: 'results.read',
  summary:
    "A round's results at the comparison level, of the municipality or one unit; sealed while they must be",
  params: roundParams,
  query: z.object({ unit: z.uuid().optional() }),
  response: results,
  errors: ['not-found'],
})

export const downloadAnalysis = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/analysis.json',
  permission: 'results.read',
  summary: 'All figures of a round (ANALYSIS.json), for those who may see the whole municipality',
  params: roundParams,
  response: download('application/json'),
  errors: ['not-found', 'results-sealed', 'round-without-answers'],
})
