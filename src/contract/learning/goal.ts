import { z } from 'zod'
import { goalDoubts, goalVerdicts } from '../../core/learning/goal-judgement.ts'
import { count, localText, proportion } from '../analysis/figures.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'

const goalParams = z.object({ goal: z.uuid() })
const unit = z.object({ id: z.string(), name: z.string() })
const round = z.object({
  key: z.string(),
  title: localText,
  state: z.enum(['planned', 'open', 'closed']),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
})

/** `sample`: applicable answers of a question, cases behind a composite. */
export const aimedFigure = proportion.extend({ sample: count })
export type AimedFigureAnswer = z.output<typeof aimedFigure>

/** What is aimed at, in words: nulls are all stages, and the composite. */
export const namedAim = z.object({
  programme: z.string(),
  stage: z.object({ key: z.string(), title: localText }).nullable(),
  question: z.object({ key: z.string(), number: z.string(), text: localText }).nullable(),
})
export type NamedAim = z.output<typeof namedAim>

const judgement = z.object({
  verdict: z.enum(goalVerdicts),
  reason: z.enum(goalDoubts).nullable(),
  round,
  figure: aimedFigure.nullable(),
  /** The round is closed, and the judgement stays. */
  final: z.boolean(),
  /** Questions behind the figure: fewer than all where the round asks some otherwise than the one the goal started from. */
  questions: z.object({ shared: count, all: count }).nullable(),
})

const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('withdrawn'), reason: z.string() }),
  z.object({ state: z.literal('judged'), judgement }),
  /** The round's results are sealed; null: no such round has been made yet. */
  z.object({ state: z.literal('waiting'), round: round.nullable() }),
])
export type GoalStanding = z.output<typeof standing>

const summary = z.object({
  id: z.string(),
  unit,
  aim: namedAim,
  target: count,
  setAt: z.iso.datetime(),
  base: z.object({ round, figure: aimedFigure }),
  /** Judged at the next round, whichever it is. */
  atNext: z.boolean(),
  standing,
})
export type GoalSummary = z.output<typeof summary>

export const listGoals = defineRoute({
  method: 'GET',
  path: '/api/goals',
  permission: 'learning.read',
  summary: 'Local goals of the units within reach, each with what its round says',
  query: z.object({ unit: z.uuid().optional() }),
  response: z.object({
    units: z.array(unit),
    /** They are all of the municipality's. */
    everywhere: z.boolean(),
    /** Units the person may set goals for. */
    mayLead: z.array(z.string()),
    goals: z.array(summary),
  }),
  errors: [],
})

const goal = summary.extend({
  why: z.string().nullable(),
  setBy: z.string().nullable(),
  /** The four-box proposal it grew from, as long as the unit is shown it. */
  proposal: z.object({ id: z.string(), title: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
  /** What may be expected of the figure next time though nothing changes; null where that is not known. */
  withoutChange: z.number().nullable(),
  /** What the base round's figure is worth in independent answers; null after a census: nothing is uncertain. */
  worth: z.number().nullable(),
  /** Some of the round's cases were finished before the goal was set. */
  roundBegan: z.boolean(),
  /** The unit's goals that have been judged, this one among them. */
  judgedInUnit: count,
})
export type GoalView = z.output<typeof goal>

export const getGoal = defineRoute({
  method: 'GET',
  path: '/api/goals/:goal',
  permission: 'learning.read',
  summary: 'A local goal with its numbers and its judgement',
  params: goalParams,
  response: goal,
  errors: ['not-found'],
})

const option = z.object({
  stage: z.string().nullable(),
  question: z.string().nullable(),
  figure: aimedFigure,
  withoutChange: z.number().nullable(),
  worth: z.number().nullable(),
})
export type GoalOption = z.output<typeof option>

const basis = z.object({
  today: z.iso.date(),
  unit,
  units: z.array(unit),
  round: round.nullable(),
  /** Rounds whose results are open, the newest first. */
  rounds: z.array(round),
  programme: z.string().nullable(),
  stages: z.array(
    z.object({
      key: z.string(),
      title: localText,
      questions: z.array(z.object({ key: z.string(), number: z.string(), text: localText })),
    }),
  ),
  options: z.array(option),
  /** The shared proposal asked for; null: none, or not one of the unit's any more. */
  proposal: z.object({ id: z.string(), title: z.string(), want: z.array(z.string()) }).nullable(),
  /** Rounds already made that the goal can be judged at. */
  later: z.array(round),
})
export type GoalBasis = z.output<typeof basis>

export const getGoalBasis = defineRoute({
  method: 'GET',
  path: '/api/goals/basis',
  permission: 'goal.set',
  summary: 'What a unit’s goal can be set on: its figures in a finished round, and what they are worth',
  query: z.object({
    unit: z.uuid().optional(),
    round: plainLine.max(100).optional(),
    proposal: z.uuid().optional(),
  }),
  response: basis,
  errors: ['not-found', 'goal-unit-unknown', 'results-sealed', 'round-without-answers'],
})

/** Characters of a goal's reason. */
export const mostReason = 1000

export const setGoal = defineRoute({
  method: 'POST',
  path: '/api/goals',
  permission: 'goal.set',
  summary: 'Set a local goal; it cannot be changed, only withdrawn before it is judged',
  body: z.object({
    unit: z.uuid(),
    /** The finished round that the goal starts from. */
    base: plainLine.min(1).max(100),
    stage: plainLine.min(1).max(200).nullable(),
    question: plainLine.min(1).max(200).nullable(),
    target: z.number().int().min(1).max(100),
    /** Key of the round it is judged at; null: the next. */
    round: plainLine.min(1).max(100).nullable(),
    why: sharedText({ da: 'Begrundelsen', en: 'The reason' }).max(mostReason).nullable(),
    /** The unit's shared four-box proposal that it grew from. */
    proposal: z.uuid().nullable().default(null),
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: [
    'not-found',
    'goal-unit-unknown',
    'results-sealed',
    'round-without-answers',
    'round-not-closed',
    'goal-aim-unknown',
    'goal-no-figure',
    'goal-round-unfit',
    'goal-exists',
  ],
})

export const withdrawGoal = defineRoute({
  method: 'POST',
  path: '/api/goals/:goal/withdrawal',
  permission: 'goal.set',
  summary: 'Give up a goal with a reason, before it is judged',
  params: goalParams,
  body: z.object({ reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(1000) }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'goal-settled'],
})
