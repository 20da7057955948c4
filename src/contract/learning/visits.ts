import { z } from 'zod'
import { roles } from '../../core/access/role.ts'
import { agendaKinds } from '../../core/learning/agenda.ts'
import { pointOutcomes, visitStates } from '../../core/learning/visit.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine, sharedText } from '../frame/shared-text.ts'

const localText = z.object({ da: z.string(), en: z.string() })

export const unitParams = z.object({ unit: z.uuid() })
export const visitParams = z.object({ visit: z.uuid() })
const pointParams = visitParams.extend({ point: z.uuid() })

const unit = z.object({ id: z.string(), name: z.string() })

const visitRow = z.object({
  id: z.string(),
  unit,
  day: z.iso.date(),
  state: z.enum(visitStates),
  round: localText.nullable(),
  /** It follows up an earlier visit. */
  followUp: z.boolean(),
  points: z.number().int(),
  openPoints: z.number().int(),
})
export type VisitRow = z.output<typeof visitRow>

export const listLearningUnits = defineRoute({
  method: 'GET',
  path: '/api/learning/units',
  permission: 'learning.read',
  summary: 'The units whose learning the person may follow, each with its next and its last visit',
  response: z.object({
    today: z.iso.date(),
    units: z.array(
      unit.extend({ next: visitRow.nullable(), last: visitRow.nullable(), openPoints: z.number().int() }),
    ),
  }),
  errors: [],
})

export const listVisits = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/visits',
  permission: 'learning.read',
  summary: 'The learning visits of a unit, the latest day first',
  params: unitParams,
  response: z.object({
    today: z.iso.date(),
    unit,
    mayLead: z.boolean(),
    visits: z.array(visitRow),
  }),
  errors: ['not-found'],
})

export const listVisitChoices = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/visits/choices',
  permission: 'visit.lead',
  summary: 'What a visit can be planned with: rounds to follow up, and people who can take part',
  params: unitParams,
  response: z.object({
    today: z.iso.date(),
    unit,
    rounds: z.array(
      z.object({ key: z.string(), title: localText, state: z.enum(['planned', 'open', 'closed']) }),
    ),
    people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })),
  }),
  errors: ['not-found'],
})

const orNull = <S extends z.ZodString>(text: S) =>
  text.nullable().transform((written) => (written === '' ? null : written))

const participants = z
  .array(
    z.object({
      /** A person of the house; null: somebody from outside, by the name alone. */
      person: z.uuid().nullable(),
      name: sharedLine({ da: 'Deltagerens navn', en: 'The participant’s name' }).min(1).max(120),
    }),
  )
  .max(60)

const plan = z.object({
  day,
  place: orNull(sharedLine({ da: 'Stedet', en: 'The place' }).max(200)),
  /** Key of the round it follows up; null: none. */
  round: plainLine.min(1).max(100).nullable(),
  participants,
})

export const planVisit = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/visits',
  permission: 'visit.lead',
  summary: 'Plan a learning visit; participants of the house are told',
  params: unitParams,
  body: plan.extend({
    /** The visit it follows up; null: none. */
    follows: z.uuid().nullable(),
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'person-not-found', 'participant-not-here', 'visit-cancelled', 'visit-day-long-past'],
})

const agendaItem = z.object({
  kind: z.enum(agendaKinds),
  question: z.string().nullable(),
  text: z.string(),
  note: z.string(),
})
export type AgendaItemView = z.output<typeof agendaItem>

const point = z.object({
  id: z.string(),
  text: z.string(),
  who: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  version: z.number().int(),
  /** The day of the visit it comes from. */
  day: z.iso.date(),
  overdue: z.boolean(),
  outcome: z.enum(pointOutcomes).nullable(),
  outcomeNote: z.string().nullable(),
  outcomeBy: z.string().nullable(),
  outcomeAt: z.iso.datetime().nullable(),
})
export type VisitPointView = z.output<typeof point>

const visit = z.object({
  id: z.string(),
  today: z.iso.date(),
  unit,
  round: z.object({ key: z.string(), title: localText }).nullable(),
  day: z.iso.date(),
  place: z.string().nullable(),
  state: z.enum(visitStates),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  mayLead: z.boolean(),
  participants: z.array(z.object({ person: z.string().nullable(), name: z.string() })),
  planVersion: z.number().int(),
  agenda: z.array(agendaItem),
  agendaVersion: z.number().int(),
  minutes: z.string(),
  minutesVersion: z.number().int(),
  /** What the minutes said before, whoever wrote it: so many wordings. */
  earlierWordings: z.number().int(),
  points: z.array(point),
  /** What earlier visits left: still open, or settled at this one. */
  earlier: z.array(point),
  follows: z.object({ id: z.string(), day: z.iso.date() }).nullable(),
  followedBy: z.array(z.object({ id: z.string(), day: z.iso.date(), state: z.enum(visitStates) })),
})
export type VisitView = z.output<typeof visit>

