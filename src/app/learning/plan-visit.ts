import { randomUUID } from 'node:crypto'
import type { RouteOutput } from '../../contract/frame/route.ts'
import type { listVisitChoices as choicesRoute } from '../../contract/learning/visits.ts'
import type { Problem } from '../../core/language/problem.ts'
import {
  earliestVisitDay,
  refusalOfVisitAct,
  visitState,
  type Participant,
} from '../../core/learning/visit.ts'
import { findRound, listRounds } from '../../storage/draw/round.ts'
import { getId, type PersonId, type UnitId, type VisitId } from '../../storage/ids.ts'
import { listNames } from '../../storage/learning/visit-people.ts'
import {
  findVisitHead,
  getVisit,
  insertVisit,
  savePlan,
  type VisitPlan,
} from '../../storage/learning/visit.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { openUnit } from './learning-unit.ts'
import { openVisit } from './open-visit.ts'
import { listPeopleAt } from './visit-people.ts'

export async function listVisitChoices(
  context: Context,
  unitId: UnitId,
): Promise<Result<RouteOutput<typeof choicesRoute>>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<RouteOutput<typeof choicesRoute>>> => {
      const unit = await openUnit(context, tx.reader, unitId, 'visit.lead')
      if (!unit.ok) return unit
      const reader = await tx.recordAccess({
        act: 'list-visit-people',
        subjectKind: 'unit',
        subjectId: unitId,
      })
      const rounds = await listRounds(reader)
      return done({
        today: context.today,
        unit: unit.value,
        rounds: rounds.map(({ key, titleDa, titleEn, state }) => ({
          key,
          title: { da: titleDa, en: titleEn },
          state,
        })),
        people: await listPeopleAt(context, reader, unitId),
      })
    },
  )
}

export interface PlanToWrite {
  readonly day: string
  readonly place: string | null
  readonly round: string | null
  readonly participants: readonly Participant[]
}

type Checked = Result<VisitPlan, 'not-found' | 'person-not-found' | 'participant-not-here'>

/** The round by its id, and the house's own by the names they have here: what was sent as a name counts for others only. */
async function checkPlan(
  context: Context,
  reader: PersonalReader,
  unit: UnitId,
  plan: PlanToWrite,
): Promise<Checked> {
  const round = plan.round === null ? null : await findRound(reader, plan.round)
  if (round === undefined) return refused('not-found')
  const ids = peopleIn(plan.participants)
  const names = await listNames(reader, ids)
  if (ids.some((id) => !names.has(id))) return refused('person-not-found')
  const here = new Set((await listPeopleAt(context, reader, unit)).map(({ id }) => id))
  const others = ids.filter((id) => !here.has(id)).map((id) => names.get(id) ?? '')
  if (others.length > 0) return refused('participant-not-here', others.map(notHere))
  const seen = new Set<string>()
  const participants = plan.participants.flatMap(({ person, name }): Participant[] => {
    if (person === null) return [{ person, name }]
    const id = getId<PersonId>(person)
    if (seen.has(id)) return []
    seen.add(id)
    return [{ person: id, name: names.get(id) ?? name }]
  })
  return done({ day: plan.day, place: plan.place, round: round?.id ?? null, participants })
}

function notHere(name: string): Problem {
  return {
    code: 'participant-not-here',
    text: {
      da: `${name} har ingen rolle, der kan læse om enhedens læring. Tag vedkommende af listen, eller skriv navnet under andre deltagere.`,
      en: `${name} has no role that may read of the unit’s learning. Take them off the list, or write the name under other participants.`,
    },
  }
}

function peopleIn(participants: readonly Participant[]): readonly PersonId[] {
  const ids = participants.flatMap(({ person }) => (person === null ? [] : [getId<PersonId>(person)]))
  return [...new Set(ids)]
}

/** Plans a visit and tells whoever of the house is to take part, but not who planned it. */
export async function planVisit(
  context: Context,
  unitId: UnitId,
  { follows: followed, ...plan }: PlanToWrite & { readonly follows: string | null },
): Promise<Result<{ id: VisitId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: VisitId }>> => {
    const unit = await openUnit(context, tx.reader, unitId, 'visit.lead')
    if (!unit.ok) return unit
    if (plan.day < earliestVisitDay(context.today)) return refused('visit-day-long-past')
    const follows = followed === null ? null : getId<VisitId>(followed)
    if (follows !== null) {
      const first = await findVisitHead(tx.reader, follows)
      if (first === undefined || first.unit !== unitId) return refused('not-found')
      const refusal = refusalOfVisitAct('follow-up', {
        state: visitState(first),
        day: first.day,
        today: context.today,
      })
      if (refusal !== null) return refused(refusal)
    }
    const id = getId<VisitId>(randomUUID())
    const subject = { subjectKind: 'visit', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'list-visit-people', ...subject })
    const checked = await checkPlan(context, reader, unitId, plan)
    if (!checked.ok) return checked
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'plan-visit',
      ...subject,
      detail: { unit: unitId, day: plan.day },
    })
    const by = context.actor.personId
    await insertVisit(writer, { id, unit: unitId, follows, by, at: context.now, ...checked.value })
    const to = peopleIn(checked.value.participants).filter((person) => person !== by)
    await notify(writer, { to, kind: 'visit-planned', subjectId: id })
    return done({ id })
  })
}

/** Changes the plan. Who comes new is told; who was told of another day is told again. */
export async function saveVisitPlan(
  context: Context,
  id: VisitId,
  { version, ...plan }: PlanToWrite & { readonly version: number },
): Promise<Result<{ version: number }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ version: number }>> => {
    const seen = { of: 'plan', version } as const
    const opened = await openVisit(context, tx, id, { act: 'plan', entry: 'change-visit', seen })
    if (!opened.ok) return opened
    const { reader, change } = opened.value
    const before = await getVisit(reader, id)
    // A day that stands may have come to lie that far back.
    if (before.day !== plan.day && plan.day < earliestVisitDay(context.today))
      return refused('visit-day-long-past')
    const checked = await checkPlan(context, reader, before.unit, plan)
    if (!checked.ok) return checked
    const writer = await change()
    const saved = await savePlan(writer, id, checked.value)
    const others = peopleIn(checked.value.participants).filter((each) => each !== context.actor.personId)
    const had = new Set(peopleIn(before.participants))
    const isNew = (person: PersonId) => !had.has(person)
    await notify(writer, { to: others.filter(isNew), kind: 'visit-planned', subjectId: id })
    if (before.day !== plan.day)
      await notify(writer, {
        to: others.filter((person) => !isNew(person)),
        kind: 'visit-changed',
        subjectId: id,
        once: `${saved}`,
      })
    return done({ version: saved })
  })
}
