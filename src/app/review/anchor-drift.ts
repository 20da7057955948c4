import type { RoundAnchors } from '../../contract/review/anchors.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { listAnchorDrift } from '../../core/analysis/anchor-drift.ts'
import { listAnchorQuestions } from '../../core/analysis/anchor-questions.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { getQuestion, getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { AnchorAnswers } from '../analysis/load-anchors.ts'

/** How a level's answers on its anchors have moved since the files were reviewed before; null without any. */
export function driftOf(
  programme: Programme,
  level: number,
  { now, earlier }: AnchorAnswers,
): Immutable<RoundAnchors>['levels'][number]['drift'] {
  const index = indexQuestions(programme)
  const atLevel = now.filter((review) => review.level === level)
  // An anchor is never given to somebody who has reviewed it.
  const nobody = () => undefined
  const [drift] = listAnchorDrift({
    now: atLevel,
    baseline: earlier,
    index,
    reviewerNow: nobody,
    reviewerBefore: nobody,
  })
  if (drift === undefined) return null
  const { change, interval, p, reason } = drift
  return {
    cases: atLevel.length,
    compared: earlier.filter((review) => review.level === level).length,
    change,
    interval: interval === null ? null : [interval[0], interval[1]],
    p,
    reason,
    questions: listAnchorQuestions(atLevel, earlier, index)
      .filter(({ stricter, milder, applicability }) => stricter + milder + applicability > 0)
      .map(({ question, stage, pairs, stricter, milder, applicability, p: mcnemar }) => {
        const { number, text } = getQuestion(programme, question)
        return {
          question,
          number,
          text,
          stage: getStage(programme, stage).title,
          pairs,
          stricter,
          milder,
          applicability,
          p: mcnemar,
        }
      }),
  }
}
