import { rolesWith } from '../../../core/access/permissions.ts'
import type { WalkThroughParticipant } from '../../../core/caseflow/walk-through/walk-through.ts'
import type { CaseHolder } from '../../../storage/caseflow/walk-through-list.ts'
import { getId, type PersonId } from '../../../storage/ids.ts'
import { listVisitPeople } from '../../../storage/learning/visit-people.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

interface Somebody {
  readonly id: PersonId
  readonly name: string
  /** The case's caseworker. */
  readonly hasCase: boolean
}

/** Who can open the case's walk-throughs, and so take part and agree to something: its caseworker, and who leads its unit. */
export async function listWalkThroughPeople(
  { today }: Pick<Context, 'today'>,
  reader: PersonalReader,
  { unitId, caseworker }: CaseHolder,
): Promise<readonly Somebody[]> {
  const leaders = rolesWith('caseflow.walk-through').filter((role) => role !== 'caseworker')
  const people = unitId === null ? [] : await listVisitPeople(reader, unitId, today, leaders)
  const own = await reader.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('initials', '=', caseworker)
    .where('initials', '<>', '')
    .orderBy('id')
    .limit(1)
    .execute()
  const others = people.filter(({ id }) => own.every((each) => each.id !== id))
  return [
    ...own.map((each) => ({ ...each, hasCase: true })),
    ...others.map(({ id, name }) => ({ id, name, hasCase: false })),
  ]
}

/** The house's own by the names they have here; what was sent as a name counts for others only. Each once. */
export async function checkPeople(
  context: Context,
  reader: PersonalReader,
  holder: CaseHolder,
  written: readonly WalkThroughParticipant[],
): Promise<Result<readonly WalkThroughParticipant[], 'person-not-of-case'>> {
  const known = new Map<string, string>()
  for (const { id, name } of await listWalkThroughPeople(context, reader, holder)) known.set(id, name)
  const people: WalkThroughParticipant[] = []
  for (const { person, name } of written) {
    if (person === null) {
      people.push({ person, name })
      continue
    }
    const id = getId<PersonId>(person)
    const ownName = known.get(id)
    if (ownName === undefined) return refused('person-not-of-case')
    if (people.every((each) => each.person !== id)) people.push({ person: id, name: ownName })
  }
  return done(people)
}
