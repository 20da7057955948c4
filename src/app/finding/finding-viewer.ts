import { levelsToAwait } from '../../core/finding/finding-seal.ts'
import { reachOf as ofTable, type ReachOf } from '../../core/access/permissions.ts'
import { rolesOn, type RoleGrant } from '../../core/access/role.ts'
import { getRound } from '../../storage/draw/round.ts'
import { listRoundsForViewer, type FindingViewer } from '../../storage/finding/visible-finding.ts'
import { getId, type FindingId, type PersonId, type UnitId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import { listWaiting } from '../analysis/open-results.ts'

/** The id in an address whose form the contract has checked. */
export function findingIdOf(text: string): FindingId {
  return getId<FindingId>(text)
}

export interface WhoLooks {
  readonly person: PersonId
  readonly roles: readonly RoleGrant<UnitId>[]
  readonly today: string
  readonly reachOf?: ReachOf | undefined
}

/** What of the findings somebody may see; roles count by the day. */
export async function viewerOf(reader: Reader, who: WhoLooks): Promise<FindingViewer> {
  const { person, roles: grants, today, reachOf = ofTable } = who
  const { municipality, units } = reachOf(grants, 'finding.read', today)
  const oversees = reachOf(grants, 'finding.oversee', today).municipality
  const knowsAnchors = reachOf(grants, 'anchor.read', today).municipality
  const roles = rolesOn(grants, today).map(({ role }) => role)
  const rounds = await listRoundsForViewer(reader)
  const openRounds: FindingViewer['openRounds'][number][] = []
  for (const { id, closed, programmeVersionId, anchored } of rounds) {
    if (closed) continue
    const { programme } = await getProgrammeVersion(reader, programmeVersionId)
    const levels = levelsToAwait({ levels: programme.levels, anchored }, roles, knowsAnchors)
    if (levels === null) continue
    const resultsOpen = oversees && (await listWaiting(reader, await getRound(reader, id))).length === 0
    openRounds.push({ round: id, levels, resultsOpen })
  }
  return {
    person,
    units: municipality ? undefined : units,
    oversees,
    closedRounds: rounds.filter(({ closed }) => closed).map(({ id }) => id),
    openRounds,
  }
}
