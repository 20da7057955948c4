import type { LocalText } from '../language/language.ts'
import type { Analysis } from './analysis.ts'

/**
 * Which requirements a composite or an estimate is made of, as the end of "of the requirements …": null where they are all.
 * Composites of two rounds are made of the questions that both asked alike.
 */
export function sharedRequirementsWords({ requirements }: Pick<Analysis, 'requirements'>): LocalText | null {
  if (requirements === undefined || requirements.shared === requirements.all) return null
  const { shared, all } = requirements
  if (shared === 1)
    return {
      da: `det ene krav (af ${all}), som begge runder har spurgt ens om`,
      en: `the one requirement (of ${all}) that both rounds asked alike`,
    }
  return {
    da: `de ${shared} krav (af ${all}), som begge runder har spurgt ens om`,
    en: `the ${shared} requirements (of ${all}) that both rounds asked alike`,
  }
}
