import { Buffer } from 'node:buffer'
import { analyse } from '../../src/core/analysis/analyse.ts'
import type { DrawFile } from '../../src/core/draw/draw-file.ts'
import { drawSample } from '../../src/core/draw/draw-sample.ts'
import type { Programme } from '../../src/core/programme/programme.ts'
import type { Answer } from '../../src/core/review/answer.ts'
import { listAnchorAnswers } from './anchor-answers.ts'
import { randomFrom } from './random.ts'
import { programmeOf, type Scenario } from './scenario.ts'
import { score, type Scored } from './score.ts'
import { truthOf } from './truth.ts'
import { makeWorld, type World } from './world.ts'

/** The whole chain once: two quarters, their draws, their reviews, the analysis, every interval against the truth. */
export function runOnce(scenario: Scenario, seed: number): readonly Scored[] {
  const programme = programmeOf(scenario)
  const worlds = { now: makeWorld(scenario, seed, 0.25), before: makeWorld(scenario, seed, 0) }
  const draws = (['now', 'before'] as const).flatMap((round) =>
    drawAll(programme, round, worlds[round], `${seed} ${round}`),
  )
  const random = randomFrom(seed * 104_729 + 7)
  const late = new Set(
    (['now', 'before'] as const).flatMap((round) =>
      worlds[round].frame.flatMap(({ caseId }) =>
        scenario.late !== undefined && random() < scenario.late ? [`${round} ${caseId}`] : [],
      ),
    ),
  )
  const answers = draws
    .flatMap((draw) => answersOf(draw, draw.round === 'now' ? worlds.now : worlds.before, programme))
    .filter(({ round, caseId }) => !late.has(`${round} ${caseId}`))
  answers.push(...listAnchorAnswers(scenario, seed))
  const result = analyse({
    programme,
    round: 'now',
    baseline: 'before',
    answers,
    draws,
    // One round's frame; the other round's cases have the same ids.
    ...(scenario.tellsFrame === true ? { frame: worlds.now.frame } : {}),
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return score(result.value, truthOf(worlds.now), truthOf(worlds.before))
}

function drawAll(programme: Programme, round: string, world: World, secret: string): readonly DrawFile[] {
  const draws: DrawFile[] = []
  for (const { level } of programme.levels) {
    const from = draws.at(-1)
    const drawn = drawSample(
      world.frame,
      { programme, round, level, ...(from === undefined ? {} : { from }) },
      Buffer.from(secret),
    )
    if (!drawn.ok) throw new Error(drawn.problems[0]?.text.en)
    draws.push(drawn.value)
  }
  return draws
}

function answersOf(draw: DrawFile, world: World, programme: Programme): readonly Answer[] {
  const units = new Map(world.frame.map(({ caseId, unit }) => [caseId, unit]))
  const questions = new Map(programme.stages.map(({ key, questions }) => [key, questions]))
  return draw.cases.flatMap(({ caseId, stage }) =>
    (world.answers.get(caseId)?.[draw.level - 1] ?? []).map((answer, at): Answer => ({
      round: draw.round,
      caseId,
      stage,
      unit: units.get(caseId) ?? '',
      level: draw.level,
      question: questions.get(stage)?.[at]?.key ?? '',
      answer,
      weight: 1,
    })),
  )
}
