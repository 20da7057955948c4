import type { AnswerValue } from '../../src/core/programme/programme.ts'
import type { World } from './world.ts'

interface Filter {
  readonly stage?: string | null
  readonly unit?: string | null
}

/** What each published number would be had every case been reviewed by every level. */
export interface Truth {
  readonly composite: (level: number, filter: Filter) => number
  readonly question: (level: number, stage: string, number: number, unit: string | null) => number
  readonly agreement: (
    pair: readonly [number, number],
    stage: string | null,
    number: number | null,
  ) => TrueAgreement
}

interface TrueAgreement {
  /** Share of answers where both levels found the question applicable, or both not. */
  readonly applicability: number
  /** Share of the same answers among those both levels found applicable, and Gwet's coefficient of them. */
  readonly compliance: number
  readonly ac1: number
}

interface Known {
  readonly stage: string
  readonly unit: string
  readonly answers: readonly (readonly AnswerValue[])[]
}

export function truthOf(world: World): Truth {
  const cases: Known[] = world.frame.map(({ caseId, stage, unit }) => ({
    stage,
    unit,
    answers: world.answers.get(caseId) ?? [],
  }))
  const remembered = new Map<string, number>()
  const remember = (key: string, compute: () => number): number => {
    const known = remembered.get(key) ?? compute()
    remembered.set(key, known)
    return known
  }
  const agreements = new Map<string, TrueAgreement>()
  const within = ({ stage = null, unit = null }: Filter): readonly Known[] =>
    cases.filter((one) => (stage === null || one.stage === stage) && (unit === null || one.unit === unit))
  return {
    composite: (level, filter) =>
      remember(`c ${level} ${filter.stage} ${filter.unit}`, () =>
        mean(
          within(filter).flatMap(({ answers }) => {
            const applicable = (answers[level - 1] ?? []).filter((answer) => answer !== 'na')
            return applicable.length === 0
              ? []
              : [applicable.filter((answer) => answer === 'yes').length / applicable.length]
          }),
        ),
      ),
    question: (level, stage, number, unit) =>
      remember(`q ${level} ${stage} ${number} ${unit}`, () =>
        mean(
          within({ stage, unit }).flatMap(({ answers }) => {
            const answer = answers[level - 1]?.[number]
            return answer === undefined || answer === 'na' ? [] : [answer === 'yes' ? 1 : 0]
          }),
        ),
      ),
    agreement: ([lower, upper], stage, number) => {
      const key = `a ${lower} ${upper} ${stage} ${number}`
      const found = agreements.get(key) ?? agreementOf(within({ stage }), [lower, upper], number)
      agreements.set(key, found)
      return found
    },
  }
}

function agreementOf(
  cases: readonly Known[],
  [lower, upper]: readonly [number, number],
  number: number | null,
): TrueAgreement {
  let [all, applicability, both, same, yes] = [0, 0, 0, 0, 0]
  for (const { answers } of cases)
    for (const [at, low] of (answers[lower - 1] ?? []).entries()) {
      const high = answers[upper - 1]?.[at]
      if (number !== null && at !== number) continue
      all += 1
      if ((low === 'na') === (high === 'na')) applicability += 1
      if (low === 'na' || high === 'na') continue
      both += 1
      if (low === high) same += 1
      yes += (low === 'yes' ? 1 : 0) + (high === 'yes' ? 1 : 0)
    }
  const pi = yes / (2 * both)
  const chance = 2 * pi * (1 - pi)
  return {
    applicability: applicability / all,
    compliance: same / both,
    ac1: (same / both - chance) / (1 - chance),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
