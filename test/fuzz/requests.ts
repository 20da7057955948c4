import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { brokenValue, hostileValue, hostileValues } from './broken-value.ts'
import { parametersSchema, type Operation } from './document.ts'
import { formOf, multipartType } from './multipart.ts'
import { valueOf, type KnownValues, type Schema } from './value-of-schema.ts'

const kinds = ['valid', 'one constraint broken', 'hostile', 'odd request'] as const
export type Kind = (typeof kinds)[number]

export interface FuzzedRequest {
  readonly kind: Kind
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}

type Values = Readonly<Record<string, unknown>>

/** Bodies that no schema describes. */
const oddPayloads: readonly (string | Buffer)[] = [
  '',
  '{',
  'null',
  '"text"',
  '[]',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '1e999',
  '['.repeat(100_000),
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  `[${'1,'.repeat(200_000)}1]`,
  `"${'a'.repeat(2_000_000)}"`,
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{}', 'utf16le'),
]
const oddHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': `multipart/form-data; boundary=${'b'.repeat(2000)}` },
  { 'content-type': ';;;' },
  { 'accept-language': 'da;q=9,,;*;en-'.repeat(500) },
  { accept: 'application/xml;q=zz' },
  { 'idempotency-key': '"' },
  { 'idempotency-key': 'k'.repeat(5000) },
  { cookie: `${'a=b;'.repeat(2000)}tilsyn` },
  { cookie: 'tilsyn=%ff%00; __proto__=1' },
  { origin: 'null' },
  { origin: 'http://localhost:99999999' },
  { host: 'a b' },
  { 'x-forwarded-for': '::1, x', 'x-forwarded-proto': 'javascript' },
  { 'content-encoding': 'gzip' },
  { range: 'bytes=0-,1-,2-' },
  { 'if-none-match': '*'.repeat(5000) },
]

/** Requests of one operation, the same ones under the same seed. */
export function requestsOf(
  path: string,
  operation: Operation,
  known: KnownValues,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): readonly FuzzedRequest[] {
  const parts = {
    path: parametersSchema(operation, 'path'),
    query: parametersSchema(operation, 'query'),
    header: parametersSchema(operation, 'header'),
    body: bodySchema(operation),
  }
  const made = fc.record({
    kind: fc.constantFrom(...kinds),
    path: valueOf(parts.path, known),
    query: valueOf(parts.query, known),
    header: valueOf(parts.header, known),
    body: valueOf(parts.body, known),
    part: fc.nat(),
    place: fc.nat(),
    way: fc.nat(),
  })
  const names = (['path', 'query', 'header', 'body'] as const).filter(
    (name) => Object.keys(parts[name].properties ?? {}).length > 0 || parts[name].type !== 'object',
  )
  return fc.sample(made, { numRuns: cases, seed }).map(({ kind, part, place, way, ...values }) => {
    const name = names[part % names.length]
    const wrong =
      kind === 'one constraint broken' ? brokenValue : kind === 'hostile' ? hostileValue : undefined
    const sent =
      wrong === undefined || name === undefined
        ? values
        : { ...values, [name]: wrong(parts[name], values[name], place, way) }
    return requestOf(path, operation, sent, kind, way)
  })
}

function bodySchema({ requestBody }: Operation): Schema {
  const [content] = Object.values(requestBody?.content ?? {})
  return content?.schema ?? { type: 'object' }
}

function requestOf(
  path: string,
  { requestBody }: Operation,
  sent: Readonly<Record<'path' | 'query' | 'header' | 'body', unknown>>,
  kind: Kind,
  way: number,
): FuzzedRequest {
  const params = recordOf(sent.path)
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(plain(params[name]).toWellFormed().slice(0, 3000)),
  )
  const query = new URLSearchParams(
    Object.entries(recordOf(sent.query)).map(([name, value]) => [name, plain(value).slice(0, 8000)]),
  ).toString()
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(recordOf(sent.header)))
    headers[name.toLowerCase()] = plain(value)
      .slice(0, 4000)
      .replaceAll(/[^\t\x20-\x7e]/g, '?') // What a header can carry.
  const isForm = requestBody?.content['multipart/form-data'] !== undefined
  let payload: string | Buffer | undefined
  if (isForm) {
    headers['content-type'] = multipartType
    payload = formOf(recordOf(sent.body), way)
  } else if (requestBody !== undefined) {
    headers['content-type'] = 'application/json'
    payload = JSON.stringify(sent.body)
  }
  if (kind === 'odd request') {
    Object.assign(headers, oddHeaders[way % oddHeaders.length])
    if (way % 3 === 0) {
      payload = oddPayloads[Math.floor(way / 3) % oddPayloads.length]
      headers['content-type'] ??= 'application/json'
    }
  }
  const odd =
    kind === 'hostile' && way % 7 === 0 ? `${query === '' ? '' : '&'}%zz&a[b]=1&__proto__=1&a=1&a=2` : ''
  return { kind, url: `${address}${query + odd === '' ? '' : `?${query}${odd}`}`, headers, payload }
}

function recordOf(value: unknown): Values {
  if (typeof value !== 'object' || value === null) return { [String(hostileValues.length)]: value }
  return { ...value }
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
