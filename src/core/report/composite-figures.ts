import type { CompositeResult } from '../analysis/analysis.ts'
import type { ReportContext } from './report-context.ts'

export interface CompositeFigures {
  readonly cases: string
  readonly share: string
  readonly baselineCases: string
  readonly baseline: string
  readonly change: string
}

/**
 * Registers a composite. Public editions carry the share without its answer counts: with one hidden row per stage those
 * sums would give the row away.
 */
export function addCompositeFigures(context: ReportContext, result: CompositeResult): CompositeFigures {
  const { figures, withholding, audience } = context
  const { stage, level, unit, baseline, change } = result
  const withheld = withholding.composite(result)
  const query = `composites[stage=${stage ?? '*'},level=${level},unit=${unit ?? '*'}]`
  const path = ['composite', stage, `level-${level}`, unit] as const
  const internal = audience === 'internal'
  return {
    cases: figures.count([...path, 'cases'], result.cases, query, withheld),
    share: figures.add([...path, 'share'], {
      value: result.share,
      format: 'percent',
      numerator: internal ? result.numerator : null,
      denominator: internal ? result.denominator : null,
      notApplicable: internal ? result.notApplicable : null,
      interval: result.interval,
      sample: result.cases,
      query,
      withheld,
    }),
    baselineCases: figures.count(
      [...path, 'baseline-cases'],
      baseline?.cases ?? null,
      `${query}.baseline`,
      withheld,
    ),
    baseline: figures.add([...path, 'baseline'], {
      value: baseline?.share ?? null,
      format: 'percent',
      numerator: internal ? (baseline?.numerator ?? null) : null,
      denominator: internal ? (baseline?.denominator ?? null) : null,
      notApplicable: internal ? (baseline?.notApplicable ?? null) : null,
      interval: baseline?.interval ?? null,
      sample: baseline?.cases ?? null,
      query: `${query}.baseline`,
      withheld,
    }),
    change: figures.add([...path, 'change'], {
      value: change?.difference ?? null,
      format: 'points',
      interval: change?.interval ?? null,
      sample: Math.min(result.cases, baseline?.cases ?? 0),
      query: `${query}.change`,
      withheld,
    }),
  }
}
