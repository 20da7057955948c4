import type { Role } from '../../core/access/role.ts'
import { thoseThere } from '../../core/review/critical-handlers.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import { listHolders } from '../../storage/finding/finding-detail.ts'
import type { FindingViewer } from '../../storage/finding/visible-finding.ts'
import type { FindingId, PersonId, UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { viewerOf } from './finding-viewer.ts'

/** Somebody who may be told of findings, if they may see them. */
export interface Seer {
  readonly person: PersonId
  readonly away: boolean
  readonly viewer: FindingViewer
}

export type SeersOf = (reader: Reader, unit: UnitId, role: Role) => Promise<readonly Seer[]>

export async function listSeers(
  reader: Reader,
  of: { readonly roles: readonly Role[]; readonly unit: UnitId; readonly today: string },
): Promise<readonly Seer[]> {
  const seers: Seer[] = []
  for (const { id: person, away, grants } of await listHolders(reader, of))
    seers.push({ person, away, viewer: await viewerOf(reader, { person, roles: grants, today: of.today }) })
  return seers
}

/** The same, asked once a unit and role. */
export function rememberSeers(today: string): SeersOf {
  const known = new Map<string, readonly Seer[]>()
  return async (reader, unit, role) => {
    const key = `${unit} ${role}`
    const seers = known.get(key) ?? (await listSeers(reader, { roles: [role], unit, today }))
    known.set(key, seers)
    return seers
  }
}

/** Those who may see a finding; of those the ones who are there, where any is. Nobody is told of what is sealed to them. */
export async function whoSee(
  reader: Reader,
  finding: FindingId,
  seers: readonly Seer[],
): Promise<readonly PersonId[]> {
  const seeing: { person: PersonId; away: boolean; barred: boolean }[] = []
  for (const { person, away, viewer } of seers) {
    const head = await findFinding(reader, finding, viewer)
    if (head !== undefined) seeing.push({ person, away, barred: head.barred })
  }
  return thoseThere<PersonId>(seeing)
}
