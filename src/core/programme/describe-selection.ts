import type { Language, LocalText } from '../language/language.ts'
import type { Criterion, Quota, Selection, Stage, StratumBy } from './programme.ts'

/** How a level's cases are chosen, as a sentence or two. With `stages`, their titles stand for their keys. */
export function describeSelection(
  selection: Selection,
  language: Language,
  stages: readonly Stage[] = [],
): string {
  const words: Words = { language, stages }
  switch (selection.kind) {
    case 'census':
      return { da: 'Alle sager.', en: 'All cases.' }[language]
    case 'random': {
      const taken = describeTaken(selection, words)
      return { da: `Tilfældigt udtræk ${taken}.`, en: `Drawn at random ${taken}.` }[language]
    }
    case 'newest-first':
      return describeNewestFirst(selection, words)
    case 'pass-on': {
      const taken = describeTaken(selection, words)
      return {
        da: `Tilfældigt udtræk ${taken}. Heraf går ${selection.passOn} videre til niveauet over.`,
        en: `Drawn at random ${taken}. Of these, ${selection.passOn} go on to the level above.`,
      }[language]
    }
    case 'risk-weighted': {
      const taken = describeTaken(selection, words)
      return {
        da: `Udtræk, hvor en sag med højere "${selection.risk}" har større, men kendt sandsynlighed, ${taken}.`,
        en: `Drawn so that a case with a higher "${selection.risk}" has a larger, but known, probability, ${taken}.`,
      }[language]
    }
    default:
      return selection satisfies never
  }
}

/** A criterion as a phrase: `alder: 0-17`, `aktiv: ja`. */
export function describeCriterion(criterion: Criterion, language: Language): string {
  const name = nameOf(criterion.attribute, language)
  if ('is' in criterion) return `${name}: ${criterion.is.join(', ')}`
  if ('isNot' in criterion)
    return `${name}: ${{ da: 'ikke', en: 'not' }[language]} ${criterion.isNot.join(', ')}`
  const limits: Limits = criterion
  if (limits.atLeast !== undefined || limits.atMost !== undefined)
    return `${name}: ${describeNumbers(limits, language)}`
  const { onOrAfter, before } = limits
  const from = onOrAfter === undefined ? [] : [{ da: `fra ${onOrAfter}`, en: `from ${onOrAfter}` }[language]]
  const to = before === undefined ? [] : [{ da: `før ${before}`, en: `before ${before}` }[language]]
  return `${name}: ${[...from, ...to].join(', ')}`
}

interface Limits {
  readonly atLeast?: number
  readonly atMost?: number
  readonly onOrAfter?: string
  readonly before?: string
}

function describeNumbers({ atLeast, atMost }: Limits, language: Language): string {
  if (atLeast === undefined) return { da: `højst ${atMost}`, en: `at most ${atMost}` }[language]
  if (atMost === undefined) return { da: `mindst ${atLeast}`, en: `at least ${atLeast}` }[language]
  return `${atLeast}-${atMost}`
}

interface Words {
  readonly language: Language
  readonly stages: readonly Stage[]
}

function describeNewestFirst(selection: Selection & { kind: 'newest-first' }, words: Words): string {
  const { before, onOrAfter, older, onePer, strata } = selection
  const { language } = words
  const since = onOrAfter === undefined ? '' : { da: ` fra ${onOrAfter}`, en: ` from ${onOrAfter}` }[language]
  const taken = describeTaken(selection, words)
  const sentences = [
    {
      da: `De nyeste sager${since} og før ${before}, den nyeste først, ${taken}.`,
      en: `The newest cases${since} and before ${before}, the newest first, ${taken}.`,
    }[language],
  ]
  if (older !== undefined) {
    const more = describeTaken({ strata, quotas: older.quotas }, words)
    sentences.push(
      {
        da: `Derudover ældre sager, før ${older.before}, ${more}.`,
        en: `Also older cases, before ${older.before}, ${more}.`,
      }[language],
    )
  }
  if (onePer !== undefined) {
    const by = nameOf(onePer.by, language)
    const attribute = nameOf(onePer.attribute, language)
    const most = onePer.keep === 'highest'
    sentences.push(
      {
        da: `Af sager med samme "${attribute}" kun den med ${most ? 'højest' : 'lavest'} "${by}".`,
        en: `Of cases with the same "${attribute}" only the one with the ${most ? 'highest' : 'lowest'} "${by}".`,
      }[language],
    )
  }
  return sentences.join(' ')
}

/** `for hver enhed: 3 (Underretning), ellers 4` */
function describeTaken(
  { strata, quotas }: { readonly strata: readonly StratumBy[]; readonly quotas: readonly Quota[] },
  words: Words,
): string {
  const { language } = words
  const names = strata.map((by) => nameOf(by, language))
  const list = new Intl.ListFormat({ da: 'da-DK', en: 'en-GB' }[language], { type: 'conjunction' }).format(
    names,
  )
  const each = { da: `for hver ${list}`, en: `for each ${list}` }[language]
  return `${each}: ${quotas.map((quota) => describeQuota(quota, quotas.length, words)).join('; ')}`
}

function describeQuota({ where, take }: Quota, count: number, { language, stages }: Words): string {
  const cases = describeTake(take, language)
  const places = Object.entries(where ?? {}).map(([by, value]) =>
    by === 'stage' ? (stages.find((stage) => stage.key === value)?.title[language] ?? value) : value,
  )
  if (places.length > 0) return `${cases} (${places.join(', ')})`
  return count === 1 ? cases : { da: `ellers ${cases}`, en: `otherwise ${cases}` }[language]
}

function describeTake(take: Quota['take'], language: Language): string {
  if (take === 'all') return { da: 'alle sager', en: 'all cases' }[language]
  if (take === 0) return { da: 'ingen sager', en: 'no cases' }[language]
  return { da: `${take} ${take === 1 ? 'sag' : 'sager'}`, en: `${take} ${take === 1 ? 'case' : 'cases'}` }[
    language
  ]
}

const columns: Readonly<Record<string, LocalText>> = {
  unit: { da: 'enhed', en: 'unit' },
  stage: { da: 'sagstrin', en: 'stage' },
  caseworker: { da: 'sagsbehandler', en: 'caseworker' },
  month: { da: 'måned', en: 'month' },
  started: { da: 'startdato', en: 'start date' },
  completed: { da: 'slutdato', en: 'end date' },
}

/** A frame column in words; the municipality's own columns keep their name. */
function nameOf(column: string, language: Language): string {
  return columns[column]?.[language] ?? column
}
