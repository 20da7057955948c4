import { z } from 'zod'
import { initiativeSources } from '../../core/learning/action-plan.ts'
import { initiativeStates } from '../../core/learning/initiative-state.ts'
import { count, localText } from '../analysis/figures.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine, sharedText } from '../frame/shared-text.ts'
import { namedAim } from './goal.ts'

const planParams = z.object({ plan: z.uuid() })

const version = z.object({
  version: count,
  label: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  initiatives: count,
})

const plan = z.object({ id: z.string(), title: z.string(), versions: z.array(version) })
export type ActionPlanSummary = z.output<typeof plan>

export const listActionPlans = defineRoute({
  method: 'GET',
  path: '/api/action-plans',
  permission: 'action-plan.read',
  summary: 'Action plans with their versions; drafts for those who write them',
  response: z.object({ mayEdit: z.boolean(), plans: z.array(plan) }),
  errors: [],
})

const owner = z.object({ kind: z.enum(['person', 'unit']), id: z.string(), name: z.string() })

const initiative = z.object({
  id: z.string(),
  title: z.string(),
  what: z.string(),
  owner,
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  source: z.enum(initiativeSources),
  reference: z.string().nullable(),
  aims: z.array(namedAim),
  state: z.enum(initiativeStates),
  /** Meant to have begun or ended by today, and has not. */
  late: z.boolean(),
  /** Null in the first version. */
  since: z.enum(['new', 'changed', 'same']).nullable(),
})
export type InitiativeRow = z.output<typeof initiative>

const view = z.object({
  id: z.string(),
  title: z.string(),
  versions: z.array(version),
  shown: version.extend({ foreword: z.string().nullable(), publishedBy: z.string().nullable() }),
  mayEdit: z.boolean(),
  initiatives: z.array(initiative),
  /** Initiatives of any version before that this one has no more, with the version that left each out. */
  leftOut: z.array(
    z.object({ id: z.string(), title: z.string(), state: z.enum(initiativeStates), label: z.string() }),
  ),
})
export type ActionPlanView = z.output<typeof view>

export const getActionPlan = defineRoute({
  method: 'GET',
  path: '/api/action-plans/:plan',
  permission: 'action-plan.read',
  summary: 'One version of an action plan, the newest published one unless another is asked for',
  params: planParams,
  query: z.object({ version: z.coerce.number().int().positive().max(10_000).optional() }),
  response: view,
  errors: ['not-found'],
})

export const addActionPlan = defineRoute({
  method: 'POST',
  path: '/api/action-plans',
  permission: 'action-plan.edit',
  summary: 'Begin an action plan with an empty draft of its first version',
  body: z.object({
    title: sharedLine({ da: 'Titlen', en: 'The title' }).min(1).max(200),
    label: sharedLine({ da: 'Versionens navn', en: 'The version’s name' }).min(1).max(40),
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: [],
})

export const addPlanDraft = defineRoute({
  method: 'POST',
  path: '/api/action-plans/:plan/drafts',
  permission: 'action-plan.edit',
  summary: 'Begin the next version as a copy of the newest',
  params: planParams,
  response: z.object({ version: count }),
  keyed: true,
  errors: ['not-found', 'plan-draft-exists', 'plan-label-taken'],
})

const draftAim = z.object({
  programme: z.string(),
  stage: z.string().nullable(),
  question: z.string().nullable(),
})
const draftInitiative = z.object({
  /** Null: a new one. */
  id: z.string().nullable(),
  title: z.string(),
  what: z.string(),
  owner: z.object({ kind: z.enum(['person', 'unit']), id: z.string() }),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  source: z.enum(initiativeSources),
  reference: z.string().nullable(),
  aims: z.array(draftAim),
})

const draft = z.object({
  id: z.string(),
  title: z.string(),
  version: count,
  label: z.string(),
  foreword: z.string().nullable(),
  /** Send it back when saving, so that nobody overwrites what they have not seen. */
  seen: count,
  initiatives: z.array(draftInitiative),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  programmes: z.array(
    z.object({
      key: z.string(),
      title: localText,
      stages: z.array(
        z.object({
          key: z.string(),
          title: localText,
          questions: z.array(z.object({ key: z.string(), number: z.string(), text: localText })),
        }),
      ),
    }),
  ),
})
export type PlanDraft = z.output<typeof draft>

export const getPlanDraft = defineRoute({
  method: 'GET',
  path: '/api/action-plans/:plan/draft',
  permission: 'action-plan.edit',
  summary: 'The draft of the next version, with what can be chosen in it',
  params: planParams,
  response: draft,
  errors: ['not-found', 'plan-no-draft'],
})

const endsAfterStart = {
  path: ['endsOn'],
  params: {
    code: 'end-before-start',
    text: { da: 'Slutdatoen ligger før startdatoen.', en: 'The end lies before the start.' },
  },
}

export const savePlanDraft = defineRoute({
  method: 'PUT',
  path: '/api/action-plans/:plan/draft',
  permission: 'action-plan.edit',
  summary: 'Save the whole draft',
  params: planParams,
  body: z.object({
    seen: z.int32().min(0),
    label: sharedLine({ da: 'Versionens navn', en: 'The version’s name' }).min(1).max(40),
    foreword: sharedText({ da: 'Indledningen', en: 'The introduction' }).max(4000).nullable(),
    initiatives: z
      .array(
        z
          .object({
            id: z.uuid().nullable(),
            title: sharedLine({ da: 'Indsatsens titel', en: 'The initiative’s title' }).min(1).max(200),
            what: sharedText({ da: 'Beskrivelsen', en: 'The description' }).min(1).max(4000),
            owner: z.object({ kind: z.enum(['person', 'unit']), id: z.uuid() }),
            startsOn: day,
            endsOn: day.nullable(),
            source: z.enum(initiativeSources),
            reference: sharedLine({ da: 'Henvisningen', en: 'The reference' }).max(400).nullable(),
            aims: z
              .array(
                z.object({
                  programme: plainLine.min(1).max(100),
                  stage: plainLine.min(1).max(200).nullable(),
                  question: plainLine.min(1).max(200).nullable(),
                }),
              )
              .max(12),
          })
          .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, endsAfterStart),
      )
      .max(60),
  }),
  response: z.object({ seen: count }),
  errors: [
    'not-found',
    'plan-no-draft',
    'plan-label-taken',
    'outdated-version',
    'initiative-owner-unknown',
    'goal-aim-unknown',
  ],
})

export const publishPlan = defineRoute({
  method: 'POST',
  path: '/api/action-plans/:plan/publication',
  permission: 'action-plan.edit',
  summary: 'Publish the draft as it was seen; from then on it never changes',
  params: planParams,
  body: z.object({ seen: z.int32().min(0) }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'plan-no-draft', 'plan-empty', 'outdated-version'],
})
