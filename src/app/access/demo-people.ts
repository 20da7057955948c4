import type { DemoPerson } from '../../contract/access/demo-session.ts'
import { findStaffMember, listSomeOfEachRole } from '../../storage/access/staff-member.ts'
import { findId, type MunicipalityId, type PersonId } from '../../storage/ids.ts'
import type { OpenContext } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { SessionLimits } from './session-limits.ts'
import type { RandomBytes } from './session-token.ts'
import { startSession, type StartedSession } from './start-session.ts'

/** One per unit and some over, so that every role can be tried in every unit. */
const perRole = 8

/** Persons of the constructed municipality to be chosen from, a few of each role. */
export async function listDemoPeople(open: OpenContext): Promise<readonly DemoPerson[]> {
  const municipalityId = await demoMunicipality(open)
  const colleagues = await open.database.transaction({ municipalityId, personId: null }, ({ reader }) =>
    listSomeOfEachRole(reader, open.today, perRole),
  )
  const people = new Map<PersonId, DemoPerson>()
  for (const { id, name, role, unitName } of colleagues) {
    const person = people.get(id) ?? { id, name, roles: [] }
    person.roles.push({ role, unit: unitName })
    people.set(id, person)
  }
  return [...people.values()]
}

/** Becomes another person of the constructed municipality, without a password. */
export async function switchPerson(
  open: OpenContext,
  wanted: { readonly personId: string; readonly before: string | undefined },
  means: { readonly limits: SessionLimits; readonly randomBytes: RandomBytes },
): Promise<Result<StartedSession, 'person-not-found'>> {
  const municipalityId = await demoMunicipality(open)
  const personId = findId<PersonId>(wanted.personId)
  if (personId === undefined) return refused('person-not-found')
  const member = await open.database.transaction({ municipalityId, personId: null }, ({ reader }) =>
    findStaffMember(reader, personId),
  )
  if (member === undefined) return refused('person-not-found')
  const how = { act: 'switch-person', method: 'demo', before: wanted.before } as const
  return done(await startSession(open, { municipalityId, personId }, how, means))
}

async function demoMunicipality(open: OpenContext): Promise<MunicipalityId> {
  const demo = (await open.database.beforeSignIn.listMunicipalities()).find((one) => one.demo)
  // The start checks that the database holds constructed data; the switcher exists in no other.
  if (demo === undefined) throw new Error('the user switcher runs on a database without demo data')
  return demo.municipalityId
}
