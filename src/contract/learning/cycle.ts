import { z } from 'zod'
import { cycleNexts, cycleSteps, cycleStepStates } from '../../core/learning/cycle.ts'
import { goalVerdicts } from '../../core/learning/goal-judgement.ts'
import { count, localText } from '../analysis/figures.ts'
import { defineRoute } from '../frame/route.ts'
import { visitResults } from './visit-material.ts'
import { unitParams } from './visits.ts'

const round = z.object({ key: z.string(), title: localText, periodTo: z.iso.date() })
const visit = z.object({ id: z.string(), day: z.iso.date() })

const cycle = z.object({
  today: z.iso.date(),
  unit: z.object({ id: z.string(), name: z.string() }),
  place: z.object({
    step: z.enum(cycleSteps),
    /** What to do, the first first; never empty. */
    next: z.array(z.enum(cycleNexts)),
    states: z.record(z.enum(cycleSteps), z.enum(cycleStepStates)),
  }),
  /** The newest published action plan of the municipality; null: none. */
  plan: z
    .object({
      id: z.string(),
      title: z.string(),
      label: z.string(),
      publishedOn: z.iso.date(),
      /** All its initiatives, and those that the unit owns. */
      initiatives: z.object({ all: count, own: count, running: count, done: count, late: count }),
    })
    .nullable(),
  audit: z.object({
    /** The open round, else the newest closed one. */
    round: round
      .extend({
        /** Null: it is open. */
        closedOn: z.iso.date().nullable(),
        /** The unit's reviews of all levels; what is written off is in neither. */
        submitted: count,
        drawn: count,
      })
      .nullable(),
    /** The first that is planned. */
    next: round.nullable(),
  }),
  learning: z.object({
    last: visit.nullable(),
    next: visit.nullable(),
    /** Its day has passed, and nobody has said whether it was held. */
    unnoted: visit.nullable(),
    strengths: count,
    /** Proposals in four boxes that were shared. */
    proposals: count,
  }),
  implementation: z.object({
    points: z.object({ open: count, overdue: count }),
    /** Of what the person may see; null: nothing of it. */
    findings: z
      .object({
        open: count,
        overdue: count,
        putOffLate: count,
        restored: count,
        /** A round is under way whose seal may keep some from the person. */
        sealed: z.boolean(),
      })
      .nullable(),
  }),
  evaluation: z.object({
    waiting: count,
    judged: z.array(z.object({ verdict: z.enum(goalVerdicts), goals: count })),
  }),
  may: z.object({ visit: z.boolean(), goal: z.boolean(), plan: z.boolean() }),
})
export type UnitCycle = z.output<typeof cycle>

export const getUnitCycle = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/cycle',
  permission: 'learning.read',
  summary:
    'Where a unit is in the cycle of action plan, audit, learning, implementation and evaluation, and what is next',
  params: unitParams,
  response: cycle,
  errors: ['not-found'],
})

export const getUnitFigures = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/figures',
  permission: 'learning.read',
  summary: 'What failed most at a unit in the newest closed round',
  params: unitParams,
  response: z.object({ round: round.nullable(), results: visitResults }),
  errors: ['not-found'],
})
