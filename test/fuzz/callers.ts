import type { Pool } from 'pg'
import type { MunicipalityId } from '../../src/storage/ids.ts'
import { permissions } from '../../src/core/access/permissions.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import type { Route } from '../../src/contract/frame/route.ts'
import { subjectOf, thingKindOf } from '../support/matrix/addresses.ts'
import type { Identities } from '../support/matrix/identities.ts'
import { namesOf } from '../support/matrix/named-objects.ts'
import { listThings, type Thing } from '../support/matrix/things.ts'
import type { Callers } from './fuzz-routes.ts'

/** Good values of what is no id, by the name of the parameter or field. */
const words: Readonly<Record<string, readonly string[]>> = {
  level: ['1', '2', '3', '4'],
  key: ['barnets-lov'],
  version: ['1', '2'],
  week: ['2026-W40', '2026-W53'],
  month: ['2026-09', '2026-13'],
  rhythm: ['week', 'month'],
  register: ['safety-plan'],
  source: ['x'],
  token: ['A'.repeat(43)],
  cpr: ['0101174000', '010117-4000'],
}

/** People of every role, and the things they work with. */
export async function openCallers(
  superPool: Pool,
  municipality: MunicipalityId,
  identities: Identities,
): Promise<Callers> {
  const things = await listThings(superPool, municipality)
  const cookies = new Map<Role, string>()
  for (const role of roles) {
    const person = identities.holders.get(role)?.[0]?.person
    if (person !== undefined) cookies.set(role, await identities.cookieOf(person))
  }
  return {
    cookieFor(route, turn) {
      if (turn % 16 === 15) return [...identities.unsigned.values()][(turn >> 4) % identities.unsigned.size]
      const able = turn % 8 === 7 ? roles : ableRoles(route)
      return cookies.get(able[turn % able.length] ?? 'administrator')
    },
    known(route, turn) {
      const subject = subjectOf(route)
      const all = subject === undefined ? [] : (things.get(thingKindOf(route, subject)) ?? [])
      const chosen = someOf(all, turn)
      const holder = identities.holders.get(ableRoles(route)[0] ?? 'administrator')?.[0]
      const names = holder === undefined ? undefined : namesOf(things, holder, 'own')
      return (field) => {
        const ofThings = chosen.flatMap(({ params }) => params[field] ?? [])
        if (ofThings.length > 0) return ofThings
        const id = names?.(field) ?? ''
        return words[field] ?? (namesAThing.has(field) ? [id] : [])
      }
    },
  }
}

const namesAThing = new Set(
  'unit person people approver responsible reviewer leaving from to review id trainingCases visit follows proposal'.split(
    ' ',
  ),
)

function ableRoles({ permission }: Route): readonly Role[] {
  if (permission === 'public' || permission === 'signed-in') return roles
  return roles.filter((role) => Object.hasOwn(permissions[permission], role))
}

/** Some thirty, spread over all of them. */
function someOf(things: readonly Thing[], turn: number): readonly Thing[] {
  const step = Math.max(1, Math.floor(things.length / 30))
  return things.filter((_, at) => at % step === turn % step).slice(0, 30)
}
