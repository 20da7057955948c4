import { reachOf } from '../../../core/access/permissions.ts'
import { listRoleGrants } from '../../../storage/access/staff-member.ts'
import type { PersonId, UnitId } from '../../../storage/ids.ts'
import type { Reader } from '../../../storage/transaction.ts'

export interface ReadableScope {
  /** Every unit's report may be read. */
  readonly everyUnit: boolean
  /** Units that the person has such a role at, by name. */
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
}

/** Whose reports a person may read on a day; undefined: nobody's. Everybody who may read one may read the municipality's. */
export async function readableScope(
  reader: Reader,
  person: PersonId,
  today: string,
): Promise<ReadableScope | undefined> {
  const grants = await listRoleGrants(reader, person)
  const { municipality, units } = reachOf(grants, 'caseflow.report', today)
  if (!municipality && units.length === 0) return undefined
  const names = new Map(
    grants.flatMap(({ unit, unitName }) => (unit === null ? [] : [[unit, unitName ?? '']])),
  )
  return {
    everyUnit: municipality,
    units: units
      .map((id) => ({ id, name: names.get(id) ?? '' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
  }
}
