import type { CompositeResult, Interval } from '../analysis/analysis.ts'
import type { ReportContext } from './report-context.ts'

/**
 * Fewer cases have no interval in public: its width tells how the cases differ from each other, and with few cases the
 * hidden answers follow from that and the share.
 */
export const fewestForPublicInterval = 50

export interface CompositeFigures {
  readonly cases: string
  readonly share: string
  readonly baselineCases: string
  readonly baseline: string
  readonly change: string
}

/**
 * Registers a composite. Public editions carry the share in whole per cent and without its answer counts: with few hidden
 * rows per stage those would give the rows away.
 */
export function addCompositeFigures(context: ReportContext, result: CompositeResult): CompositeFigures {
  const { figures, withholding, audience } = context
  const { stage, level, unit, baseline, change } = result
  const withheld = withholding.composite(result)
  const query = `composites[stage=${stage ?? '*'},level=${level},unit=${unit ?? '*'}]`
  const path = ['composite', stage, `level-${level}`, unit] as const
  const internal = audience === 'internal'
  const whole = (share: number) => (internal ? share : wholePercent(share))
  const printed = (share: number | null) => (share === null ? null : whole(share))
  const cases = Math.min(result.cases, baseline?.cases ?? result.cases)
  const ends = (interval: Interval | null): Interval | null =>
    interval === null || (!internal && cases < fewestForPublicInterval)
      ? null
      : [whole(interval[0]), whole(interval[1])]
  const changeEnds = (interval: Interval | null): Interval | null => {
    const rounded = ends(interval)
    return rounded === null || interval === null
      ? null
      : [clearOfZero(interval[0], rounded[0]), clearOfZero(interval[1], rounded[1])]
  }
  return {
    cases: figures.count([...path, 'cases'], result.cases, query, withheld),
    share: figures.add([...path, 'share'], {
      value: printed(result.share),
      format: 'percent',
      numerator: internal ? result.numerator : null,
      denominator: internal ? result.denominator : null,
      notApplicable: internal ? result.notApplicable : null,
      interval: ends(result.interval),
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
      value: printed(baseline?.share ?? null),
      format: 'percent',
      numerator: internal ? (baseline?.numerator ?? null) : null,
      denominator: internal ? (baseline?.denominator ?? null) : null,
      notApplicable: internal ? (baseline?.notApplicable ?? null) : null,
      interval: ends(baseline?.interval ?? null),
      sample: baseline?.cases ?? null,
      query: `${query}.baseline`,
      withheld,
    }),
    change: figures.add([...path, 'change'], {
      value: printed(change?.difference ?? null),
      format: 'points',
      interval: changeEnds(change?.interval ?? null),
      sample: Math.min(result.cases, baseline?.cases ?? 0),
      query: `${query}.change`,
      withheld,
    }),
  }
}

/** 0 and 1 are kept for exactly none and all, as in print. */
function wholePercent(share: number): number {
  const percent = Math.round(Math.abs(share) * 100 + 1e-9)
  const size = Math.abs(share)
  const kept = size > 0 && size < 1 ? Math.min(99, percent) : percent
  return (Math.sign(share) * kept) / 100
}

/** A limit of a change that whole per cent would put onto 0 keeps a tenth: which side of 0 it lies on is what is read. */
function clearOfZero(limit: number, rounded: number): number {
  if (rounded !== 0 || limit === 0) return rounded
  return (Math.sign(limit) * Math.max(1, Math.round(Math.abs(limit) * 1000))) / 1000
}
