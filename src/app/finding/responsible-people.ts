import type { Role } from '../../core/access/role.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import { isReleased, listHolders, type FindingPerson } from '../../storage/finding/finding-detail.ts'
import type { FindingViewer } from '../../storage/finding/visible-finding.ts'
import type { FindingId, UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { viewerOf } from './finding-viewer.ts'

/** Those who do or lead a unit's casework. */
const workers = [
  'caseworker',
  'professional-coordinator',
  'department-manager',
  'area-manager',
  'unit-lawyer',
] as const satisfies readonly Role[]

/**
 * Who of a unit can be made responsible for a finding: they will see it, so they must be allowed to by then. Whoever has
 * no other way to it sees it as responsible once the round is closed or the case's feedback is released.
 */
export async function listResponsible(
  reader: Reader,
  finding: { readonly id: FindingId; readonly unitId: UnitId },
  today: string,
): Promise<readonly FindingPerson[]> {
  const holders = await listHolders(reader, { roles: workers, unit: finding.unitId, today })
  const released = await isReleased(reader, finding.id)
  // Who may see it follows from the roles, so people with the same roles are asked about once.
  const known = new Map<string, boolean>()
  const fitting: FindingPerson[] = []
  for (const holder of holders) {
    const roles = JSON.stringify(holder.grants)
    const sees = known.get(roles) ?? (await seesOrWill(reader, finding.id, holder, { today, released }))
    known.set(roles, sees)
    if (sees) fitting.push(holder)
  }
  return fitting
}

async function seesOrWill(
  reader: Reader,
  finding: FindingId,
  { id, grants }: FindingPerson,
  { today, released }: { readonly today: string; readonly released: boolean },
): Promise<boolean> {
  const viewer = await viewerOf(reader, { person: id, roles: grants, today })
  return (await findFinding(reader, finding, viewer)) !== undefined || (released && !isHeldBack(viewer))
}

/** Their own level has still to review: what is released to caseworkers is not for them. */
function isHeldBack({ openRounds }: FindingViewer): boolean {
  return openRounds.some(({ levels }) => levels.length > 0)
}
