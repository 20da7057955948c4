import type { DrawFile } from '../../core/draw/draw-file.ts'
import type { LocalText } from '../../core/language/language.ts'

export interface KindWords {
  /** Labels of the figures. */
  readonly eligible: LocalText
  readonly wanted: LocalText
  readonly drawn: LocalText
  readonly open: LocalText
  /** What became of a stratum with fewer cases than its quota. */
  readonly allThere: LocalText
  /** What is confirmed when a draw verifies. */
  readonly confirmed: LocalText
}

const byLot: KindWords = {
  eligible: { da: 'Sager at trække fra', en: 'Eligible' },
  wanted: { da: 'Ønsket', en: 'Wanted' },
  drawn: { da: 'Trukket', en: 'Drawn' },
  open: { da: 'Uafsluttede sagstrin, ikke trukket fra', en: 'Open stages, not drawn from' },
  allThere: { da: 'alle er trukket', en: 'all were drawn' },
  confirmed: { da: 'Trækningen stemmer', en: 'The draw is confirmed' },
}

const newest: KindWords = {
  eligible: { da: 'Sager, der kan udvælges', en: 'Can be selected' },
  wanted: { da: 'Ønsket', en: 'Wanted' },
  drawn: { da: 'Udvalgt, de nyeste først', en: 'Selected, the newest first' },
  open: { da: 'Uafsluttede sagstrin, ikke med', en: 'Open stages, left out' },
  allThere: { da: 'alle er udvalgt', en: 'all were selected' },
  confirmed: { da: 'Udvælgelsen af de nyeste sager stemmer', en: 'The selection of the newest is confirmed' },
}

const census: KindWords = {
  ...newest,
  eligible: { da: 'Sager i alt', en: 'Cases in all' },
  drawn: { da: 'Taget med', en: 'Taken in' },
  confirmed: { da: 'Alle sager er med', en: 'All cases are in' },
}

/** What is true to say of cases that were chosen like this: lots are not drawn everywhere. */
export function kindWords({ selection }: Pick<DrawFile, 'selection'>): KindWords {
  if (selection.kind === 'newest-first') return newest
  return selection.kind === 'census' ? census : byLot
}
