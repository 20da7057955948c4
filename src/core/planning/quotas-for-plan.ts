import type { Level, Quota, Selection, StratumBy } from '../programme/programme.ts'

/** What the programme file would have to say for a level to get as many reviews as planned. */
export type QuotaAdvice =
  | { readonly kind: 'left-out' }
  /** Within a few per cent of what the quotas gave already. */
  | { readonly kind: 'as-it-is' }
  /** No round tells how many reviews the quotas give. */
  | { readonly kind: 'not-known' }
  /** The level reviews everything there is; fewer reviews take a random selection. */
  | { readonly kind: 'random-instead' }
  /** Even one case a group is too many: the groups must become larger. */
  | { readonly kind: 'groups-too-small'; readonly factor: number }
  | {
      readonly kind: 'scaled'
      /** Planned reviews for each that the quotas gave. */
      readonly factor: number
      readonly strata: readonly StratumBy[]
      /** Months are no longer groups of their own. */
      readonly overMonths: boolean
      readonly quotas: readonly Quota[]
    }

const nearly = 0.05

export interface QuotaQuestion {
  readonly selection: Selection
  readonly planned: number
  /** Reviews that the programme's quotas gave in a round; null when there is none to go by. */
  readonly given: number | null
  /** Months of that round. */
  readonly months: number
}

export function quotasForPlan({ selection, planned, given, months }: QuotaQuestion): QuotaAdvice {
  if (planned === 0) return { kind: 'left-out' }
  if (given === null || given === 0) return { kind: 'not-known' }
  const factor = planned / given
  if (Math.abs(factor - 1) <= nearly) return { kind: 'as-it-is' }
  if (selection.kind === 'census') return factor < 1 ? { kind: 'random-instead' } : { kind: 'not-known' }
  const { strata, quotas } = selection
  if (isWholeEnough(quotas, factor))
    return { kind: 'scaled', factor, strata, overMonths: false, quotas: scaled(quotas, factor) }
  // One case a month from each group becomes one a quarter when the months are drawn as one.
  const perGroup = factor * months
  if (strata.includes('month') && months > 1 && isWholeEnough(quotas, perGroup))
    return {
      kind: 'scaled',
      factor,
      strata: strata.filter((name) => name !== 'month'),
      overMonths: true,
      quotas: scaled(quotas, perGroup),
    }
  return { kind: 'groups-too-small', factor }
}

/** Whether every quota that asks for cases still asks for nearly one or more. */
function isWholeEnough(quotas: readonly Quota[], factor: number): boolean {
  const takes = quotas.flatMap(({ take }) => (take === 'all' || take === 0 ? [] : [take]))
  return takes.length > 0 && takes.every((take) => take * factor >= 0.75)
}

function scaled(quotas: readonly Quota[], factor: number): readonly Quota[] {
  return quotas.map((quota) =>
    quota.take === 'all' || quota.take === 0
      ? quota
      : { ...quota, take: Math.max(1, Math.round(quota.take * factor)) },
  )
}

/** The level a planned one would be drawn from: the nearest below it that still reviews; undefined: the finished stages. */
export function drawnFrom(
  level: Pick<Level, 'level'>,
  plan: readonly { readonly level: number; readonly reviews: number }[],
): number | undefined {
  return plan.findLast((one) => one.level < level.level && one.reviews > 0)?.level
}

/** Strata and quotas as they would stand in the programme file (YAML; values quoted, so that none is misread). */
export function quotaLines({
  strata,
  quotas,
}: Pick<QuotaAdvice & { kind: 'scaled' }, 'strata' | 'quotas'>): string {
  const lines = quotas.map(({ where, take }) => {
    const asked = Object.entries(where ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    return asked.length === 0 ? `  - take: ${take}` : `  - { where: { ${asked.join(', ')} }, take: ${take} }`
  })
  return [`strata: [${strata.join(', ')}]`, 'quotas:', ...lines].join('\n')
}
