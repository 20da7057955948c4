import type { CalibrationSummary } from '../../contract/calibration/calibrations.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { calibrationState } from '../../core/calibration/calibration-state.ts'
import { listCalibrations as list, type CalibrationHead } from '../../storage/calibration/calibration.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

/** What the caller is invited to, or everything where they lead or direct. Names nobody. */
export async function listCalibrations(
  context: Context,
): Promise<Result<{ today: string; calibrations: readonly Immutable<CalibrationSummary>[] }>> {
  const { municipality } = reachIn(context, 'calibration.read')
  return context.database.transaction(context.actor, async ({ reader }) => {
    const heads = await list(reader, context.actor.personId, municipality)
    const calibrations: Immutable<CalibrationSummary>[] = []
    for (const head of heads) calibrations.push(await toSummary(reader, head))
    return done({ today: context.today, calibrations })
  })
}

export async function toSummary(
  reader: Reader,
  head: CalibrationHead,
): Promise<Immutable<CalibrationSummary>> {
  const { id, name, dueOn, openedAt, invited, handedIn, people, done: ready, pairs, agreeing } = head
  const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
  const state = calibrationState(head)
  return {
    id,
    name,
    state,
    programme: programme.title,
    dueOn,
    openedAt: openedAt?.toISOString() ?? null,
    invited,
    waitsForMe: state === 'answering' && invited && !handedIn,
    people,
    done: ready,
    agreement: pairs === null || agreeing === null ? null : { pairs, agreeing },
  }
}
