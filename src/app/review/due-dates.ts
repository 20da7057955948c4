import { addDays } from '../../core/calendar/days.ts'
import { listDueDays, planDueDates, usualDuePlan, type DuePlan } from '../../core/review/due-dates.ts'
import { listAbsences } from '../../storage/access/absence.ts'
import { findDraw } from '../../storage/draw/draw.ts'
import { findRound, holdRound } from '../../storage/draw/round.ts'
import type { RoundId } from '../../storage/ids.ts'
import {
  holdOpenReviews,
  listDuePlans,
  listLevelsWithoutDue,
  saveDueDates,
  saveDuePlan,
} from '../../storage/review/due-plan.ts'
import type { Database, Reader, Writer } from '../../storage/transaction.ts'
import { findLevel } from '../../core/programme/lookup.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'

interface DrawnLevel {
  readonly round: RoundId
  readonly level: number
  readonly drawnOn: string
}

/**
 * Sets the day of a level's open reviews: of those without one, or of `all`. Anchors are reviews like the others here,
 * and what comes later falls into the same weeks as what was there before.
 */
export async function setDueDates(
  reader: Reader,
  writer: Writer,
  of: DrawnLevel,
  today: string,
  all = false,
): Promise<number> {
  const plan = (await listDuePlans(reader, of.round)).get(of.level) ?? usualDuePlan
  const absences = await listAbsences(reader, today)
  const reviews = (await holdOpenReviews(reader, of)).map(({ id, assignedTo, assignedWith, dueOn }) => ({
    id,
    people: [assignedTo, assignedWith].filter((person) => person !== null),
    dueOn: all ? null : dueOn,
  }))
  const planned = planDueDates(reviews, listDueDays(of.drawnOn, plan, today), (person, day) =>
    absences.some((each) => each.person === person && each.from <= day && day <= each.until),
  )
  await saveDueDates(writer, planned)
  return planned.size
}

/**
 * Gives every open review that has no day yet one: what was drawn before days were set, and what came in for another
 * case. Nothing happens, and nothing is logged, where there are none.
 */
export async function setMissingDueDates(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let set = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const levels = await database.transaction(actor, ({ reader }) => listLevelsWithoutDue(reader))
    for (const { round, level, drawnAt } of levels)
      set += await database.transaction(actor, async (tx) => {
        const writer = await tx.recordChange({
          room: 'review',
          act: 'set-due',
          subjectKind: 'round',
          subjectId: round,
          detail: { level },
        })
        return setDueDates(writer, writer, { round, level, drawnOn: danishDay(drawnAt) }, today)
      })
  }
  return set
}

/** Those who lead the audit choose when a level is due; everything open there is planned anew. */
export async function setDuePlan(
  context: Context,
  roundKey: string,
  number: number,
  plan: DuePlan,
): Promise<Result<{ changed: number }>> {
  const granted = authorise(context, 'round.draw')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const known = await findRound(tx.reader, roundKey)
    if (known === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, known.programmeVersionId)
    if (findLevel(programme, number) === undefined) return refused('not-found')
    const round = await holdRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    if (round.state === 'closed') return refused('round-closed')
    const draw = await findDraw(tx.reader, round.id, number)
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    const drawnOn = danishDay(draw.drawnAt)
    if (addDays(drawnOn, plan.days) <= context.today) return refused('due-passed')
    const writer = await tx.recordChange({
      room: 'review',
      act: 'set-due',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { level: number, days: plan.days, spread: plan.spread },
    })
    const of = { round: round.id, level: number }
    await saveDuePlan(writer, of, plan)
    return done({ changed: await setDueDates(writer, writer, { ...of, drawnOn }, context.today, true) })
  })
}
