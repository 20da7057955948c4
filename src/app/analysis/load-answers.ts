import type { DrawFile } from '../../core/draw/draw-file.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import type { Answer } from '../../core/review/answer.ts'
import { listSubmittedReviews } from '../../storage/analysis/submitted-review.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { readDrawFile } from '../draw/level.ts'

export interface RoundAnswers {
  readonly answers: readonly Answer[]
  /** All levels drawn so far; they tell how likely each case was to be chosen. */
  readonly draws: readonly DrawFile[]
  /** The cases behind the answers, as they were when the frame was frozen. */
  readonly frame: readonly CaseStage[]
}

/** A round's submitted answers and the draws that chose their cases. */
export async function loadAnswers(
  reader: PersonalReader,
  round: Round,
  programme: Programme,
): Promise<RoundAnswers> {
  const drawn = (await listDraws(reader, round.id)).filter(({ drawnAt }) => drawnAt !== null)
  const draws: DrawFile[] = []
  for (const draw of drawn) draws.push(await readDrawFile(reader, { round, programme }, draw))
  const answers: Answer[] = []
  const frame = new Map<string, CaseStage>()
  for (const review of await listSubmittedReviews(reader, round.id)) {
    const { caseId, stage, unit, caseworker, level, started, completed } = review
    frame.set(`${caseId}\t${stage}`, { caseId, stage, unit, caseworker, started, completed, attributes: {} })
    for (const [question, answer] of Object.entries(review.answers))
      answers.push({ round: round.key, caseId, stage, unit, caseworker, level, question, answer, weight: 1 })
  }
  return { answers, draws, frame: [...frame.values()] }
}
