import { date, quota, type QuotaSource } from './programme-schema.ts'
import { fieldAt, list, soundFields, textAt, type Part } from './sound-part.ts'
import type { KeyPath } from './yaml-lines.ts'

export type QuotaParts = readonly Part<Partial<QuotaSource>>[]

/** A selection as far as its fields are right. Which of them it may have, its kind's schema says elsewhere. */
export interface SelectionParts {
  readonly path: KeyPath
  readonly kind: string | undefined
  /** Undefined while a name among them is wrong. */
  readonly strata: readonly string[] | undefined
  readonly quotas: QuotaParts
  readonly before: string | undefined
  readonly onOrAfter: string | undefined
  readonly older: { readonly before: string | undefined; readonly quotas: QuotaParts } | undefined
  readonly passOn: number | undefined
}

export function gatherSelection(level: unknown, levelPath: KeyPath): SelectionParts | undefined {
  const value = fieldAt(level, 'selection')
  if (typeof value !== 'object' || value === null) return undefined
  const path = [...levelPath, 'selection']
  const strata = list(value, 'strata')
  const names = strata.flatMap(({ value: name }) => (typeof name === 'string' ? [name] : []))
  const older = fieldAt(value, 'older')
  const passOn = fieldAt(value, 'passOn')
  return {
    path,
    kind: textAt(value, 'kind'),
    strata: strata.length > 0 && names.length === strata.length ? names : undefined,
    quotas: gatherQuotas(value, path),
    before: dayAt(value, 'before'),
    onOrAfter: dayAt(value, 'onOrAfter'),
    older:
      older === undefined
        ? undefined
        : { before: dayAt(older, 'before'), quotas: gatherQuotas(older, [...path, 'older']) },
    passOn: typeof passOn === 'number' ? passOn : undefined,
  }
}

function gatherQuotas(container: unknown, path: KeyPath): QuotaParts {
  return list(container, 'quotas', path).map((part) => ({
    path: part.path,
    value: soundFields(quota, part.value),
  }))
}

function dayAt(container: unknown, key: string): string | undefined {
  return date.safeParse(fieldAt(container, key)).data
}
