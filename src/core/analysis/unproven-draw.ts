import type { LocalText } from '../language/language.ts'
import type { WeightSource } from './inference.ts'

interface Drawn {
  readonly level: number
  readonly weights: WeightSource
  readonly generalises: boolean
  readonly baselineWeights?: WeightSource
}

/**
 * What to say beside figures whose cases no draw file accounts for: intervals and tests are those of a lot. Null where
 * every level's draw is at hand. Levels that a date chose are told of by `chosenCasesWords`.
 */
export function unprovenDrawWords(levels: readonly Drawn[]): LocalText | null {
  const unproven = levels.filter(({ weights, generalises }) => weights !== 'draw' && generalises)
  if (unproven.length === 0) return null
  const all = unproven.length === levels.length
  const list = unproven.map(({ level }) => level).join(', ')
  const [da, en] = all ? ['', ''] : [` på niveau ${list}`, ` of level ${list}`]
  return {
    da: `Ingen lodtrækningsfil viser, hvordan sagerne${da} er udtaget. Intervaller og sammenligninger holder kun, hvis det er sket ved lodtrækning (eller alle er taget med), som programmet siger.`,
    en: `No draw file shows how the cases${en} were chosen. Intervals and comparisons hold only if it was by lot (or all were taken), as the programme says.`,
  }
}

/**
 * What to say beside changes whose baseline no draw file accounts for, though the round itself has its own. Null where
 * there is no baseline, or `unprovenDrawWords` tells of the level already.
 */
export function unprovenBaselineWords(levels: readonly Drawn[]): LocalText | null {
  const unproven = levels.filter(
    ({ weights, baselineWeights, generalises }) =>
      generalises && weights === 'draw' && baselineWeights !== undefined && baselineWeights !== 'draw',
  )
  if (unproven.length === 0) return null
  const list = unproven.map(({ level }) => level).join(', ')
  const all = unproven.length === levels.length
  const [da, en] = all ? ['', ''] : [` på niveau ${list}`, ` of level ${list}`]
  return {
    da: `Ingen lodtrækningsfil viser, hvordan baselinens sager${da} er udtaget. Ændringen forudsætter, at baseline er trukket ved lodtrækning.`,
    en: `No draw file shows how the baseline’s cases${en} were chosen. The change presupposes that the baseline was drawn by lot.`,
  }
}
