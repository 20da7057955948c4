import { isRole } from '../../core/access/role.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { fewest, forecastMinutes, mostRecent, type Forecast } from '../../core/review/forecast-minutes.ts'
import type { Place } from '../../core/review/obstacle.ts'
import { rolesWith } from '../../core/access/permissions.ts'
import { awayOn, listAbsences, type Absence } from '../../storage/access/absence.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { CaseStageId, PersonId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listHolders } from '../../storage/review/anchor-history.ts'
import { listReviewers, type AvailableReviewer } from '../../storage/review/assignment.ts'
import { listReviewerNames } from '../../storage/review/case-facts.ts'
import { listBarred } from '../../storage/review/independence.ts'
import { listPastMinutes } from '../../storage/review/past-minutes.ts'
import { listRoundReviews, type RoundReview } from '../../storage/review/round-review.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { isDrawClosed } from '../draw/anchor-secrecy.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

/** Which of those who fill a form in together; a review by one has `first` only. */
export type Slot = 'first' | 'second'

/** All that giving out a round's reviews rests on, as far as the caller's right reaches. */
export interface AssignmentData {
  readonly programme: Programme
  readonly reviews: readonly RoundReview[]
  /** `caseId` is not the case's: beside the levels' lists it would tell which reviews are anchors. */
  readonly hidden: boolean
  readonly absences: readonly Absence[]
  /** Everybody who reviews at a level today. */
  reviewersOf(level: number): readonly AvailableReviewer[]
  /**
   * Whom the caller may give reviews of a level to: whoever gives out in a unit gives to the unit's own people. Those of
   * the whole municipality are given their reviews by those who lead the audit.
   */
  candidatesOf(level: number): readonly AvailableReviewer[]
  nameOf(person: PersonId): string
  forecast(person: PersonId | null, review: Pick<RoundReview, 'level' | 'stage'>): Forecast
}

export async function readAssignmentData(
  context: Context,
  reader: PersonalReader,
  round: Round,
): Promise<AssignmentData> {
  const reach = reachIn(context, 'review.assign')
  const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  const found = await listRoundReviews(reader, round.id, reach.municipality ? undefined : reach.units)
  const hidden = await isDrawClosed(context, reader, { round, programme })
  const reviews = hidden ? withoutCaseIds(found) : found
  const byLevel = new Map<number, readonly AvailableReviewer[]>()
  for (const { level, reviewers } of programme.levels)
    byLevel.set(level, await listReviewers(reader, reviewers.filter(isRole), context.today))
  const people = [
    ...new Set([
      ...[...byLevel.values()].flatMap((all) => all.map(({ person }) => person)),
      ...reviews.flatMap(({ assignedTo, assignedWith }) => [assignedTo, assignedWith]),
    ]),
  ].filter((person) => person !== null)
  const names = new Map((await listReviewerNames(reader, people)).map(({ id, name }) => [id, name]))
  const kinds = programme.levels.flatMap(({ level }) =>
    programme.stages.map(({ key }) => ({ level, stage: key })),
  )
  const past = new Map(
    (await listPastMinutes(reader, round.id, people, kinds, { most: mostRecent, enough: fewest })).map(
      (each) => [keyOf(each.person, each.level, each.stage), each.minutes],
    ),
  )
  return {
    programme,
    reviews,
    hidden,
    absences: await listAbsences(reader, context.today),
    reviewersOf: (level) => byLevel.get(level) ?? [],
    candidatesOf: (level) =>
      (byLevel.get(level) ?? []).filter(
        ({ unit }) => reach.municipality || (unit !== null && reach.units.includes(unit)),
      ),
    nameOf: (person) => names.get(person) ?? '',
    forecast: (person, { level, stage }) =>
      forecastMinutes(
        past.get(keyOf(person, level, stage)) ?? [],
        past.get(keyOf(null, level, stage)) ?? [],
        getLevel(programme, level).minutes,
      ),
  }
}

/** A mark that is chance in the place of the case id, and nothing in the order of the case ids. */
function withoutCaseIds(reviews: readonly RoundReview[]): readonly RoundReview[] {
  const rank = ({ level, dueOn, id }: RoundReview) => `${String(level).padStart(3)} ${dueOn ?? '~'} ${id}`
  return reviews
    .map((review) => ({ ...review, caseId: `#${review.id.slice(0, 6)}` }))
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

function keyOf(person: PersonId | null, level: number, stage: string): string {
  return `${person ?? ''} ${level} ${stage}`
}

/** Finds out who is barred from each of these reviews, and says what a place in one asks of whoever takes it. */
export async function readPlaces(
  context: Context,
  reader: PersonalReader,
  reviews: readonly Omit<RoundReview, 'caseId' | 'stage' | 'unit' | 'submittedAt' | 'level'>[],
  absences: readonly Absence[],
): Promise<(review: (typeof reviews)[number], slot: Slot) => Place> {
  const barred = await listBarred(
    reader,
    reviews.map(({ caseStageId }) => caseStageId),
  )
  const leaders = await listHolders(reader, rolesWith('anchor.read'))
  const barredFrom = (id: CaseStageId, isAnchor: boolean, own: readonly (PersonId | null)[]) => {
    const all = new Set<string>([...(barred.get(id) ?? []), ...(isAnchor ? leaders : [])])
    // They hold this very review; that they have it does not bar them from it.
    for (const person of own) if (person !== null) all.delete(person)
    return all
  }
  return ({ caseStageId, unitId, isAnchor, assignedTo, assignedWith, dueOn }, slot) => ({
    unit: unitId,
    barred: barredFrom(caseStageId, isAnchor, [assignedTo, assignedWith]),
    away: awayOn(absences, dueOn === null || dueOn < context.today ? context.today : dueOn),
    holder: slot === 'first' ? assignedTo : assignedWith,
    beside: slot === 'first' ? assignedWith : assignedTo,
  })
}

/** The filters that were set, as the log keeps them. */
export function chosen(
  filters: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
