import { Buffer } from 'node:buffer'
import { analyse } from '../../src/core/analysis/analyse.ts'
import { drawSample } from '../../src/core/draw/draw-sample.ts'
import type { Programme } from '../../src/core/programme/programme.ts'
import type { CaseStage } from '../../src/core/registry/case-stage.ts'
import type { Answer } from '../../src/core/review/answer.ts'
import { randomFrom } from './random.ts'
import { programmeOf, scenarios } from './scenario.ts'

/** So many caseworkers with one case of the first stage each, of whom some have one of the second too; one case of each is drawn. */
export interface UntoldStages {
  readonly caseworkers: number
  readonly withSecond: number
  /** How often a case complies. */
  readonly share: number
}

export interface UntoldCoverage {
  /** Parts of the draws whose interval of the first stage's share held the truth, and the mean width. */
  readonly without: { readonly holds: number; readonly width: number }
  readonly withFrame: { readonly holds: number; readonly width: number }
  /** Draws in which knowing less made an interval narrower. */
  readonly narrower: number
}

/** Draws and analyses so often, with and without the frame, which tells the stages that the strata do not. */
export function coverUntoldStages(world: UntoldStages, draws: number, seed: number): UntoldCoverage {
  const programme = oneLevel()
  const frame = frameOf(world)
  const random = randomFrom(seed)
  const sums = { without: { holds: 0, width: 0 }, withFrame: { holds: 0, width: 0 } }
  let narrower = 0
  for (let at = 0; at < draws; at++) {
    const complies = new Map(frame.map(({ caseId }) => [caseId, random() < world.share]))
    const first = frame.filter(({ stage }) => stage === 's0')
    const truth = first.filter(({ caseId }) => complies.get(caseId) === true).length / first.length
    const drawn = drawSample(frame, { programme, round: 'now', level: 1 }, Buffer.from(`${seed} ${at}`))
    if (!drawn.ok) throw new Error(drawn.problems[0]?.text.en)
    const answers = drawn.value.cases.map(({ caseId, stage }): Answer => ({
      round: 'now',
      caseId,
      stage,
      unit: 'U0',
      level: 1,
      question: programme.stages.find(({ key }) => key === stage)?.questions[0]?.key ?? '',
      answer: complies.get(caseId) === true ? 'yes' : 'no',
      weight: 1,
    }))
    const limits = (given: { readonly frame?: readonly CaseStage[] }): readonly [number, number] => {
      const result = analyse({ programme, round: 'now', answers, draws: [drawn.value], ...given })
      if (!result.ok) throw new Error(result.problems[0]?.text.en)
      const row = result.value.questions.find(({ stage, unit }) => stage === 's0' && unit === null)
      return row?.interval ?? [0, 1]
    }
    const [without, withFrame] = [limits({}), limits({ frame })]
    for (const [sum, [lower, upper]] of [
      [sums.without, without],
      [sums.withFrame, withFrame],
    ] as const) {
      sum.width += (upper - lower) / draws
      if (lower <= truth + 1e-12 && truth <= upper + 1e-12) sum.holds += 1 / draws
    }
    if (without[0] > withFrame[0] + 1e-12 || without[1] < withFrame[1] - 1e-12) narrower += 1
  }
  return { ...sums, narrower }
}

function frameOf({ caseworkers, withSecond }: UntoldStages): readonly CaseStage[] {
  const one = (stage: string, caseworker: number): CaseStage => ({
    caseId: `${stage}-${caseworker}`,
    stage,
    unit: 'U0',
    caseworker: `C${caseworker}`,
    started: '2024-12-01',
    completed: '2025-01-15',
    attributes: {},
  })
  return Array.from({ length: caseworkers }, (_, at) => [
    one('s0', at),
    ...(at < withSecond ? [one('s1', at)] : []),
  ]).flat()
}

/** Two stages of one question each, and a level that takes one case of each caseworker. */
function oneLevel(): Programme {
  const two = scenarios.find(({ stages }) => stages === 2)
  if (two === undefined) throw new Error('some world has two stages')
  const programme = programmeOf({ ...two, questions: 1 })
  return {
    ...programme,
    levels: programme.levels.slice(0, 1).map((level) => ({
      ...level,
      comparison: true,
      selection: { kind: 'random', strata: ['unit', 'caseworker'], quotas: [{ take: 1 }] },
    })),
  }
}
