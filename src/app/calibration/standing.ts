import { calibrationState, type CalibrationState } from '../../core/calibration/calibration-state.ts'
import { findCalibration, type CalibrationHead } from '../../storage/calibration/calibration.ts'
import type { CalibrationId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

export interface Standing {
  readonly head: CalibrationHead
  readonly state: CalibrationState
  readonly mayLead: boolean
}

/** A calibration that the caller may know of: they are invited and still review, they lead, or they direct the service. */
export async function findStanding(
  context: Context,
  reader: Reader,
  id: CalibrationId,
): Promise<Result<Standing, 'not-found'>> {
  const head = await findCalibration(reader, id, context.actor.personId)
  if (head === undefined) return refused('not-found')
  if (!head.invited && !reachIn(context, 'calibration.read').municipality) return refused('not-found')
  return done({
    head,
    state: calibrationState(head),
    mayLead: authorise(context, 'calibration.lead').ok,
  })
}
