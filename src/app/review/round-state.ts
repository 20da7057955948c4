import type { RoundState, StuckReview } from '../../contract/review/round-state.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { expectedEnd } from '../../core/review/expected-end.ts'
import { forecastMinutes } from '../../core/review/forecast-minutes.ts'
import { stuckReason } from '../../core/review/stuck.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import { findRound } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { countRound, listOpenReviews } from '../../storage/review/round-state.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** How far a round is. It says nothing of any answer, and names neither child nor person. */
export async function getRoundState(context: Context, key: string): Promise<Result<Immutable<RoundState>>> {
  const granted = authorise(context, 'round.read')
  if (!granted.ok) return granted
  const { today } = context
  return context.database.transaction(context.actor, async ({ reader }) => {
    const round = await findRound(reader, key)
    if (round === undefined) return refused('not-found')
    const [{ programme }, draws, counted] = await Promise.all([
      getProgrammeVersion(reader, round.programmeVersionId),
      listDraws(reader, round.id),
      countRound(reader, round.id),
    ])
    const { states } = counted
    const paces = new Map(counted.paces.map((pace) => [pace.level, pace]))
    const levels = programme.levels.map(({ level, title, minutes }) => {
      const drawnAt = draws.find((draw) => draw.level === level)?.drawnAt ?? null
      const drawnOn = drawnAt === null ? null : danishDay(drawnAt)
      const pace = paces.get(level)
      const remaining = states
        .filter((each) => each.level === level)
        .reduce((sum, { drawn, submitted }) => sum + drawn - submitted, 0)
      return {
        level,
        title,
        drawnOn,
        dueOn: pace?.dueOn ?? null,
        end: drawnOn === null ? null : expectedEnd(pace?.days ?? [], remaining, { drawnOn, today }),
        minutesEach: forecastMinutes([], pace?.minutes ?? [], minutes),
        days: pace?.days ?? [],
      }
    })
    const minutesOf = (level: number) => levels.find((each) => each.level === level)?.minutesEach.minutes ?? 0
    return done({
      round: {
        key: round.key,
        title: { da: round.titleDa, en: round.titleEn },
        closed: round.state === 'closed',
      },
      today,
      levels,
      counts: states.map(({ unitId, unit, minutes, ...each }) => ({
        ...each,
        unit: { id: unitId, name: unit },
        minutesUsed: minutes,
        minutesLeft: (each.drawn - each.submitted) * minutesOf(each.level),
      })),
    })
  })
}

const mostShown = 200

/** The reviews that stand still, for those who can give them to somebody else. */
export async function listStuck(
  context: Context,
  key: string,
): Promise<Result<{ readonly reviews: readonly Immutable<StuckReview>[]; readonly total: number }>> {
  const reach = reachIn(context, 'review.assign')
  if (!reach.municipality && reach.units.length === 0) return refused('not-permitted')
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, key)
    if (round === undefined) return refused('not-found')
    if (round.state === 'closed') return done({ reviews: [], total: 0 })
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    const detail = { round: key }
    const reader = await tx.recordAccess({ act: 'list-stuck', subjectKind: 'review', detail })
    const open = await listOpenReviews(reader, round.id, reach.municipality ? undefined : reach.units)
    const reviews = open.flatMap((review): Immutable<StuckReview>[] => {
      const reason = stuckReason(review, context.today)
      if (reason === null) return []
      const { id, level, caseId, unit, reviewers, lastTouchedOn, dueOn } = review
      const stage = getStage(programme, review.stage).title
      return [{ id, level, caseId, stage, unit, reviewers, reason, lastTouchedOn, dueOn }]
    })
    return done({ reviews: reviews.slice(0, mostShown), total: reviews.length })
  })
}
