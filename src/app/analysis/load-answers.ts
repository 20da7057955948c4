import { listInclusions } from '../../core/draw/inclusion-probability.ts'
import type { DrawFile } from '../../core/draw/draw-file.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import type { Answer } from '../../core/review/answer.ts'
import { listSubmittedReviews } from '../../storage/analysis/submitted-review.ts'
import { listDraws, type DrawHead } from '../../storage/draw/draw.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { readDrawFile } from '../draw/level.ts'

export interface RoundAnswers {
  readonly answers: readonly Answer[]
  /** The cases behind them, as they were when the frame was frozen. */
  readonly frame: readonly CaseStage[]
}

/** A round's submitted answers, weighted by how likely its draws were to choose the case. */
export async function loadAnswers(
  reader: PersonalReader,
  round: Round,
  programme: Programme,
): Promise<RoundAnswers> {
  const weights = await loadWeights(reader, round, programme)
  const answers: Answer[] = []
  const frame = new Map<string, CaseStage>()
  for (const review of await listSubmittedReviews(reader, round.id)) {
    const { caseId, stage, unit, caseworker, level, started, completed } = review
    const weight = weights.get(weightKey(level, review))
    if (weight === undefined)
      throw new Error('a submitted review is of a case that its draw does not have in force')
    frame.set(`${caseId}\t${stage}`, { caseId, stage, unit, caseworker, started, completed, attributes: {} })
    for (const [question, answer] of Object.entries(review.answers))
      answers.push({ round: round.key, caseId, stage, unit, caseworker, level, question, answer, weight })
  }
  return { answers, frame: [...frame.values()] }
}

async function loadWeights(
  reader: PersonalReader,
  round: Round,
  programme: Programme,
): Promise<ReadonlyMap<string, number>> {
  const draws = (await listDraws(reader, round.id)).filter(({ drawnAt }) => drawnAt !== null)
  const files = new Map<DrawHead, DrawFile>()
  for (const draw of draws) files.set(draw, await readDrawFile(reader, { round, programme }, draw))
  const weights = new Map<string, number>()
  for (const draw of draws)
    for (const inclusion of listInclusions(chainOf(draw, draws, files)))
      weights.set(weightKey(draw.level, inclusion), 1 / inclusion.overall)
  return weights
}

/** The draws that lead to this one, the first level first. */
function chainOf(
  draw: DrawHead,
  draws: readonly DrawHead[],
  files: ReadonlyMap<DrawHead, DrawFile>,
): readonly DrawFile[] {
  const file = files.get(draw)
  if (file === undefined) throw new Error(`draw of level ${draw.level} was not read`)
  const below = draws.find(({ id }) => id === draw.fromDrawId)
  return below === undefined ? [file] : [...chainOf(below, draws, files), file]
}

function weightKey(
  level: number,
  { caseId, stage }: { readonly caseId: string; readonly stage: string },
): string {
  return `${level}\t${stage}\t${caseId}`
}
