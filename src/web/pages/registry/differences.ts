import type { Preview } from '../../../contract/registry/imports.ts'

export interface FieldDifference {
  readonly line: number
  readonly caseId: string
  readonly stage: string
  /** Our column name, or an attribute's own name. */
  readonly field: string
  readonly before: string
  readonly after: string
}

/** A changed row as one line a field; attributes are told one by one. */
export function listDifferences(row: Preview['changed'][number]): readonly FieldDifference[] {
  const { line, caseId, stage, difference } = row
  const place = { line, caseId, stage }
  return Object.entries(difference).flatMap(([field, [before, after]]) => {
    if (field !== 'attributes') return [{ ...place, field, before: textOf(before), after: textOf(after) }]
    const [old, now] = [fieldsOf(before), fieldsOf(after)]
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    return names
      .map((name) => ({ ...place, field: name, before: textOf(old[name]), after: textOf(now[name]) }))
      .filter((each) => each.before !== each.after)
  })
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.join(', ') : ''
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
