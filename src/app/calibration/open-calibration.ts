import { calibrationState, refusalOfCalibrationAct } from '../../core/calibration/calibration-state.ts'
import {
  findCalibration,
  holdCalibration,
  saveOpening,
  saveWithdrawal,
  type CalibrationHead,
} from '../../storage/calibration/calibration.ts'
import { listInvited } from '../../storage/calibration/invited.ts'
import { listAnswersToCount } from '../../storage/calibration/results.ts'
import type { CalibrationId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { countAgreement } from './count-agreement.ts'
import { readCases } from './get-calibration.ts'
import { Overtaken, againWhenOvertaken } from '../review/overtaken.ts'

/** Somebody who leads ends the answering; what is not handed in by then stays its writer's. */
export function openCalibration(context: Context, id: CalibrationId): Promise<Result<undefined>> {
  return endBy(context, id, 'open', async (reader, writer, head) => {
    const counted = await openAnswers(context, reader, writer, head, context.actor.personId)
    if (counted < 2) throw new TooFew()
  })
}

export function withdrawCalibration(
  context: Context,
  id: CalibrationId,
  reason: string,
): Promise<Result<undefined>> {
  return endBy(context, id, 'withdraw', (_reader, writer) =>
    saveWithdrawal(writer, id, { by: context.actor.personId, at: context.now, reason }),
  )
}

/** Undoes an opening that would show one person's answers alone. */
class TooFew extends Error {}

async function endBy(
  context: Context,
  id: CalibrationId,
  act: 'open' | 'withdraw',
  end: (reader: PersonalReader, writer: Writer, head: CalibrationHead) => Promise<void>,
): Promise<Result<undefined>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  try {
    return await againWhenOvertaken(() =>
      context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
        const before = await findCalibration(tx.reader, id, context.actor.personId)
        if (before === undefined) return refused('not-found')
        const refusal = refusalOfCalibrationAct(act, calibrationState(before))
        if (refusal !== null) return refused(refusal)
        const subject = { subjectKind: 'calibration', subjectId: id } as const
        const reader = await tx.recordAccess({ act: `${act}-calibration`, ...subject })
        const writer = await tx.recordChange({ room: 'calibration', act: `${act}-calibration`, ...subject })
        await holdCalibration(writer, id)
        const head = await findCalibration(reader, id, context.actor.personId)
        // Ended by somebody else while this waited: what stands now is judged anew.
        if (head === undefined || calibrationState(head) !== 'answering') throw new Overtaken()
        await end(reader, writer, head)
        return done()
      }),
    )
  } catch (error) {
    if (error instanceof TooFew) return refused('too-few-handed-in')
    throw error
  }
}

/**
 * Opens a held calibration, keeps its agreement and tells the invited; returns how many had handed something in. `by`
 * null: the last of them just did.
 */
export async function openAnswers(
  { now }: Context,
  reader: PersonalReader,
  writer: Writer,
  { id, programmeVersionId }: CalibrationHead,
  by: CalibrationHead['openedBy'],
): Promise<number> {
  const { programme } = await getProgrammeVersion(reader, programmeVersionId)
  const given = await listAnswersToCount(writer, id)
  const { people, pairs, agreeing } = countAgreement(programme, await readCases(reader, id), given)
  await saveOpening(writer, id, { by, at: now, pairs, agreeing })
  const invited = await listInvited(reader, id)
  await notify(writer, {
    to: invited.map(({ person }) => person),
    kind: 'calibration-opened',
    subjectId: id,
  })
  return people.length
}
