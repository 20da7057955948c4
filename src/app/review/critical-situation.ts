import type { CriticalSituation } from '../../core/review/critical-case.ts'
import {
  usualCriticalLimits,
  criticalDeadlines,
  type CriticalDeadlines,
} from '../../core/review/critical-deadlines.ts'
import { getId, type CriticalCaseId, type ProgrammeVersionId, type UnitId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { CriticalHead } from '../../storage/review/critical-case.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'

/** The id in an address whose form the contract has checked. */
export function criticalIdOf(text: string): CriticalCaseId {
  return getId<CriticalCaseId>(text)
}

type Asked = Pick<CriticalHead, 'unitId' | 'critical' | 'barred' | 'reported' | 'reportedByOthers'>

/** How the caller stands to a critical case; roles count by the day. */
export function criticalSituationOf(context: Context, head: Asked): CriticalSituation {
  const { barred, reported, reportedByOthers } = head
  return {
    state: head.critical.state,
    handles: authorise(context, 'critical.handle', { kind: 'unit', unit: head.unitId }).ok,
    barred,
    reported,
    reportedByOthers,
    leadsTheAudit: authorise(context, 'round.open').ok,
  }
}

/** Whether the case exists for the caller: within reach, or reported by themselves. */
export function maySeeCritical(context: Context, { unitId, reported }: Asked): boolean {
  return reported || authorise(context, 'critical.read', { kind: 'unit', unit: unitId }).ok
}

/** The units whose critical cases the caller sees; undefined: all. */
export function criticalUnitsOf(context: Context): readonly UnitId[] | undefined {
  const { municipality, units } = reachIn(context, 'critical.read')
  return municipality ? undefined : units
}

/** The deadlines of a clock that starts now, by the programme of the round it was reported in. */
export async function deadlinesFrom(
  reader: Reader,
  programmeVersion: ProgrammeVersionId,
  startedAt: Date,
): Promise<CriticalDeadlines> {
  const { programme } = await getProgrammeVersion(reader, programmeVersion)
  const { criticalCase = usualCriticalLimits, saturdayCounts } = programme.settings
  return criticalDeadlines(startedAt, danishDay(startedAt), criticalCase, saturdayCounts)
}
