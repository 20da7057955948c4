import { Buffer } from 'node:buffer'
import { analyse } from '../../src/core/analysis/analyse.ts'
import type { Analysis, Interval } from '../../src/core/analysis/analysis.ts'
import type { DrawFile } from '../../src/core/draw/draw-file.ts'
import { drawSample } from '../../src/core/draw/draw-sample.ts'
import type { Programme } from '../../src/core/programme/programme.ts'
import type { Answer } from '../../src/core/review/answer.ts'
import { programmeOf, type Scenario } from './scenario.ts'
import { truthOf, type Truth } from './truth.ts'
import { makeWorld, type World } from './world.ts'

/** One published interval: what it is called in the table, whether it held the truth, and how wide it is. */
export interface Scored {
  readonly what: string
  readonly holds: boolean
  readonly width: number
}

/** The whole chain once: two quarters, their draws, their reviews, the analysis, every interval against the truth. */
export function runOnce(scenario: Scenario, seed: number): readonly Scored[] {
  const programme = programmeOf(scenario)
  const worlds = { now: makeWorld(scenario, seed, 0.25), before: makeWorld(scenario, seed, 0) }
  const draws = (['now', 'before'] as const).flatMap((round) =>
    drawAll(programme, round, worlds[round], `${seed} ${round}`),
  )
  const answers = draws.flatMap((draw) =>
    reviewsOf(draw, draw.round === 'now' ? worlds.now : worlds.before, programme),
  )
  const result = analyse({ programme, round: 'now', baseline: 'before', answers, draws })
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

function reviewsOf(draw: DrawFile, world: World, programme: Programme): readonly Answer[] {
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

function score(analysis: Analysis, now: Truth, before: Truth): readonly Scored[] {
  const scored: Scored[] = []
  const add = (what: string, interval: Interval | null, truth: number): void => {
    if (interval === null || Number.isNaN(truth)) return
    const holds = truth >= interval[0] - 1e-12 && truth <= interval[1] + 1e-12
    scored.push({ what, holds, width: interval[1] - interval[0] })
  }
  for (const row of analysis.questions) {
    const number = numberOf(row.question)
    const truth = now.question(row.level, row.stage, number, row.unit)
    if (row.unit === null) {
      add(`question share, level ${row.level}`, row.interval, truth)
      add(`question share, Korn-Graubard, level ${row.level}`, row.annex?.kornGraubard ?? null, truth)
      if (row.method === 'hypergeometric') add('question share, hypergeometric only', row.interval, truth)
    } else if (row.level <= 2) add(`question share of a unit, level ${row.level}`, row.interval, truth)
    if (row.unit === null && row.change !== null)
      add(
        `question change, level ${row.level}`,
        row.change.interval,
        truth - before.question(row.level, row.stage, number, null),
      )
  }
  for (const row of analysis.composites) {
    const scope = row.unit === null ? (row.stage === null ? '' : ' of a stage') : ' of a unit'
    if (row.unit !== null && row.stage !== null) continue
    const truth = now.composite(row.level, row)
    add(`composite${scope}, level ${row.level}`, row.interval, truth)
    if (row.change !== null && row.unit === null)
      add(
        `composite change${scope}, level ${row.level}`,
        row.change.interval,
        truth - before.composite(row.level, row),
      )
  }
  for (const row of analysis.agreement) {
    const number = row.question === null ? null : numberOf(row.question)
    const scope = number !== null ? ' on a question' : row.stage === null ? '' : ' on a stage'
    const truth = now.agreement(row.pair, row.stage, number)
    add(`agreement${scope}, levels ${row.pair.join('-')}`, row.interval, truth)
  }
  for (const row of analysis.cascade) {
    const { stage, question } = row.scope
    const scope = question !== null ? 'question' : stage === null ? 'overall' : 'stage'
    if (!row.usable) continue
    const truth =
      question === null ? now.composite(4, { stage }) : now.question(4, stage ?? '', numberOf(question), null)
    add(`cascade, ${scope}`, row.interval, truth)
    add(`cascade, ${scope}: level 4 alone`, row.expertOnly.interval, truth)
  }
  for (const row of analysis.drift) {
    if (row.kind !== 'expert-corrected') continue
    const { stage } = row
    const truth = now.composite(4, { stage }) - before.composite(4, { stage })
    add(`corrected change, ${stage === null ? 'overall' : 'stage'}`, row.interval, truth)
  }
  return scored
}

function numberOf(question: string): number {
  return Number(question.split('-')[1])
}
