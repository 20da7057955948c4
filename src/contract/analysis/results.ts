import { z } from 'zod'
import { roundParams } from '../draw/rounds.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'
import {
  agreement,
  askedQuestion,
  cascade,
  difference,
  drift,
  health,
  levelComparison,
  seriesBreak,
  sight,
} from './evidence.ts'
import { change, composite, count, localText, proportion, question } from './figures.ts'

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

const summary = z.object({
  compared: count,
  tested: count,
  /** Of those, called a rise, a fall or one to watch. */
  standingOut: count,
  expectedFalseSignals: z.number(),
  classes: z.record(change.shape.class, count),
  classicalClasses: z.record(change.shape.classicalClass, count),
})
export type Summary = z.output<typeof summary>

const unit = z.object({ id: z.string(), name: z.string() })
const named = z.object({ key: z.string(), title: localText })
const level = z.object({ level: count, title: localText })
const namedRound = z.object({ key: z.string(), title: localText })

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
  baseline: namedRound.nullable(),
  /** The finished round before this one; null where there is none, or where it is the baseline. */
  last: namedRound.nullable(),
  comparisonLevel: level,
  levels: z.array(
    level.extend({
      reviews: count,
      answers: count,
      weights: z.enum(['draw', 'column', 'none']),
      generalises: z.boolean(),
    }),
  ),
  /** That a date chose the cases, and what follows; null where every level's figures can speak for all. */
  chosenCases: localText.nullable(),
  /** That no draw file shows how cases were chosen, and what the figures presuppose; null where the draws are at hand. */
  unprovenDraw: localText.nullable(),
  /** That no draw file shows how the baseline's cases were chosen, though the round has its own; null where it is not so. */
  unprovenBaseline: localText.nullable(),
  /** Per draw (of a unit: its own cases) that lacks reviews: how many, and what figures presuppose; prominent over a tenth. */
  missingReviews: z.array(z.object({ text: localText, prominent: z.boolean() })),
  /** Which requirements composites are made of, in words; null where they are all. */
  sharedRequirements: localText.nullable(),
  /** The scope of the figures; null is the whole municipality. */
  unit: unit.nullable(),
  /** Units that this person may look at, in no order. */
  units: z.array(unit),
  stages: z.array(named),
  themes: z.array(named),
  /** One sentence; null without a round to compare with. */
  conclusion: localText.nullable(),
  summary,
  /** The same of each stage's questions alone; q and what chance would give are those of all questions tested together. */
  byStage: z.array(z.object({ stage: z.string(), conclusion: localText.nullable(), summary })),
  questions: z.array(question),
  composites: z.array(composite),
  themeResults: z.array(theme),
  cases: z.array(stageCases),
  levelComparisons: z.array(levelComparison),
  /** Always of the whole municipality: single units have too few common cases. */
  agreement: z.array(agreement),
  /** Questions on which two levels differed, of the whole municipality as well; those that differ most first. */
  differences: z.array(difference),
  /** What the highest level would have found everywhere, of the whole municipality. */
  cascade: z.array(cascade),
  /** On which cases the estimate is silent though the level's own figures are not; null where on none. */
  estimateScope: localText.nullable(),
  /** Of the whole municipality; empty without a round to compare with. */
  drift: z.array(drift),
  sight,
  health: z.array(health),
  seriesBreaks: z.array(seriesBreak),
  /** Every question that a row above may name. */
  asked: z.array(askedQuestion),
  /** Each unit over all stages; null for those who may see only their own. */
  unitComposites: z
    .array(
      composite.extend({
        unit,
        /** Its cases in force at the comparison level; null where none were drawn. */
        drawn: z.object({ cases: count, reviewed: count }).nullable(),
      }),
    )
    .nullable(),
  /** Old files reviewed again beside the round's own cases, which no figure of these counts. */
  anchorReviews: z.array(z.object({ level: count, reviews: count })),
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
  least: 'municipality',
  summary: 'All figures of a round (ANALYSIS.json), for those who may see the whole municipality',
  params: roundParams,
  response: download('application/json'),
  errors: ['not-found', 'results-sealed', 'round-without-answers'],
})
