import type { Analysis } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'
import { plural } from '../language/plural.ts'

/** Whom the highest level's estimate is silent on, and that the comparison level's own figures are not. */
interface EstimateScope {
  readonly comparison: number
  /** Cases that the estimate speaks about, and those of the lowest level's draw that it does not; null where not known. */
  readonly population: { readonly covered: number; readonly left: number } | null
  /** Reviewed cases among those it does not speak about. */
  readonly reviewed: number
  /** Cases behind the comparison level's own composite, and those the estimate uses; null where they are the same. */
  readonly plain: { readonly cases: number; readonly used: number } | null
  readonly compared: boolean
}

export type ScopedAnalysis = Pick<
  Analysis,
  'cascade' | 'composites' | 'plan' | 'comparisonLevel' | 'baselineRound'
>

/** Null where the estimate speaks about every case, or there is none. */
function findScope(analysis: ScopedAnalysis): EstimateScope | null {
  const overall = analysis.cascade.find(({ scope }) => scope.stage === null && scope.question === null)
  if (overall?.usable !== true || overall.notCovered === 0) return null
  const { comparisonLevel: comparison } = analysis
  const lowest = overall.levels[0]?.level
  const all = analysis.plan.levels.find(({ level }) => level === lowest)?.population
  const own = analysis.composites.find(
    ({ stage, unit, level }) => stage === null && unit === null && level === comparison,
  )
  const used = overall.levels.find(({ level }) => level === comparison)?.cases
  return {
    comparison,
    population: partition(all ?? null, overall.population, overall.notCovered),
    reviewed: overall.notCovered,
    plain: own === undefined || used === undefined || used >= own.cases ? null : { cases: own.cases, used },
    compared: analysis.baselineRound !== null,
  }
}

function partition(all: number | null, population: number | null, reviewed: number) {
  if (all === null || population === null) return null
  const covered = Math.round(population)
  const left = Math.round(all) - covered
  // Weights of an uneven draw add up to its population by chance only; fewer than were seen cannot be left.
  return left < reviewed ? null : { covered, left }
}

type Count = 'covered' | 'left' | 'reviewed' | 'cases' | 'used'

/**
 * On whom the estimate is silent, in words; null where on nobody. Counts stand as `print` makes them, and are left out
 * where it is null: they may not be told.
 */
export function estimateScopeWords(
  analysis: ScopedAnalysis,
  print: ((name: Count, count: number) => string) | null,
): LocalText | null {
  const scope = findScope(analysis)
  if (scope === null) return null
  const { comparison, compared, plain } = scope
  const counts = print === null ? { da: '', en: '' } : leftWords(scope, print)
  const sizes = print === null || plain === null ? { da: '', en: '' } : plainWords(plain, print)
  const own =
    plain === null
      ? { da: '', en: '' }
      : {
          da: ` Niveau ${comparison}’s egne tal${compared ? ' og deres ændring' : ''} har disse sager med${sizes.da}, så de to slags tal er ikke af helt de samme sager.`,
          en: ` Level ${comparison}’s own figures${compared ? ' and their change' : ''} include these cases${sizes.en}, so the two kinds of figures are not of quite the same cases.`,
        }
  return {
    da: `Skønnet siger intet om de enheder og sagstrin, som et højere niveau aldrig trækker fra${counts.da}.${own.da}`,
    en: `The estimate says nothing about the units and stages that a higher level never draws from${counts.en}.${own.en}`,
  }
}

function leftWords({ population, reviewed }: EstimateScope, print: NonNullable<PrintOf>): LocalText {
  const seen = print('reviewed', reviewed)
  if (population === null)
    return {
      da: `: ${seen} ${plural('da', reviewed, 'gennemgået sag hører', 'gennemgåede sager hører')} til dem`,
      en: `: ${seen} reviewed ${plural('en', reviewed, 'case belongs', 'cases belong')} to them`,
    }
  const { covered, left } = population
  return {
    da: `: ${print('left', left)} ${plural('da', left, 'sag', 'sager')}, hvoraf ${seen} er gennemgået. Det taler om de øvrige ${print('covered', covered)}`,
    en: `: ${print('left', left)} ${plural('en', left, 'case', 'cases')}, of which ${seen} ${plural('en', reviewed, 'was', 'were')} reviewed. It speaks about the other ${print('covered', covered)}`,
  }
}

function plainWords(
  { cases, used }: NonNullable<EstimateScope['plain']>,
  print: NonNullable<PrintOf>,
): LocalText {
  return {
    da: ` (${print('cases', cases)} ${plural('da', cases, 'sag', 'sager')} mod ${print('used', used)} i skønnet)`,
    en: ` (${print('cases', cases)} ${plural('en', cases, 'case', 'cases')} against ${print('used', used)} in the estimate)`,
  }
}

type PrintOf = Parameters<typeof estimateScopeWords>[1]
