import type { Criterion, Programme, Quota, Selection } from '../../../core/programme/programme.ts'
import type { Language } from '../../../core/language/language.ts'
import { formatDate } from '../../format/dates.ts'
import { localeOf } from '../../format/numbers.ts'
import type { programme } from '../../texts/da/programme.ts'

type Texts = typeof programme

/** A level's rule of selection in words, e.g. `Tilfældigt: 3 pr. enhed og sagstrin`. */
export function selectionWords(
  selection: Selection,
  stages: Programme['stages'],
  texts: Texts,
  language: Language,
): string {
  if (selection.kind === 'census') return texts.selection.census()
  const quotas = quotaWords(selection.quotas, stages, texts, language)
  const per = selection.strata.length === 0 ? '' : texts.per(strataWords(selection.strata, texts, language))
  switch (selection.kind) {
    case 'random':
      return texts.selection.random(quotas, per)
    case 'newest-first':
      return newestFirstWords(selection, quotas, per, stages, texts, language)
    case 'pass-on':
      return texts.selection['pass-on'](quotas, per, selection.passOn)
    case 'risk-weighted':
      return texts.selection['risk-weighted'](quotas, per, selection.risk)
  }
  return selection satisfies never
}

function newestFirstWords(
  selection: Extract<Selection, { kind: 'newest-first' }>,
  quotas: string,
  per: string,
  stages: Programme['stages'],
  texts: Texts,
  language: Language,
): string {
  const { before, onOrAfter, older, onePer } = selection
  const parts = [texts.selection['newest-first'](quotas, per, dayOrName(before, language))]
  if (onOrAfter !== undefined) parts.push(texts.notOlder(dayOrName(onOrAfter, language)))
  if (older !== undefined)
    parts.push(
      texts.older(quotaWords(older.quotas, stages, texts, language), dayOrName(older.before, language)),
    )
  if (onePer !== undefined) parts.push(texts.onePer[onePer.keep](onePer.attribute, onePer.by))
  return parts.join('; ')
}

/** What must hold of a case for the level; empty when every case may be drawn. */
export function criterionWords(criterion: Criterion, texts: Texts, language: Language): readonly string[] {
  const { criterion: words, or } = texts
  const { attribute } = criterion
  const name = attribute in texts.stratum ? texts.stratum[attribute as keyof Texts['stratum']] : attribute // checked by `in`
  if ('is' in criterion) return [words.is(name, criterion.is.join(or))]
  if ('isNot' in criterion) return [words.isNot(name, criterion.isNot.join(or))]
  const said: string[] = []
  if ('atLeast' in criterion && criterion.atLeast !== undefined)
    said.push(words.atLeast(name, String(criterion.atLeast)))
  if ('atMost' in criterion && criterion.atMost !== undefined)
    said.push(words.atMost(name, String(criterion.atMost)))
  if ('onOrAfter' in criterion && criterion.onOrAfter !== undefined)
    said.push(words.onOrAfter(name, dayOrName(criterion.onOrAfter, language)))
  if ('before' in criterion && criterion.before !== undefined)
    said.push(words.before(name, dayOrName(criterion.before, language)))
  return said
}

function strataWords(strata: readonly string[], texts: Texts, language: Language): string {
  const known: Readonly<Record<string, string>> = texts.stratum
  return listWords(
    strata.map((stratum) => known[stratum] ?? stratum),
    language,
  )
}

/** `a, b og c`. */
export function listWords(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words)
}

/** Neighbouring quotas of the same size are said together; merging others could change which one fits first. */
function quotaWords(
  quotas: readonly Quota[],
  stages: Programme['stages'],
  texts: Texts,
  language: Language,
): string {
  const groups: { take: string; where: string[] | null }[] = []
  for (const { take, where } of quotas) {
    const words = take === 'all' ? texts.quotaAll : take === 0 ? texts.quotaNone : String(take)
    const place = where === undefined ? null : placeWords(where, stages, language)
    const last = groups.at(-1)
    if (place !== null && last?.where != null && last.take === words) last.where.push(place)
    else groups.push({ take: words, where: place === null ? null : [place] })
  }
  const [only] = groups
  if (groups.length === 1 && only?.where === null) return only.take
  return groups
    .map(({ take, where }) =>
      where === null ? texts.quotaElse(take) : texts.quotaWhere(take, listWords(where, language)),
    )
    .join(', ')
}

/** `Døgnvagten: underretning`; stages by their title, all else by its value. */
function placeWords(
  where: Readonly<Record<string, string>>,
  stages: Programme['stages'],
  language: Language,
): string {
  const values = Object.values(where).map(
    (value) => stages.find(({ key }) => key === value)?.title[language] ?? value,
  )
  return values.join(': ')
}

/** `before` may be a day, or the name of something the round sets. */
function dayOrName(text: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text, language) : text
}
