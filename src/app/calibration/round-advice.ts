import type { CalibrationAdvice } from '../../contract/calibration/advice.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { advisedQuestions, calibrationAdvice } from '../../core/calibration/advice.ts'
import { byDisagreement } from '../../core/calibration/agreement.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { findRoundBefore, listHeld, type Held } from '../../storage/calibration/held.ts'
import { listConclusions, listOpenedAnswers } from '../../storage/calibration/results.ts'
import { findRound } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { countAgreement } from './count-agreement.ts'
import { readCases } from './get-calibration.ts'

/** Advice, never a condition: nothing of a round waits for a calibration. */
export async function getRoundAdvice(
  context: Context,
  key: string,
): Promise<Result<Immutable<CalibrationAdvice>>> {
  const granted = authorise(context, 'calibration.advise')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, key)
    if (round === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    const openedAt = round.openedAt ?? context.now
    const before = await findRoundBefore(tx.reader, programme.key, openedAt)
    const held = await listHeld(tx.reader, programme.key, round.closedAt ?? context.now)
    const advice = calibrationAdvice(held, { before, opened: openedAt })
    const reader = await tx.recordAccess({
      act: 'read-calibration-advice',
      subjectKind: 'round',
      subjectId: round.id,
    })
    return done({
      held: advice.kind === 'held' ? await describe(reader, advice.calibration) : null,
      whileOpen: advice.kind === 'held' && advice.whileOpen,
      furtherWhileOpen: advice.kind === 'held' ? advice.furtherWhileOpen.map(summarise) : [],
      last: advice.kind === 'held' ? null : (advice.last?.openedAt.toISOString() ?? null),
      since: before?.toISOString() ?? null,
      roundClosed: round.state === 'closed',
    })
  })
}

function summarise({ id, name, openedAt, people, levels }: Held) {
  return { id, name, openedAt: openedAt.toISOString(), people, levels }
}

async function describe(reader: PersonalReader, held: Held): Promise<Immutable<CalibrationAdvice['held']>> {
  const { id, programmeVersionId, pairs, agreeing } = held
  const { programme } = await getProgrammeVersion(reader, programmeVersionId)
  const given = await listOpenedAnswers(reader, id)
  const { cases } = countAgreement(programme, await readCases(reader, id), given)
  const conclusions = await listConclusions(reader, id)
  const questions = byDisagreement(
    cases.flatMap(({ training, questions: rows }) =>
      rows
        .filter((row) => row.agreeing < row.pairs)
        .map((row) => ({
          number: row.definition.number,
          text: row.definition.text,
          stage: getStage(programme, training.stage).title,
          pairs: row.pairs,
          agreeing: row.agreeing,
          concluded:
            conclusions.findLast(
              (each) => each.trainingCase === training.id && each.question === row.definition.key,
            )?.given != null,
        })),
    ),
  ).slice(0, advisedQuestions)
  return { ...summarise(held), pairs, agreeing, questions }
}
