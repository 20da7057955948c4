import type { Language } from '../language/language.ts'
import type { Quota, Selection } from '../programme/programme.ts'

const someone: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unit: { da: 'enkelte enheder', en: 'some units' },
  caseworker: { da: 'enkelte sagsbehandlere', en: 'some caseworkers' },
}

/** The selection with units and caseworkers unnamed, so that a public edition can describe its quotas. */
export function unnamedSelection(selection: Selection, language: Language): Selection {
  if (selection.kind === 'census') return selection
  const quotas = selection.quotas.map((quota) => unnamed(quota, language))
  return selection.kind === 'newest-first' && selection.older !== undefined
    ? {
        ...selection,
        quotas,
        older: {
          ...selection.older,
          quotas: selection.older.quotas.map((quota) => unnamed(quota, language)),
        },
      }
    : { ...selection, quotas }
}

function unnamed(quota: Quota, language: Language): Quota {
  if (quota.where === undefined) return quota
  const where = Object.entries(quota.where).map(
    ([by, value]) => [by, someone[by]?.[language] ?? value] as const,
  )
  return { ...quota, where: Object.fromEntries(where) }
}
