import type { AnswerValue } from '../../src/core/programme/programme.ts'
import type { CaseStage } from '../../src/core/registry/case-stage.ts'
import { normalFrom, randomFrom } from './random.ts'
import type { Errors, Scenario } from './scenario.ts'

/** All finished stages of a quarter, with what each level would answer about each of them. */
export interface World {
  readonly frame: readonly CaseStage[]
  /** By case id: per level from 1, the answers in the order of the stage's questions. */
  readonly answers: ReadonlyMap<string, readonly (readonly AnswerValue[])[]>
}

/**
 * Cases differ in quality, units and stages a little, questions a lot; about one answer in ten does not apply. A lower
 * level errs more on cases that are hard to read, so that errors of one case resemble each other.
 */
export function makeWorld(scenario: Scenario, seed: number, better: number): World {
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const { ease, applies, caseworkers, haste } = scenario.casework
  const frame: CaseStage[] = []
  const answers = new Map<string, readonly (readonly AnswerValue[])[]>()
  const difficulty = Array.from({ length: scenario.stages }, () =>
    Array.from({ length: scenario.questions }, () => ease + 1.1 * normal()),
  )
  const ofUnit = Array.from({ length: scenario.units }, () => 0.25 * normal())
  const ofStage = Array.from({ length: scenario.stages }, () => 0.3 * normal())
  const applicable = (question: number): number => {
    const [rarest, most] = applies
    return rarest + ((most - rarest) * question) / Math.max(1, scenario.questions - 1)
  }
  const truthOf = (stage: number, quality: number): readonly AnswerValue[] =>
    (difficulty[stage] ?? []).map((easeOf, question): AnswerValue => {
      const isApplicable = random() < applicable(question)
      const complies = random() < 1 / (1 + Math.exp(-(easeOf + quality)))
      return !isApplicable ? 'na' : complies ? 'yes' : 'no'
    })
  for (const [unit, shift] of ofUnit.entries())
    for (let caseworker = 0; caseworker < scenario.caseworkersPerUnit; caseworker++) {
      const skill = caseworkers === 0 ? 0 : caseworkers * normal()
      for (const month of ['01', '02', '03']) {
        const load = count(random, scenario.load)
        for (let n = load; n > 0; n--) {
          const lot = random()
          const stage =
            scenario.rare === undefined ? Math.floor(lot * scenario.stages) : Number(lot < scenario.rare)
          const caseId = `C${frame.length}`
          const quality =
            0.9 * normal() + shift + (ofStage[stage] ?? 0) + better + skill + haste * (load - scenario.load)
          frame.push({
            caseId,
            stage: `s${stage}`,
            unit: `U${unit}`,
            caseworker: `U${unit}-${caseworker}`,
            started: '2024-12-01',
            completed: `2025-${month}-15`,
            // From 1 for the best files to 5 for the worst.
            attributes: { risk: `${Math.min(5, Math.max(1, Math.round(3 - 1.5 * quality)))}` },
          })
          answers.set(caseId, reviewsOf(truthOf(stage, quality), scenario, random))
        }
      }
    }
  return { frame, answers }
}

/** What every level says about a file of which this is true; the last level never errs. */
export function reviewsOf(
  truth: readonly AnswerValue[],
  { errors }: Scenario,
  random: () => number,
): readonly (readonly AnswerValue[])[] {
  const murky = Math.exp(0.5 * normalFrom(random)() - 0.125)
  return [...errors.map((ofLevel) => err(truth, ofLevel, murky, random)), truth]
}

function err(
  truth: readonly AnswerValue[],
  { lenient, strict }: Errors,
  murky: number,
  random: () => number,
): readonly AnswerValue[] {
  return truth.map((answer) => {
    const [chance, applies] = [random(), random()]
    if (applies < 0.02) return answer === 'na' ? 'yes' : 'na'
    if (answer === 'no') return chance < Math.min(0.95, lenient * murky) ? 'yes' : 'no'
    return answer === 'yes' && chance < Math.min(0.95, strict * murky) ? 'no' : answer
  })
}

/** At least one, with this mean: 1 and a Poisson number (D. Knuth's product of uniforms). */
function count(random: () => number, mean: number): number {
  const limit = Math.exp(1 - mean)
  let [n, product] = [1, random()]
  while (product > limit) {
    n += 1
    product *= random()
  }
  return n
}
