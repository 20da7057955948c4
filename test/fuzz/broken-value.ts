import type { Schema } from './value-of-schema.ts'

type Path = readonly (string | number)[]

interface Site {
  readonly path: Path
  readonly schema: Schema
  readonly value: unknown
}

/** What breaks parsers, databases, pages and spreadsheets. */
export const hostileValues: readonly unknown[] = [
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '\ufeff',
  "'; drop table review; --",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.org")',
  '${jndi:ldap://example.org/a}',
  '../../../../etc/passwd',
  '%00',
  '%s%n%x',
  'a'.repeat(100_000),
  `${'a'.repeat(50_000)}!`,
  ' '.repeat(50_000),
  'e\u0301'.repeat(10_000),
  '😀'.repeat(5000),
  '0'.repeat(400),
  '0000-00-00',
  '9999-12-31',
  '-0001-01-01',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  '',
  null,
  true,
  0,
  -1,
  -0,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  0.1,
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 5000 }, () => 'a'),
  { length: 1e9 },
  { toString: 'a', valueOf: 1 },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
]

/** The value with exactly one of its schema's constraints broken, chosen by two numbers. */
export function brokenValue(schema: Schema, value: unknown, place: number, way: number): unknown {
  const sites = listSites(schema, value)
  const site = sites[place % sites.length]
  if (site === undefined) return value
  const ways = waysToBreak(site)
  return ways.length === 0
    ? withAt(value, site.path, null)
    : withAt(value, site.path, ways[way % ways.length])
}

/** The value with something hostile in one place of it. */
export function hostileValue(schema: Schema, value: unknown, place: number, way: number): unknown {
  const sites = listSites(schema, value)
  return withAt(value, sites[place % sites.length]?.path ?? [], hostileValues[way % hostileValues.length])
}

function listSites(schema: Schema, value: unknown, path: Path = []): readonly Site[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) {
    const chosen = choices.find((one) => fits(one, value)) ?? choices[0] ?? {}
    return listSites(chosen, value, path)
  }
  const here = { path, schema, value }
  if (Array.isArray(value))
    return [
      here,
      ...value.slice(0, 3).flatMap((item: unknown, at) => listSites(schema.items ?? {}, item, [...path, at])),
    ]
  if (typeof value !== 'object' || value === null) return [here]
  return [
    here,
    ...Object.entries(value).flatMap(([name, one]) =>
      listSites(schema.properties?.[name] ?? {}, one, [...path, name]),
    ),
  ]
}

/** Enough to tell the choices of one schema apart. */
function fits(schema: Schema, value: unknown): boolean {
  if (schema.const !== undefined) return schema.const === value
  if (schema.type === 'object' && typeof value === 'object' && value !== null)
    return Object.entries(schema.properties ?? {}).every(
      ([name, one]) => one.const === undefined || one.const === Reflect.get(value, name),
    )
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return schema.type === type || (schema.type === 'integer' && type === 'number')
}

function waysToBreak({ schema, value }: Site): readonly unknown[] {
  const ways: unknown[] = []
  if (typeof value === 'string') {
    if (schema.minLength !== undefined && schema.minLength > 0)
      ways.push(value.slice(0, schema.minLength - 1))
    if (schema.maxLength !== undefined) ways.push('a'.repeat(schema.maxLength + 1))
    if (schema.pattern !== undefined) ways.push(`${value}\n`, ` ${value}`)
    ways.push(`${value}\u0000`, `${value}\ud800`, 7, [value])
  } else if (typeof value === 'number') {
    if (schema.minimum !== undefined) ways.push(schema.minimum - 1)
    if (schema.maximum !== undefined) ways.push(schema.maximum + 1)
    ways.push(value + 0.5, String(value), 2 ** 53)
  } else if (Array.isArray(value)) {
    if (schema.minItems !== undefined) ways.push(value.slice(0, schema.minItems - 1))
    if (schema.maxItems !== undefined) {
      const [first = null] = value as readonly unknown[] // What stands in an array of JSON.
      ways.push(Array.from({ length: schema.maxItems + 1 }, () => first))
    }
    ways.push([...(value as readonly unknown[]), null], {}) // As above.
  } else if (typeof value === 'object' && value !== null) {
    for (const name of schema.required ?? [])
      ways.push(Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)))
    ways.push({ ...value, unknownField: 1 }, [value])
  } else ways.push('ja', 2)
  return ways
}

function withAt(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (at === first ? withAt(item, rest, put) : item))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [first]: withAt(Reflect.get(value, first), rest, put) }
}
