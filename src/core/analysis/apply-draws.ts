import type { DrawFile } from '../draw/draw-file.ts'
import { listInclusions, type Inclusion } from '../draw/inclusion-probability.ts'
import type { Checked, Problem } from '../language/problem.ts'
import type { Anchor } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { caseRef, drawnPopulation, type DrawnPopulation } from './drawn-population.ts'
import { drawnSize } from './drawn-size.ts'
import type { WeightSource } from './inference.ts'

/** Answers with the weights of their draws, and where each round's and level's weights come from. */
export interface WeightedAnswers {
  readonly answers: readonly Answer[]
  /** Undefined where no draw is given, or a date decided. */
  readonly populationOf: (round: string, level: number) => DrawnPopulation | undefined
  readonly sourceOf: (round: string, level: number) => WeightSource
  /** Cases that a level's draw speaks about; undefined where no draw is given, or a date decided. */
  readonly sizeOf: (round: string, level: number) => number | undefined
  /** The cases in force of each draw of a round (`caseRef`), lowest level first, whether anybody reviewed them or not. */
  readonly drawnIn: (
    round: string,
  ) => readonly { readonly level: number; readonly cases: ReadonlySet<string> }[]
}

export interface DrawContext {
  readonly anchors?: readonly Anchor[] | undefined
  /** The finished case stages, where they are at hand: they tell which stages and units the unseen cases are of. */
  readonly frame?: readonly CaseStage[] | undefined
}

/**
 * Gives every answer 1 / the chance of its case to reach its level. Levels without a draw file keep the weights they
 * came with, and so do anchors, which nobody draws. Refused: a draw whose level below is not given, two draws of one
 * level, a case that was not drawn.
 */
export function applyDraws(
  answers: readonly Answer[],
  draws: readonly DrawFile[],
  { anchors = [], frame }: DrawContext = {},
): Checked<WeightedAnswers> {
  const undrawn = new Set(anchors.map(({ caseId, stage }) => `${caseId}\t${stage}`))
  const byLevel = new Map<string, DrawFile>()
  const problems: Problem[] = []
  for (const draw of draws) {
    const key = keyOf(draw.round, draw.level)
    if (byLevel.has(key)) problems.push(twice(draw))
    byLevel.set(key, draw)
  }
  const weights = new Map<string, ReadonlyMap<string, number>>()
  const populations = new Map<string, DrawnPopulation>()
  const sizes = new Map<string, number>()
  const withoutChance = new Set<string>()
  for (const [key, draw] of byLevel) {
    const chain = chainTo(draw, byLevel)
    if (chain === undefined) problems.push(belowMissing(draw))
    else {
      const inclusions = listInclusions(chain)
      weights.set(key, weightsOf(inclusions))
      if (inclusions.some(({ overall }) => overall === null)) withoutChance.add(key)
      else {
        populations.set(key, drawnPopulation(chain, frame))
        sizes.set(key, drawnSize(chain, inclusions))
      }
    }
  }
  const weighted: Answer[] = []
  const strangers = new Map<string, { answer: Answer; cases: Set<string> }>()
  const weightedLevels = new Set<string>()
  for (const answer of answers) {
    const key = keyOf(answer.round, answer.level)
    const ofDraw = weights.get(key)
    if (ofDraw === undefined) {
      if (answer.weight !== 1) weightedLevels.add(key)
      weighted.push(answer)
      continue
    }
    const weight = ofDraw.get(`${answer.caseId}\t${answer.stage}`)
    if (weight !== undefined) weighted.push({ ...answer, weight })
    else if (undrawn.has(`${answer.caseId}\t${answer.stage}`)) weighted.push(answer)
    else {
      const known = strangers.get(key) ?? { answer, cases: new Set() }
      known.cases.add(answer.caseId)
      strangers.set(key, known)
    }
  }
  for (const { answer, cases } of strangers.values()) problems.push(notDrawn(answer, [...cases]))
  if (problems.length > 0) return { ok: false, problems }
  const sourceOf = (round: string, level: number): WeightSource => {
    const key = keyOf(round, level)
    if (weights.has(key)) return withoutChance.has(key) ? 'none' : 'draw'
    return weightedLevels.has(key) ? 'column' : 'none'
  }
  const populationOf = (round: string, level: number) => populations.get(keyOf(round, level))
  const sizeOf = (round: string, level: number) => sizes.get(keyOf(round, level))
  const drawnIn = (round: string) =>
    draws
      .filter((draw) => draw.round === round)
      .sort((a, b) => a.level - b.level)
      .map(({ level, cases }) => ({
        level,
        cases: new Set(cases.filter(({ status }) => status === 'drawn').map(caseRef)),
      }))
  return { ok: true, value: { answers: weighted, sourceOf, populationOf, sizeOf, drawnIn } }
}

function keyOf(round: string, level: number): string {
  return `${level}\t${round}`
}

/** The draws from the lowest level up to this one; undefined where one of them is not at hand. */
function chainTo(draw: DrawFile, byLevel: ReadonlyMap<string, DrawFile>): readonly DrawFile[] | undefined {
  if (draw.from === null) return [draw]
  const below = byLevel.get(keyOf(draw.round, draw.from.level))
  if (below === undefined || below.level >= draw.level || below.frameDigest !== draw.from.frameDigest)
    return undefined
  const chain = chainTo(below, byLevel)
  return chain && [...chain, draw]
}

/** Where a date decided and no chance is known, every case counts alike: the figures are of the chosen cases only. */
function weightsOf(inclusions: readonly Inclusion[]): ReadonlyMap<string, number> {
  return new Map(
    inclusions.map(({ caseId, stage, overall }) => [
      `${caseId}\t${stage}`,
      overall === null ? 1 : 1 / overall,
    ]),
  )
}

function twice({ round, level }: DrawFile): Problem {
  return {
    code: 'draw-given-twice',
    text: {
      da: `Trækningen af niveau ${level} i runde ${round} er angivet to gange. Angiv kun den, der gælder.`,
      en: `The draw of level ${level} in round ${round} was given twice. Give only the one in force.`,
    },
  }
}

function belowMissing({ round, level, from }: DrawFile): Problem {
  return {
    code: 'draw-below-missing',
    text: {
      da: `Niveau ${level} i runde ${round} er trukket fra niveau ${from?.level}, men den trækning er ikke angivet (eller er en anden). Angiv alle niveauers trækninger.`,
      en: `Level ${level} of round ${round} was drawn from level ${from?.level}, but that draw is not given (or is another one). Give the draws of all levels.`,
    },
  }
}

function notDrawn({ round, level }: Answer, cases: readonly string[]): Problem {
  const [some, more] = [cases.slice(0, 5).join(', '), cases.length - 5]
  const rest = more > 0 ? { da: ` og ${more} til`, en: ` and ${more} more` } : { da: '', en: '' }
  return {
    code: 'answered-but-not-drawn',
    text: {
      da: `Svarene på niveau ${level} i runde ${round} har sager, som trækningen ikke har i kraft: ${some}${rest.da}. Brug trækningen efter den sidste udskiftning.`,
      en: `The answers of level ${level} in round ${round} have cases that the draw does not have in force: ${some}${rest.en}. Use the draw as it was after the last replacement.`,
    },
  }
}
