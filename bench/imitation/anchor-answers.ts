import type { AnswerValue } from '../../src/core/programme/programme.ts'
import type { Answer } from '../../src/core/review/answer.ts'
import { normalFrom, randomFrom } from './random.ts'
import { listAnchors, questionKey, type Scenario } from './scenario.ts'
import { reviewsOf } from './world.ts'

/** Level 2 reviews all anchors, level 3 the first so many. */
const ofLevel3 = 8

/** Both rounds' answers on the anchors: the same files, and reviewers who err as before, so that nothing drifted. */
export function listAnchorAnswers(scenario: Scenario, seed: number): readonly Answer[] {
  const random = randomFrom(seed * 7919 + 1)
  const normal = normalFrom(random)
  return listAnchors(scenario).flatMap(({ caseId, stage }, file) => {
    const quality = scenario.casework.ease + 0.9 * normal()
    const truth = Array.from({ length: scenario.questions }, (): AnswerValue =>
      random() < 0.1 ? 'na' : random() < 1 / (1 + Math.exp(-quality - 1.1 * normal())) ? 'yes' : 'no',
    )
    return ['before', 'now'].flatMap((round) =>
      [2, 3].flatMap((level) =>
        level === 3 && file >= ofLevel3
          ? []
          : (reviewsOf(truth, scenario, random)[level - 1] ?? []).map((answer, at): Answer => ({
              round,
              caseId,
              stage,
              unit: 'U0',
              level,
              question: questionKey(stage, at),
              answer,
              weight: 1,
            })),
      ),
    )
  })
}
