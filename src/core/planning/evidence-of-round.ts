import type { Analysis } from '../analysis/analysis.ts'
import { findPath } from '../analysis/cascade/cascade-path.ts'
import type { Programme } from '../programme/programme.ts'
import { fewestCases, type RoundEvidence } from './round-evidence.ts'

/** Time that a level's submitted reviews took by their reviewers' own word. */
export interface MeasuredTime {
  readonly level: number
  readonly minutes: number
  readonly reviews: number
}

/** Reads a round's analysis for planning. What rests on too few cases is left out. */
export function evidenceOfRound(
  programme: Programme,
  analysis: Analysis,
  times: readonly MeasuredTime[] = [],
): RoundEvidence {
  const { plan, cascade } = analysis
  const overall = cascade.find(({ scope }) => scope.stage === null && scope.question === null)
  const typical = plan.detectableQuestion
  return {
    reference: Math.max(...plan.levels.map(({ level }) => level)),
    population: overall?.population ?? null,
    strata: countStrata(programme, analysis),
    question:
      typical === null || plan.cases < fewestCases
        ? null
        : { perCase: Math.min(1, typical.n / plan.cases), share: typical.from },
    levels: plan.levels.map(({ level, reviews, r2, pairs, spread }) => {
      const time = times.find((one) => one.level === level)
      const timed = time === undefined || time.reviews < fewestCases ? undefined : time
      const own = level === plan.level ? plan.spread : (spread ?? null)
      return {
        level,
        reviews,
        r2: pairs < fewestCases ? null : r2,
        pairs,
        spread: reviews < fewestCases ? null : own,
        minutes: timed === undefined ? null : timed.minutes / timed.reviews,
        timed: timed?.reviews ?? 0,
      }
    }),
  }
}

/** Units, stages or both, when every draw from level to level was made within them. */
function countStrata(programme: Programme, { levels, composites }: Analysis): number {
  const reviewed = levels.map(({ level }) => level)
  const found = findPath(programme, reviewed)
  if ('refusal' in found) return 1
  const reference = Math.max(...reviewed)
  const rows = composites.filter(({ level, cases }) => level === reference && cases > 0)
  const distinct = (name: 'unit' | 'stage') =>
    new Set(rows.flatMap((row) => (row[name] === null ? [] : [row[name]]))).size
  return found.path.strata.reduce((product, name) => product * Math.max(1, distinct(name)), 1)
}
