import type { LocalText } from '../language/language.ts'
import type { WeightSource } from './inference.ts'

interface Drawn {
  readonly level: number
  readonly weights: WeightSource
  readonly generalises: boolean
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
