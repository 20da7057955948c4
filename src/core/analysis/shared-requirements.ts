import type { LocalText } from '../language/language.ts'
import type { Stage } from '../programme/programme.ts'
import type { Analysis } from './analysis.ts'
import { showsCompliance } from './compliance.ts'
import { listIncomparable } from './series.ts'

type Requirements = NonNullable<Analysis['requirements']>

/**
 * Which requirements a composite or an estimate is made of, as the end of "of the requirements …": null where they are all.
 * Composites of two rounds are made of the questions that both asked alike.
 */
export function sharedRequirementsWords({ requirements }: Pick<Analysis, 'requirements'>): LocalText | null {
  if (requirements === undefined) return null
  const { all } = requirements
  return wordsOf(requirements, { da: `${all}`, en: `${all}` })
}

/** The same of one stage's composite. */
export function sharedRequirementsOfStage(
  analysis: Pick<Analysis, 'series'>,
  stage: Stage,
): LocalText | null {
  const requirements = requirementsOfStage(analysis, stage)
  const { all } = requirements
  return wordsOf(requirements, { da: `sagstrinets ${all}`, en: `the stage’s ${all}` })
}

export function requirementsOfStage({ series }: Pick<Analysis, 'series'>, stage: Stage): Requirements {
  const incomparable = listIncomparable(series)
  const all = stage.questions.filter(showsCompliance)
  return { shared: all.filter(({ key }) => !incomparable.has(key)).length, all: all.length }
}

function wordsOf({ shared, all }: Requirements, number: LocalText): LocalText | null {
  if (shared === all) return null
  if (shared === 1)
    return {
      da: `det ene krav (af ${number.da}), som begge runder har spurgt ens om`,
      en: `the one requirement (of ${number.en}) that both rounds asked alike`,
    }
  return {
    da: `de ${shared} krav (af ${number.da}), som begge runder har spurgt ens om`,
    en: `the ${shared} requirements (of ${number.en}) that both rounds asked alike`,
  }
}
