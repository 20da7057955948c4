import type { Draw } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import type { Language } from '../../../core/language/language.ts'
import { stratumParts } from '../../../core/draw/stratum-parts.ts'
import { formatDate } from '../../format/dates.ts'
import { localeOf } from '../../format/numbers.ts'

type Stratum = Draw['strata'][number]

export interface NamedStratum extends Stratum {
  /** The unit it lies in; undefined where the strata are not by unit. */
  readonly unit: string | undefined
  /** Everything else that tells it from others, in words; empty where the unit is all. */
  readonly rest: string
  /** The same without the stage, for tables that have a column of it. */
  readonly restWithoutStage: string
  /** How many cases the plan wants and the stratum does not have. */
  readonly short: number
}

/** Strata in words, those with too few cases first, otherwise in their order. */
export function nameStrata(
  strata: readonly Stratum[],
  stages: Round['stages'],
  language: Language,
): readonly NamedStratum[] {
  return strata
    .map((stratum): NamedStratum => {
      const parts = stratumParts(stratum.stratum)
      const words = (without: readonly string[]) =>
        parts
          .filter(({ name }) => !without.includes(name))
          .map(({ name, value }) => valueWords(name, value, stages, language))
          .join(', ')
      return {
        ...stratum,
        unit: parts.find(({ name }) => name === 'unit')?.value,
        rest: words(['unit']),
        restWithoutStage: words(['unit', 'stage']),
        short: Math.max(0, stratum.wanted - stratum.eligible),
      }
    })
    .toSorted((a, b) => b.short - a.short)
}

function valueWords(name: string, value: string, stages: Round['stages'], language: Language): string {
  if (name === 'stage') return stages.find(({ key }) => key === value)?.title[language] ?? value
  if (name === 'month' && /^\d{4}-\d{2}$/.test(value))
    return new Intl.DateTimeFormat(localeOf(language), {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${value}-01T00:00:00Z`))
  // Older cases of a newest-first selection are told apart by the day they are from before.
  if (name === 'before' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return { da: `før ${formatDate(value, 'da')}`, en: `before ${formatDate(value, 'en')}` }[language]
  return value === '' ? '–' : value
}