export const getVisit = defineRoute({
  method: 'GET',
  path: '/api/visits/:visit',
  permission: 'learning.read',
  summary: 'A learning visit: agenda, participants, minutes and attention points',
  params: visitParams,
  response: visit,
  errors: ['not-found'],
})

const saved = z.object({ version: z.number().int() })
const version = z.int32().min(1)

export const saveVisitPlan = defineRoute({
  method: 'PUT',
  path: '/api/visits/:visit/plan',
  permission: 'visit.lead',
  summary: 'Change day, place, round or participants; refused when somebody changed them meanwhile',
  params: visitParams,
  body: plan.extend({ version }),
  response: saved,
  errors: [
    'not-found',
    'person-not-found',
    'participant-not-here',
    'visit-cancelled',
    'visit-day-long-past',
    'visit-held',
    'outdated-version',
  ],
})

export const saveVisitAgenda = defineRoute({
  method: 'PUT',
  path: '/api/visits/:visit/agenda',
  permission: 'visit.lead',
  summary: 'Save the whole agenda; refused when somebody changed it meanwhile',
  params: visitParams,
  body: z.object({
    items: z
      .array(
        z.object({
          kind: z.enum(agendaKinds),
          question: plainLine.min(1).max(100).nullable(),
          text: sharedLine({ da: 'Punktet på dagsordenen', en: 'The item of the agenda' }).min(1).max(400),
          note: sharedText({ da: 'Noten til punktet', en: 'The note of the item' }).max(2000),
        }),
      )
      .max(40),
    version,
  }),
  response: saved,
  errors: ['not-found', 'visit-cancelled', 'visit-held', 'outdated-version'],
})

export const saveVisitMinutes = defineRoute({
  method: 'PUT',
  path: '/api/visits/:visit/minutes',
  permission: 'visit.lead',
  summary: 'Save the minutes as they are written; refused when somebody wrote in them meanwhile',
  params: visitParams,
  body: z.object({ text: sharedText({ da: 'Referatet', en: 'The minutes' }).max(20_000), version }),
  response: saved,
  errors: ['not-found', 'visit-cancelled', 'outdated-version'],
})

export const closeVisit = defineRoute({
  method: 'POST',
  path: '/api/visits/:visit/closing',
  permission: 'visit.lead',
  summary: 'Note that a visit was held, or cancel it with a reason; participants are told of a cancellation',
  params: visitParams,
  body: z.discriminatedUnion('closed', [
    z.object({ closed: z.literal('held') }),
    z.object({
      closed: z.literal('cancelled'),
      reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(1000),
    }),
  ]),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'visit-cancelled', 'visit-held', 'visit-not-yet', 'visit-without-participants'],
})

const pointText = z.object({
  text: sharedLine({ da: 'Opmærksomhedspunktet', en: 'The attention point' }).min(1).max(500),
  who: orNull(sharedLine({ da: 'Hvem', en: 'Who' }).max(200)),
  dueOn: day.nullable(),
})

export const listMinutesWordings = defineRoute({
  method: 'GET',
  path: '/api/visits/:visit/minutes',
  permission: 'learning.read',
  summary: 'What the minutes of a visit said before, with who wrote it and when; the newest first',
  params: visitParams,
  response: z.object({
    /** All of them; the newest are in the list. */
    earlier: z.number().int(),
    wordings: z.array(
      z.object({
        version: z.number().int(),
        text: z.string(),
        by: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
  }),
  errors: ['not-found'],
})

export const addVisitPoint = defineRoute({
  method: 'POST',
  path: '/api/visits/:visit/points',
  permission: 'visit.lead',
  summary: 'Add an attention point: what, who and by when',
  params: visitParams,
  body: pointText,
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'visit-cancelled'],
})

export const saveVisitPoint = defineRoute({
  method: 'PUT',
  path: '/api/visits/:visit/points/:point',
  permission: 'visit.lead',
  summary: 'Change an open attention point',
  params: pointParams,
  body: pointText.extend({ version }),
  response: saved,
  errors: ['not-found', 'visit-cancelled', 'point-settled', 'outdated-version'],
})

export const settleVisitPoint = defineRoute({
  method: 'PUT',
  path: '/api/visits/:visit/points/:point/outcome',
  permission: 'visit.lead',
  summary: 'Tick off an attention point of this or an earlier visit as done or dropped, or open it again',
  params: pointParams,
  body: z.object({
    outcome: z.enum(pointOutcomes).nullable(),
    note: orNull(sharedText({ da: 'Bemærkningen', en: 'The note' }).max(1000)),
    version,
  }),
  response: saved,
  errors: ['not-found', 'visit-cancelled', 'outdated-version'],
})
