import { overdueOn } from '../finding/overdue-on.ts'
import { closedStates } from '../../core/finding/finding.ts'
import { countFindings } from '../../storage/finding/finding-list.ts'
import type { UnitId } from '../../storage/ids.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { viewerOf } from '../finding/finding-viewer.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

export interface UnitFindings {
  readonly open: number
  /** Over the day of their plan, or without a plan for too long. */
  readonly overdue: number
  /** Put off or opened again after its day had passed, whatever has become of it since. */
  readonly putOffLate: number
  readonly restored: number
}

/** A unit's findings that the seal lets the caller see, counted; null: the caller follows none but their own. */
export async function countUnitFindings(
  context: Context,
  reader: PersonalReader,
  unit: UnitId,
): Promise<UnitFindings | null> {
  const reach = reachIn(context, 'finding.read')
  const oversees = reachIn(context, 'finding.oversee').municipality
  if (!reach.municipality && reach.units.length === 0 && !oversees) return null
  const { today } = context
  const viewer = await viewerOf(reader, { ...context, person: context.actor.personId })
  const counts = await countFindings(reader, viewer, { unit })
  const overdue = await countFindings(reader, viewer, { unit, overdue: overdueOn(today) })
  const putOffLate = await countFindings(reader, viewer, { unit, putOffLate: true })
  const sum = (of: typeof counts, fits: (state: string) => boolean) =>
    of.reduce((total, { state, count }) => total + (fits(state) ? count : 0), 0)
  const closed: readonly string[] = closedStates
  return {
    open: sum(counts, (state) => !closed.includes(state)),
    overdue: sum(overdue, () => true),
    putOffLate: sum(putOffLate, () => true),
    restored: sum(counts, (state) => state === 'verified'),
  }
}
