import { randomUUID } from 'node:crypto'
import { objects, type ObjectName } from '../../../src/core/access/objects.ts'
import type { Route } from '../../../src/contract/frame/route.ts'
import { twinCase, twinOf, twinRound } from './foreign-twin.ts'
import type { Thing, ThingKind } from './things.ts'

/** Something good for each part of an address that names no object. */
const values: Readonly<Record<string, string>> = {
  level: '1',
  key: 'barnets-lov',
  version: '1',
  question: 'q',
  week: '2026-W40',
  month: '2026-09',
  rhythm: 'week',
  register: 'safety-plan',
  source: 'x',
  token: 'A'.repeat(43),
  number: '2026-1',
  municipality: randomUUID(),
}

type Params = Readonly<Record<string, string>>

/** The names of the objects in an address, in its order. */
export function objectsIn({ path }: Route): readonly ObjectName[] {
  // A route whose parameter the table does not name does not compile.
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as ObjectName)
  return names.filter((name) => objects[name] !== 'value')
}

/** What an address is about: what it says, or the last of its objects. */
export function subjectOf(route: Route): ObjectName | undefined {
  const names = objectsIn(route)
  return route.about ?? names.at(-1)
}

export function thingKindOf(route: Route, subject: ObjectName): ThingKind {
  if (subject === 'preview' && route.path.startsWith('/api/caseflow')) return 'eventPreview'
  // Everything but values has things.
  return subject as ThingKind
}

export function addressOf({ path }: Route, params: Params): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? values[name] ?? ''),
  )
}

export function twinParams({ params }: Thing): Params {
  return mapParams(params, (name, value) =>
    name === 'round' ? twinRound(value) : name === 'case' ? twinCase(value) : twinOf(value),
  )
}

export function absentParams({ params }: Thing): Params {
  return mapParams(params, (name) =>
    name === 'round'
      ? '2199q1'
      : name === 'case'
        ? 'DEMO-999999'
        : name === 'programme'
          ? 'none'
          : randomUUID(),
  )
}

/** Only the subject itself is the other's; what stands before it in the address is one's own. */
export function twinPartParams(thing: Thing, subject: ObjectName): Params {
  const name = subject in thing.params ? subject : 'review'
  return { ...thing.params, [name]: twinParams(thing)[name] ?? '' }
}

export function absentPartParams(thing: Thing, subject: ObjectName): Params {
  const name = subject in thing.params ? subject : 'review'
  return { ...thing.params, [name]: absentParams(thing)[name] ?? '' }
}

function mapParams(params: Params, to: (name: string, value: string) => string): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name in values ? value : to(name, value)]),
  )
}
