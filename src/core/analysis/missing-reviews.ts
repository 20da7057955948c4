import type { LocalText } from '../language/language.ts'
import type { Analysis, DrawReviewed } from './analysis.ts'
import { caseRef } from './drawn-population.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** With a smaller part of the drawn cases reviewed, what is missing stands before the figures. */
const enough = 0.9

/** How many of each draw's cases somebody reviewed; levels whose cases nobody reviewed are among them. */
export function listDrawReviewed(
  round: string,
  drawn: readonly { readonly level: number; readonly cases: ReadonlySet<string> }[],
  reviews: readonly ReviewedCase[],
): readonly DrawReviewed[] {
  return drawn.map(({ level, cases }) => ({
    round,
    level,
    drawn: cases.size,
    reviewed: reviews.filter((review) => review.level === level && cases.has(caseRef(review))).length,
  }))
}

/** The draws of which reviews are missing. */
export function listMissingReviews({ draws = [] }: Pick<Analysis, 'draws'>): readonly DrawReviewed[] {
  return draws.filter(({ drawn, reviewed }) => reviewed < drawn)
}

export function isMuchMissing({ drawn, reviewed }: DrawReviewed): boolean {
  return reviewed < enough * drawn
}

/**
 * What missing reviews mean for the figures; the counts as they are to be printed, null where they may not be. `unit`: the
 * row counts its cases only.
 */
export function missingReviewsWords(
  row: DrawReviewed,
  baselineRound: string | null,
  printed: { readonly reviewed: string; readonly drawn: string } | null,
  unit?: string,
): LocalText {
  const { round, level, reviewed } = row
  const inUnit = unit === undefined ? '' : `, ${unit}`
  const [da, en] =
    round === baselineRound
      ? [`Niveau ${level} i baseline${inUnit}`, `Level ${level} of the baseline${inUnit}`]
      : [`Niveau ${level}${inUnit}`, `Level ${level}${inUnit}`]
  if (reviewed === 0)
    return {
      da: `${da}: ingen af de ${printed === null ? '' : `${printed.drawn} `}trukne sager er gennemgået, så niveauet er ikke med i tallene.`,
      en: `${en}: none of the ${printed === null ? '' : `${printed.drawn} `}drawn cases is reviewed, so the level is no part of the figures.`,
    }
  const some =
    printed === null
      ? { da: 'ikke alle trukne sager er gennemgået', en: 'not all drawn cases are reviewed' }
      : {
          da: `${printed.reviewed} af ${printed.drawn} trukne sager er gennemgået`,
          en: `${printed.reviewed} of ${printed.drawn} drawn cases are reviewed`,
        }
  const much = isMuchMissing(row)
    ? {
        da: ' Er det især én slags sager, der mangler, for eksempel de tungeste, er tallene misvisende.',
        en: ' If it is mostly one kind of case that is missing, for example the most demanding, the figures mislead.',
      }
    : { da: '', en: '' }
  return {
    da: `${da}: ${some.da}; tallene forudsætter, at resten mangler ved et tilfælde.${much.da}`,
    en: `${en}: ${some.en}; the figures presuppose that the rest are missing by chance.${much.en}`,
  }
}

/** The same with the counts, for those who may see them; of a unit where `draws` are its own. */
export function missingReviewsTexts(
  analysis: Pick<Analysis, 'draws' | 'baselineRound'>,
  unit?: string,
): readonly { readonly text: LocalText; readonly prominent: boolean }[] {
  return listMissingReviews(analysis).map((row) => ({
    text: missingReviewsWords(
      row,
      analysis.baselineRound,
      { reviewed: `${row.reviewed}`, drawn: `${row.drawn}` },
      unit,
    ),
    prominent: isMuchMissing(row),
  }))
}
