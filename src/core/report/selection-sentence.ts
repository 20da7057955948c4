import type { LocalText } from '../language/language.ts'
import type { Level, Quota, StratumBy } from '../programme/programme.ts'

const strataWords: Readonly<Record<string, LocalText>> = {
  unit: { da: 'enhed', en: 'unit' },
  stage: { da: 'sagstrin', en: 'case stage' },
  caseworker: { da: 'sagsbehandler', en: 'caseworker' },
  month: { da: 'måned', en: 'month' },
}

/** How a level's cases are chosen, in one sentence without method words. */
export function selectionSentence({ selection, from }: Level): LocalText {
  const source =
    from === undefined
      ? { da: 'alle afsluttede sagstrin', en: 'all finished case stages' }
      : { da: `sagerne på niveau ${from}`, en: `the cases of level ${from}` }
  switch (selection.kind) {
    case 'census':
      return { da: `alle sager tages med, uden lodtrækning.`, en: `every case is included, without a draw.` }
    case 'random': {
      const per = strata(selection.strata)
      const take = quotas(selection.quotas)
      return {
        da: `${take.da} trækkes ved lod blandt ${source.da}${per.da}.`,
        en: `${take.en} drawn by lot among ${source.en}${per.en}.`,
      }
    }
    case 'newest-first': {
      const per = strata(selection.strata)
      const take = quotas(selection.quotas)
      return {
        da: `${take.da} tages blandt ${source.da}${per.da}, de nyeste først, regnet baglæns fra ${selection.before}.`,
        en: `${take.en} taken among ${source.en}${per.en}, newest first, counting back from ${selection.before}.`,
      }
    }
    case 'pass-on': {
      const per = strata(selection.strata)
      const take = quotas(selection.quotas)
      return {
        da: `${take.da} trækkes ved lod blandt ${source.da}${per.da}; heraf går ${selection.passOn} videre til det centrale tilsyn.`,
        en: `${take.en} drawn by lot among ${source.en}${per.en}; of these ${selection.passOn} go on to the central audit.`,
      }
    }
    case 'risk-weighted': {
      const per = strata(selection.strata)
      const take = quotas(selection.quotas)
      return {
        da: `${take.da} trækkes ved lod blandt ${source.da}${per.da}; en højere risiko (${selection.risk}) giver en større, men kendt chance.`,
        en: `${take.en} drawn by lot among ${source.en}${per.en}; a higher risk (${selection.risk}) gives a larger but known chance.`,
      }
    }
    default:
      return selection satisfies never
  }
}

function strata(by: readonly StratumBy[]): LocalText {
  if (by.length === 0) return { da: '', en: '' }
  const words = by.map((name) => strataWords[name] ?? { da: name, en: name })
  return {
    da: ` i hver gruppe af ${words.map((word) => word.da).join(' og ')}`,
    en: ` in each group of ${words.map((word) => word.en).join(' and ')}`,
  }
}

function quotas(list: readonly Quota[]): LocalText {
  const takes = list.map(({ take }) => take)
  const numbers = takes.filter((take) => take !== 'all' && take > 0)
  if (numbers.length === 0) return { da: 'alle sager', en: 'all cases' }
  const fewest = Math.min(...numbers)
  const most = Math.max(...numbers)
  const range = fewest === most ? String(fewest) : `${fewest}–${most}`
  return {
    da: `${range} ${most === 1 ? 'sag' : 'sager'}`,
    en: `${range} ${most === 1 ? 'case is' : 'cases are'}`,
  }
}
