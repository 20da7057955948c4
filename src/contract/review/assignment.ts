import { z } from 'zod'
import { mostChosen, obstacles, stayReasons } from '../../core/review/obstacle.ts'
import { roundParams } from '../draw/rounds.ts'
import { defineRoute } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { localText } from './review.ts'

const person = z.object({ id: z.string(), name: z.string() })
const unit = z.object({ id: z.string(), name: z.string() })

const reviewer = person.extend({
  /** Role keys at the levels shown. */
  roles: z.array(z.string()),
  /** Null: reviews in the whole municipality. */
  unit: z.string().nullable(),
  open: z.number().int(),
  overdue: z.number().int(),
  submitted: z.number().int(),
  /** Minutes that the open reviews are likely to take: begun ones count whole. */
  minutesLeft: z.number(),
  /** The absence under way, or the next one. */
  away: z.object({ from: z.iso.date(), until: z.iso.date() }).nullable(),
  /** Holds open reviews but no role any more that lets them review. */
  ended: z.boolean(),
})
export type ReviewerLoad = z.output<typeof reviewer>

const assigned = z.object({
  id: z.string(),
  caseId: z.string(),
  stage: localText,
  level: z.number().int(),
  unit,
  state: z.enum(['assigned', 'in-progress', 'submitted']),
  /** One, two who fill it in together, or none. */
  reviewers: z.array(person),
  /** The level has two, and the second place is empty while somebody holds the first. */
  lacksSecond: z.boolean(),
  dueOn: z.iso.date().nullable(),
  overdue: z.boolean(),
  minutes: z.number(),
})
export type AssignedReview = z.output<typeof assigned>

const assignment = z.object({
  round: z.object({ key: z.string(), title: localText, closed: z.boolean() }),
  levels: z.array(
    z.object({
      level: z.number().int(),
      title: localText,
      /** Two fill each form in together. */
      together: z.boolean(),
      /** Null: not drawn yet. */
      drawnOn: z.iso.date().nullable(),
      due: z.object({ days: z.number().int(), spread: z.boolean() }),
    }),
  ),
  units: z.array(unit),
  reviewers: z.array(reviewer),
  reviews: z.array(assigned),
  /** How many the filters let through; `reviews` has the first 400 of them. */
  total: z.number().int(),
  /** In a round with anchors the case ids would tell them; marks stand in their place until it closes. */
  caseIdsHidden: z.boolean(),
  /** Of everything within the caller's right, whatever the filters. */
  unassigned: z.number().int(),
  /** Whether the caller may change when a level is due. */
  maySetDue: z.boolean(),
})
export type Assignment = z.output<typeof assignment>

const filters = z.object({
  level: z.coerce.number().int().optional(),
  unit: z.uuid().optional(),
  reviewer: z.uuid().optional(),
  state: z.enum(['unassigned', 'lacks-second', 'assigned', 'in-progress', 'submitted']).optional(),
  /** One review alone, where another page points at it. */
  review: z.uuid().optional(),
  due: z.enum(['overdue', 'this-week', 'next-week', 'later']).optional(),
})
export type AssignmentFilters = z.output<typeof filters>

export const getAssignment = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/assignment',
  permission: 'review.assign',
  summary: 'Who reviews what in a round, and how much each has to do',
  params: roundParams,
  query: filters,
  response: assignment,
  errors: ['not-found'],
})

const candidate = person.extend({
  open: z.number().int(),
  minutesLeft: z.number(),
  away: z.boolean(),
  /** How many of the chosen reviews they can take. */
  can: z.number().int(),
  /** Why they cannot take the others. */
  cannot: z.array(z.object({ why: z.enum(obstacles), count: z.number().int() })),
})
export type Candidate = z.output<typeof candidate>

export const listCandidates = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/candidates',
  permission: 'review.assign',
  summary: 'Who can take these reviews, with what they have to do, and why others cannot',
  params: roundParams,
  query: z.object({
    reviews: z
      .string()
      .max(37 * mostChosen)
      .regex(/^[0-9a-fA-F-]{36}(?:,[0-9a-fA-F-]{36})*$/)
      .transform((ids) => ids.split(','))
      .pipe(z.array(z.uuid()).min(1).max(mostChosen)),
    /** Whose place is to be given, where two review together; absent: the empty place, else the first. */
    from: z.uuid().optional(),
    /** `second`: the empty second place of a pair. */
    place: z.enum(['first', 'second']).optional(),
  }),
  response: z.object({ candidates: z.array(candidate) }),
  errors: ['not-found'],
})

const move = z.object({
  review: z.uuid(),
  /** Who holds the place now; null: nobody. */
  from: z.uuid().nullable(),
  /** Which empty place is filled, where nobody holds it. */
  place: z.enum(['first', 'second']).default('first'),
  /** Null: nobody. Only of two who review it, so that the other goes on alone; it needs a reason. */
  to: z.uuid().nullable(),
})
export type ReviewMove = z.output<typeof move>

export const moveReviews = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/moves',
  permission: 'review.assign',
  summary: 'Give reviews to others; those that cannot be moved stay, and why is told',
  params: roundParams,
  body: z.object({
    moves: z.array(move).min(1).max(500),
    /** Needed where somebody loses a review. */
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).max(500).nullable(),
  }),
  response: z.object({
    moved: z.number().int(),
    stayed: z.array(z.object({ review: z.string(), why: z.enum(stayReasons) })),
  }),
  keyed: true,
  errors: ['not-found', 'round-closed', 'reason-needed'],
})

const proposed = z.object({
  review: z.string(),
  caseId: z.string(),
  level: z.number().int(),
  unit: z.string(),
  from: person.nullable(),
  to: person,
  /** `unassigned`: nobody has it; `leaving`: was chosen to be relieved; `away`, `ended`: cannot do it in time or at all. */
  why: z.enum(['unassigned', 'leaving', 'away', 'ended', 'even']),
})
export type ProposedMove = z.output<typeof proposed>

export const proposeBalance = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/balance',
  permission: 'review.assign',
  summary: 'What would move if the open reviews not yet begun were spread evenly, and why',
  params: roundParams,
  query: z.object({
    level: z.coerce.number().int().optional(),
    unit: z.uuid().optional(),
    /** Somebody whose reviews are all to go to others, begun ones too. */
    leaving: z.uuid().optional(),
  }),
  response: z.object({
    moves: z.array(proposed),
    loads: z.array(person.extend({ before: z.number().int(), after: z.number().int() })),
    /** Reviews that nobody can take. */
    stuck: z.number().int(),
  }),
  errors: ['not-found', 'round-closed'],
})

export const setDuePlan = defineRoute({
  method: 'PUT',
  path: '/api/rounds/:round/levels/:level/due',
  permission: 'round.draw',
  summary: "When a level's open reviews are due",
  params: roundParams.extend({ level: z.coerce.number().int().min(1).max(99) }),
  body: z.object({ days: z.number().int().min(1).max(365), spread: z.boolean() }),
  response: z.object({ changed: z.number().int() }),
  errors: ['not-found', 'round-closed', 'not-drawn', 'due-passed'],
})
