import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Route } from '../../../src/contract/frame/route.ts'
import { twinOf } from './foreign-twin.ts'
import type { Holder } from './identities.ts'
import { idFieldsOf } from './sample-of-schema.ts'
import type { Thing, ThingKind } from './things.ts'

/** What a field of a query or a body that holds an id names. */
const fields: Readonly<Record<string, ThingKind>> = {
  unit: 'unit',
  aUnit: 'unit',
  bUnit: 'unit',
  person: 'person',
  people: 'person',
  approver: 'person',
  responsible: 'person',
  reviewer: 'person',
  leaving: 'person',
  from: 'person',
  to: 'person',
  child: 'child',
  review: 'review',
  id: 'finding',
  trainingCases: 'trainingCase',
  visit: 'visit',
  follows: 'visit',
  proposal: 'proposal',
}
/** Ids that name what is the caller's alone, or what everybody may know. */
const otherwise = new Set(['ids', 'municipality'])

export type Names = (field: string) => string

/** Whether the query or the body of a route names an object. */
export function namedIn({ query, body }: Route): boolean {
  const all = [query, body].flatMap((part) => (part instanceof z.ZodType ? idFieldsOf(part) : []))
  const unknown = all.find((field) => fields[field] === undefined && !otherwise.has(field))
  if (unknown !== undefined) throw new Error(`nobody said what the field ${unknown} names`)
  return all.some((field) => fields[field] !== undefined)
}

/** Ids for fields: of the caller's own municipality and unit, of the other's, or of nothing. */
export function namesOf(
  things: ReadonlyMap<ThingKind, readonly Thing[]>,
  holder: Holder,
  whose: 'own' | 'foreign' | 'absent',
): Names {
  return (field) => {
    const kind = fields[field]
    if (kind === undefined || whose === 'absent') return randomUUID()
    const all = things.get(kind) ?? []
    const thing = all.find(({ unit }) => unit !== null && unit === holder.unit) ?? all[0]
    const id = thing?.params[kind] ?? ''
    return whose === 'foreign' ? twinOf(id) : id
  }
}
