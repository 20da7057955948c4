import type {
  AssignedReview,
  Assignment,
  AssignmentFilters,
  ReviewerLoad,
} from '../../contract/review/assignment.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { addDays, mondayOf } from '../../core/calendar/days.ts'
import { usualDuePlan } from '../../core/review/due-dates.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import { findRound } from '../../storage/draw/round.ts'
import type { PersonId } from '../../storage/ids.ts'
import { listDuePlans } from '../../storage/review/due-plan.ts'
import type { RoundReview } from '../../storage/review/round-review.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { chosen, readAssignmentData, type AssignmentData } from './assignment-data.ts'

const mostShown = 400

/** Who reviews what in a round, and how much each has to do. */
export async function getAssignment(
  context: Context,
  roundKey: string,
  filters: AssignmentFilters,
): Promise<Result<Immutable<Assignment>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'list-assignment',
      subjectKind: 'round',
      subjectId: round.id,
      detail: chosen(filters),
    })
    const data = await readAssignmentData(context, reader, round)
    const plans = await listDuePlans(reader, round.id)
    const draws = await listDraws(reader, round.id)
    const { programme, reviews } = data
    const inLevel = reviews.filter(
      ({ level, unitId }) =>
        (filters.level === undefined || level === filters.level) &&
        (filters.unit === undefined || unitId === filters.unit),
    )
    const shown = inLevel.filter((review) => isAsked(review, filters, data, context.today))
    const units = new Map(reviews.map(({ unitId, unit }) => [unitId, unit]))
    return done({
      round: {
        key: round.key,
        title: { da: round.titleDa, en: round.titleEn },
        closed: round.state === 'closed',
      },
      levels: programme.levels.map(({ level, title, together }) => {
        const drawnAt = draws.find((draw) => draw.level === level)?.drawnAt ?? null
        return {
          level,
          title,
          together,
          drawnOn: drawnAt === null ? null : danishDay(drawnAt),
          due: plans.get(level) ?? usualDuePlan,
        }
      }),
      units: [...units]
        .map(([id, name]) => ({ id, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
      reviewers: listReviewerLoads(context, data, inLevel, filters),
      reviews: shown.slice(0, mostShown).map((review) => toAssigned(review, data, context.today)),
      total: shown.length,
      caseIdsHidden: data.hidden,
      unassigned: reviews.filter(({ assignedTo }) => assignedTo === null).length,
      maySetDue: authorise(context, 'round.draw').ok,
    })
  })
}

function isAsked(
  review: RoundReview,
  { reviewer, state, due, review: only }: AssignmentFilters,
  data: AssignmentData,
  today: string,
): boolean {
  if (only !== undefined) return review.id === only
  const holds = reviewer === undefined || review.assignedTo === reviewer || review.assignedWith === reviewer
  const stands =
    state === undefined ||
    (state === 'unassigned'
      ? review.assignedTo === null
      : state === 'lacks-second'
        ? lacksSecond(review, data.programme)
        : review.state === state && review.assignedTo !== null)
  return holds && stands && (due === undefined || (isOpen(review) && dueIn(review.dueOn, today) === due))
}

/** A pair's second place is empty, though somebody holds the first and nothing is submitted. */
export function lacksSecond(
  {
    level,
    state,
    assignedTo,
    assignedWith,
  }: Pick<RoundReview, 'level' | 'state' | 'assignedTo' | 'assignedWith'>,
  programme: Programme,
): boolean {
  const { together, apart } = getLevel(programme, level)
  return (together || apart === true) && state !== 'submitted' && assignedTo !== null && assignedWith === null
}

function dueIn(dueOn: string | null, today: string): AssignmentFilters['due'] {
  if (dueOn === null) return undefined
  if (dueOn < today) return 'overdue'
  const monday = mondayOf(today)
  if (dueOn < addDays(monday, 7)) return 'this-week'
  return dueOn < addDays(monday, 14) ? 'next-week' : 'later'
}

function isOpen({ state }: RoundReview): boolean {
  return state !== 'submitted'
}

function toAssigned(review: RoundReview, data: AssignmentData, today: string): AssignedReview {
  const { id, caseId, stage, level, unitId, unit, state, assignedTo, assignedWith, dueOn } = review
  return {
    id,
    caseId,
    stage: getStage(data.programme, stage).title,
    level,
    unit: { id: unitId, name: unit },
    state,
    reviewers: [assignedTo, assignedWith]
      .filter((person) => person !== null)
      .map((person) => ({ id: person, name: data.nameOf(person) })),
    lacksSecond: lacksSecond(review, data.programme),
    dueOn,
    overdue: isOpen(review) && dueOn !== null && dueOn < today,
    minutes: data.forecast(assignedTo, review).minutes,
  }
}

/** Everybody who can be given reviews here, and everybody who has some; by name: the list ranks nobody. */
function listReviewerLoads(
  context: Context,
  data: AssignmentData,
  reviews: readonly RoundReview[],
  { level, unit }: AssignmentFilters,
): readonly ReviewerLoad[] {
  const levels = data.programme.levels.filter((each) => level === undefined || each.level === level)
  const able = levels
    .flatMap((each) => data.candidatesOf(each.level))
    .filter((each) => unit === undefined || each.unit === null || each.unit === unit)
  const holders = reviews.flatMap(({ assignedTo, assignedWith }) => [assignedTo, assignedWith])
  const people = new Set<PersonId>([
    ...able.map(({ person }) => person),
    ...holders.filter((id) => id !== null),
  ])
  return [...people]
    .map((person): ReviewerLoad => {
      const own = reviews.filter((each) => each.assignedTo === person || each.assignedWith === person)
      const open = own.filter(isOpen)
      const grants = levels.flatMap((each) =>
        data.reviewersOf(each.level).filter((grant) => grant.person === person),
      )
      const away = data.absences.find((absence) => absence.person === person)
      const unitOf = grants.every((grant) => grant.unit === null)
        ? null
        : (grants.find((grant) => grant.unit !== null)?.unit ?? null)
      return {
        id: person,
        name: data.nameOf(person),
        roles: [...new Set(grants.map(({ role }) => role))],
        unit: reviews.find(({ unitId }) => unitId === unitOf)?.unit ?? null,
        open: open.length,
        overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < context.today).length,
        submitted: own.length - open.length,
        minutesLeft: open.reduce((sum, each) => sum + data.forecast(person, each).minutes, 0),
        away: away === undefined ? null : { from: away.from, until: away.until },
        ended: open.some((each) => !mayStillReview(person, each, data)),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'da') || (a.id < b.id ? -1 : 1))
}

export function mayStillReview(
  person: PersonId,
  { level, unitId }: Pick<RoundReview, 'level' | 'unitId'>,
  data: Pick<AssignmentData, 'reviewersOf'>,
): boolean {
  return data
    .reviewersOf(level)
    .some((grant) => grant.person === person && (grant.unit === null || grant.unit === unitId))
}
