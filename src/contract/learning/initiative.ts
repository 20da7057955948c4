import { z } from 'zod'
import { initiativeActs, initiativeStates } from '../../core/learning/initiative-state.ts'
import { change, count, localText } from '../analysis/figures.ts'
import { day } from '../frame/day.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { initiativeSources } from '../../core/learning/action-plan.ts'
import { aimedFigure, namedAim } from './goal.ts'

const initiativeParams = z.object({ initiative: z.uuid() })

const seriesRound = z.object({
  key: z.string(),
  title: localText,
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  /** Where its cases lie to the start. */
  side: z.enum(['before', 'straddles', 'after', 'no-cases']),
  /** Rounds with the same number asked in the same way; another begins where the wording or the answer changed. */
  series: count,
  figure: aimedFigure.nullable(),
})
export type AimRound = z.output<typeof seriesRound>

const compared = z.object({
  before: z.object({ round: z.string(), figure: aimedFigure }),
  after: z.object({ round: z.string(), figure: aimedFigure }),
  /**
   * After minus before; null where a side is empty. Without a class where start or aim could have been chosen by its figures.
   */
  change: change.extend({ class: change.shape.class.nullable() }).nullable(),
  /** What could be expected after though nothing was done, had the figure been picked because it was low. */
  withoutChange: z.number().nullable(),
  /** Mean change of the questions in the same rounds that no initiative of the plan aims at. */
  others: z.object({ questions: count, difference: z.number() }).nullable(),
  /** The initiative had ended before the first case of the round after began. */
  ended: z.boolean(),
  /** Other initiatives of the plan that aim at the same and had begun by then. */
  shared: z.array(z.object({ id: z.string(), title: z.string() })),
})

const outcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-started') }),
  z.object({ state: z.literal('no-round-before') }),
  z.object({ state: z.literal('no-round-after') }),
  /** The question was asked otherwise in the two rounds. */
  z.object({ state: z.literal('asked-otherwise') }),
  z.object({ state: z.literal('compared'), compared }),
])

/** The start that was written when it came, or the one that was announced in the plan. */
const start = z.object({ kind: z.enum(['said', 'planned']), day: z.iso.date() })

const aim = z.object({
  aim: namedAim,
  /** The first version that had it, and the one that has it no more; null: the newest still has it. */
  published: z.object({ label: z.string(), on: z.iso.date(), takenOut: z.string().nullable() }),
  /** It was first published when the results of the compared round after were open. */
  addedLate: z.boolean(),
  rounds: z.array(seriesRound),
  /** Questions behind a composite's points: those that all rounds asked alike. */
  questions: z.object({ shared: count, all: count }),
  /** The start that sides and outcome are reckoned from; null while it has not started. */
  reckoned: start.nullable(),
  /** When the start was written, and the compared rounds whose results were open by then; null where none was. */
  foreknown: z.object({ writtenOn: z.iso.date(), rounds: z.array(z.string()) }).nullable(),
  outcome,
  /** The same from the other start; null where that selects the same rounds. */
  other: z.object({ start, outcome }).nullable(),
})
export type AimView = z.output<typeof aim>

const view = z.object({
  id: z.string(),
  title: z.string(),
  what: z.string(),
  plan: z.object({ id: z.string(), title: z.string(), version: count, label: z.string() }),
  /** Labels of the published versions it stands in, the oldest first. */
  labels: z.array(z.string()),
  /** The newest published version has it no more, and since which version that is so. */
  leftOut: z.boolean(),
  leftOutIn: z.string().nullable(),
  owner: z.object({ kind: z.enum(['person', 'unit']), name: z.string() }),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  source: z.enum(initiativeSources),
  reference: z.string().nullable(),
  state: z.enum(initiativeStates),
  /** The day that before and after are reckoned from, and whether it was said or is only planned. */
  start: z.object({ day: z.iso.date(), said: z.boolean() }),
  late: z.boolean(),
  acts: z.array(
    z.object({
      kind: z.enum(initiativeActs),
      /** When it happened, and when that was written. */
      day: z.iso.date(),
      writtenOn: z.iso.date(),
      note: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  /** The first day anything can be said of. */
  earliest: z.iso.date(),
  mayReport: z.array(z.enum(initiativeActs)),
  today: z.iso.date(),
  /** Null for those who may not read results. */
  figures: z
    .object({
      aims: z.array(aim),
      /** All comparisons of the plan's initiatives. */
      family: z.object({
        compared: count,
        tested: count,
        standingOut: count,
        expectedByChance: z.number(),
      }),
    })
    .nullable(),
})
export type InitiativeView = z.output<typeof view>
export type ComparedAnswer = z.output<typeof compared>

export const getInitiative = defineRoute({
  method: 'GET',
  path: '/api/initiatives/:initiative',
  permission: 'action-plan.read',
  summary:
    'An initiative: what it is, how it goes, and its figures over the finished rounds before and after its start',
  params: initiativeParams,
  response: view,
  errors: ['not-found'],
})

export const reportInitiative = defineRoute({
  method: 'POST',
  path: '/api/initiatives/:initiative/acts',
  permission: 'initiative.report',
  summary: 'Say what happened to an initiative: started, noted, done, stopped, resumed',
  params: initiativeParams,
  body: z
    .object({
      kind: z.enum(initiativeActs),
      day,
      note: sharedText({ da: 'Bemærkningen', en: 'The note' }).max(2000).nullable(),
    })
    .refine(
      ({ kind, note }) =>
        (note !== null && note !== '') || (kind !== 'stopped' && kind !== 'noted' && kind !== 'resumed'),
      {
        path: ['note'],
        params: {
          code: 'note-needed',
          text: { da: 'Skriv hvorfor eller hvordan det går.', en: 'Write why, or how it goes.' },
        },
      },
    ),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'initiative-not-published',
    'initiative-not-now',
    'initiative-day-ahead',
    'initiative-day-before-plan',
    'initiative-day-back',
  ],
})
