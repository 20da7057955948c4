import type { DrawFile } from '../../core/draw/draw-file.ts'
import { exclusionWords, sumExclusions } from '../../core/draw/exclusion-in-words.ts'
import { stratumWords } from '../../core/draw/stratum-in-words.ts'
import type { Language, LocalText } from '../../core/language/language.ts'
import { kindWords } from './kind-words.ts'

/** The draw at a glance, for standard output. */
export function summarise(draw: DrawFile, open: number, language: Language): string {
  const sum = (of: 'eligible' | 'wanted' | 'drawn'): number =>
    draw.strata.reduce((total, stratum) => total + stratum[of], 0)
  const words = kindWords(draw)
  const rows: readonly (readonly [LocalText, string | number])[] = [
    [{ da: 'Runde', en: 'Round' }, draw.round],
    [{ da: 'Niveau', en: 'Level' }, draw.level],
    [words.open, open],
    [{ da: 'Strata', en: 'Strata' }, draw.strata.length],
    [words.eligible, sum('eligible')],
    ...(draw.selection.kind === 'census' ? [] : [[words.wanted, sum('wanted')] as const]),
    [words.drawn, sum('drawn')],
    [{ da: 'Strata med for få sager', en: 'Short strata' }, draw.strata.filter(isShort).length],
    ...fellOut(draw),
    [{ da: 'Rammens kontrolsum', en: 'Frame digest' }, draw.frameDigest],
    [{ da: 'Frøets kontrolsum', en: 'Seed digest' }, draw.seedDigest],
  ]
  const width = Math.max(...rows.map(([label]) => label[language].length))
  return rows.map(([label, value]) => `${label[language].padEnd(width)}  ${value}\n`).join('')
}

/** How many fell out, and why; nothing for selections that do not tell. */
function fellOut({ strata, selection, eligibility }: DrawFile): readonly (readonly [LocalText, number])[] {
  return sumExclusions(strata).map(({ why, count }) => {
    const { da, en } = exclusionWords(why, selection, eligibility)
    return [{ da: `Faldt fra: ${da}`, en: `Fell out: ${en}` }, count] as const
  })
}

/** One line per stratum that has fewer cases than its quota wants: all are drawn, and it must be said. */
export function shortStrata(draw: DrawFile, language: Language): string {
  const { allThere } = kindWords(draw)
  return draw.strata
    .filter(isShort)
    .map(({ stratum, wanted, eligible }) =>
      language === 'da'
        ? `${stratumWords(stratum).da}: kvoten er ${wanted}, men der er kun ${eligible}; ${allThere.da}.\n`
        : `${stratumWords(stratum).en}: the quota is ${wanted}, but there are only ${eligible}; ${allThere.en}.\n`,
    )
    .join('')
}

function isShort({ wanted, eligible }: { readonly wanted: number; readonly eligible: number }): boolean {
  return wanted > eligible
}
