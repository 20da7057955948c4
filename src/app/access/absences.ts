import type { AbsenceView } from '../../contract/access/absence.ts'
import { rolesBelow } from '../../core/access/absence-line.ts'
import { rolesWith } from '../../core/access/permissions.ts'
import { rolesOn } from '../../core/access/role.ts'
import * as absences from '../../storage/access/absence.ts'
import {
  countDueMeanwhile,
  getStaffMember,
  listStaff,
  listStaffOnly,
  type StaffMember,
} from '../../storage/access/absence-people.ts'
import { findId, type AbsenceId, type PersonId } from '../../storage/ids.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'

interface Absences {
  readonly absences: readonly AbsenceView[]
  readonly people: readonly StaffMember[]
}

/** The caller's own, and those of the people whose reviews they give out. */
export async function listAbsences(context: Context): Promise<Result<Absences>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-absences', subjectKind: 'absence' })
    const people = await listToEnter(context, reader)
    const seen = await listWithinReach(context, reader)
    const names = new Map(seen.map(({ id, name }) => [id, name]))
    const meanwhile = await countDueMeanwhile(reader, context.today)
    const found = await absences.listAbsences(reader, context.today)
    return done({
      people,
      absences: found.flatMap(({ id, person, from, until }) => {
        const name = names.get(person)
        if (name === undefined) return []
        const mine = person === context.actor.personId
        const mayTakeBack = people.some((each) => each.id === person)
        const dueMeanwhile = meanwhile.get(id) ?? 0
        return [{ id, person: { id: person, name }, from, until, mine, mayTakeBack, dueMeanwhile }]
      }),
    })
  })
}

/** Themselves first, then those whose reviews they give out. */
async function listWithinReach(context: Context, reader: PersonalReader): Promise<readonly StaffMember[]> {
  const { personId } = context.actor
  const own = await getStaffMember(reader, personId)
  const reach = reachIn(context, 'review.assign')
  if (!reach.municipality && reach.units.length === 0) return [own]
  const others = await listStaff(
    reader,
    rolesWith('review.answer'),
    context.today,
    reach.municipality ? undefined : reach.units,
  )
  return [own, ...others.filter(({ id }) => id !== personId)]
}

/** Whose absences the caller may enter and take back: their own, those below them in the line, and who leads the audit all. */
async function listToEnter(context: Context, reader: PersonalReader): Promise<readonly StaffMember[]> {
  if (reachIn(context, 'review.assign').municipality) return listWithinReach(context, reader)
  const { personId } = context.actor
  const found = new Map<PersonId, StaffMember>()
  for (const { role, unit } of rolesOn(context.roles, context.today)) {
    const below = rolesBelow(role)
    if (below.length === 0 || unit === null) continue
    for (const each of await listStaffOnly(reader, below, context.today, unit)) found.set(each.id, each)
  }
  found.delete(personId)
  const others = [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
  return [await getStaffMember(reader, personId), ...others]
}

/** Nobody is away, or back, without knowing that others said so. */
async function tell(
  context: Context,
  writer: Writer,
  absence: { readonly id: AbsenceId; readonly person: PersonId },
) {
  if (absence.person === context.actor.personId) return
  await notify(writer, {
    to: [absence.person],
    kind: 'absence-entered',
    subjectId: absence.id,
    once: context.now.toISOString(),
  })
}

export async function addAbsence(
  context: Context,
  wanted: { readonly person: string; readonly from: string; readonly until: string },
): Promise<Result<{ id: string }>> {
  const person = findId<PersonId>(wanted.person)
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'add-absence',
      subjectKind: 'person',
      subjectId: wanted.person,
    })
    const people = await listToEnter(context, reader)
    if (person === undefined || !people.some(({ id }) => id === person)) return refused('not-found')
    if (wanted.until < context.today) return refused('absence-past')
    const { from, until } = wanted
    const writer = await tx.recordChange({
      room: 'access',
      act: 'add-absence',
      subjectKind: 'person',
      subjectId: person,
      detail: { from, until },
    })
    const id = await absences.saveAbsence(writer, { person, from, until, by: context.actor.personId })
    await tell(context, writer, { id, person })
    return done({ id })
  })
}

export async function takeBackAbsence(context: Context, absence: string): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const reader = await tx.recordAccess({
      act: 'take-back-absence',
      subjectKind: 'absence',
      subjectId: absence,
    })
    const id = findId<AbsenceId>(absence)
    const held = id === undefined ? undefined : await absences.findAbsence(reader, id)
    const people = await listToEnter(context, reader)
    if (held === undefined || !people.some((each) => each.id === held.person)) return refused('not-found')
    const writer = await tx.recordChange({
      room: 'access',
      act: 'take-back-absence',
      subjectKind: 'person',
      subjectId: held.person,
      detail: { from: held.from, until: held.until },
    })
    await absences.takeBackAbsence(writer, held.id)
    await tell(context, writer, held)
    return done()
  })
}
