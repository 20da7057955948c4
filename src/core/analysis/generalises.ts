import type { LocalText } from '../language/language.ts'
import { getLevel } from '../programme/lookup.ts'
import type { Programme } from '../programme/programme.ts'

/**
 * Whether a level's figures can speak for more than the cases looked at. Not where a date chose the cases, at the level or
 * at one below: no case then has a known chance, and intervals and tests are those of cases chosen by lot.
 */
export function generalises(programme: Programme, number: number): boolean {
  for (let at: number | undefined = number; at !== undefined;) {
    const { selection, from }: ReturnType<typeof getLevel> = getLevel(programme, at)
    if (selection.kind === 'newest-first') return false
    at = from
  }
  return true
}

/** What to say where figures are read; null where every level's can speak for all cases. */
export function chosenCasesWords(
  levels: readonly { readonly level: number; readonly generalises: boolean }[],
): LocalText | null {
  const chosen = levels.filter((each) => !each.generalises).map(({ level }) => level)
  if (chosen.length === 0) return null
  const all = chosen.length === levels.length
  const [numbers, last] = [chosen.slice(0, -1).join(', '), chosen.at(-1)]
  const list = (and: string) => (numbers === '' ? `${last}` : `${numbers} ${and} ${last}`)
  const [da, en] = all
    ? ['Sagerne er', 'The cases were']
    : [`Sagerne på niveau ${list('og')} er`, `The cases of level ${list('and')} were`]
  return {
    da: `${da} valgt efter dato, ikke ved lodtrækning. Tallene ${all ? '' : 'derfra '}beskriver kun de valgte sager og siger intet sikkert om de andre. Intervaller og sammenligninger er regnet, som om der var trukket lod: brug dem kun til at se, hvor lidt få sager kan vise.`,
    en: `${en} chosen by date, not by lot. The figures ${all ? '' : 'from there '}describe only the chosen cases and say nothing certain about the others. Intervals and comparisons are computed as if a lot had been drawn: use them only to see how little a few cases can show.`,
  }
}
