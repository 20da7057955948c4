// `npm run bench -- planning` checks; `node bench/planning.ts --runs 2000` prints what plans promise and what they keep.
import { parseArgs } from 'node:util'
import { evaluatePlan } from '../src/core/planning/plan.ts'
import { plannedHours, type PlannedLevel } from '../src/core/planning/planned-width.ts'
import { qt } from '../src/core/statistics/qt.ts'
import type { Bench } from './bench.ts'
import { scenarios } from './imitation/scenario.ts'
import {
  populationOf,
  simulateRound,
  truthForPlanning,
  type PlanSizes,
  type Population,
} from './imitation/simulate-plan.ts'

const plans: readonly PlanSizes[] = [
  [693, 120, 60, 30],
  [231, 120, 0, 60],
  [0, 0, 0, 60],
]
const minutes = [30, 45, 60, 90]

interface Kept {
  readonly world: string
  readonly plan: PlanSizes
  readonly hours: number
  readonly promised: { readonly margin: number; readonly change: number }
  /** Mean half-width of the intervals, and the share of them that held the truth. */
  readonly margin: number
  readonly coverage: number
  /** Share of pairs of rounds in which a change of the promised size was found; 80 % is promised. */
  readonly power: number
}

/** The largest gap between a promised and a kept margin, in per cent. Power within 3 points is asserted beside it. */
export const bench: Bench = {
  name: 'planning',
  target: 4,
  run() {
    const kept = simulate(600, 1)
    const widths = kept.map(({ margin, promised }) => Math.abs(margin / promised.margin - 1) * 100)
    const powers = kept.map(({ power }) => Math.abs(power - 0.8) * 100)
    // Six hundred pairs leave 3.3 points of doubt (two standard errors) about a chance of 80 %.
    const missed = Math.max(...powers) > 3 + 3.3
    return Promise.resolve({
      ratio: missed ? Number.POSITIVE_INFINITY : Math.max(...widths),
      detail: `margins within ${Math.max(...widths).toFixed(1)} %, chance to find the promised change ${(100 * Math.min(...kept.map(({ power }) => power))).toFixed(0)} to ${(100 * Math.max(...kept.map(({ power }) => power))).toFixed(0)} %`,
    })
  },
}

function simulate(runs: number, seed: number): readonly Kept[] {
  return scenarios.slice(0, 3).flatMap((scenario) => {
    const population = populationOf(scenario, seed)
    return plans.map((plan) => keep(scenario.name, population, plan, runs, seed))
  })
}

function keep(world: string, population: Population, plan: PlanSizes, runs: number, seed: number): Kept {
  const { spread, r2 } = truthForPlanning(population)
  const levels = plan.map((reviews, at): PlannedLevel => ({
    level: at + 1,
    reviews,
    minutes: minutes[at] ?? 0,
    r2: r2[at] ?? 0,
  }))
  const { margin, detectableChange } = evaluatePlan(levels, { spread, population: population.length })
  if (margin === null || detectableChange === null) throw new Error('a plan that promises nothing')
  const truth = population.reduce((sum, [, , , four]) => sum + four, 0) / population.length
  let [widths, held, found] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const before = simulateRound(population, plan, seed + 2 * run)
    const now = simulateRound(population, plan, seed + 2 * run + 1)
    widths += before.margin
    held += Math.abs(before.estimate - truth) <= before.margin ? 1 : 0
    // The later round's cases are all better by what the plan promised to find.
    const difference = now.estimate + detectableChange - before.estimate
    const variance = now.standardError ** 2 + before.standardError ** 2
    const df = variance ** 2 / (now.standardError ** 4 / now.df + before.standardError ** 4 / before.df)
    found += Math.abs(difference) > qt(0.975, df) * Math.sqrt(variance) ? 1 : 0
  }
  return {
    world,
    plan,
    hours: plannedHours(levels),
    promised: { margin, change: detectableChange },
    margin: widths / runs,
    coverage: held / runs,
    power: found / runs,
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  })
  const kept = simulate(Number(values.runs), Number(values.seed))
  const points = (share: number) => (100 * share).toFixed(2)
  for (const { world, plan, hours, promised, margin, coverage, power } of kept) {
    const today = kept.find((one) => one.world === world)
    process.stdout.write(
      `${world.padEnd(24)} ${plan.join('/').padEnd(15)} ${hours.toFixed(0).padStart(4)} h  margin promised ${points(promised.margin)}, kept ${points(margin)} (${((100 * margin) / promised.margin - 100).toFixed(1)} %), covers ${(100 * coverage).toFixed(1)} %  change promised ${points(promised.change)}, found in ${(100 * power).toFixed(1)} %${today === undefined || today.plan === plan ? '' : `  against ${today.plan.join('/')}: ${(100 - (100 * hours) / today.hours).toFixed(0)} % fewer hours, ${(100 - (100 * margin) / today.margin).toFixed(0)} % narrower`}\n`,
    )
  }
}
