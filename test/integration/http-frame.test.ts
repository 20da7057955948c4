import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { done, refused } from '../../src/app/frame/result.ts'
import { call, CallRefused } from '../../src/contract/client.ts'
import { download, upload } from '../../src/contract/frame/file-part.ts'
import { problemDetails } from '../../src/contract/frame/problem-details.ts'
import { defineRoute, nothing } from '../../src/contract/frame/route.ts'
import { handle } from '../../src/http/frame/handled-route.ts'
import { requestLanguage } from '../../src/http/frame/request-language.ts'
import { createServer } from '../../src/http/frame/server.ts'

const origin = 'http://localhost'
const log: string[] = []
let app: FastifyInstance
let address: string

const saveThing = defineRoute({
  method: 'PUT',
  path: '/api/things/:unit',
  permission: 'public',
  summary: 'Save a thing',
  params: z.object({ unit: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  body: z
    .object({
      from: z.iso.date(),
      until: z.iso.date(),
      answers: z.array(z.object({ answer: z.enum(['yes', 'no', 'na']) })).max(2),
    })
    .refine(({ from, until }) => from <= until, {
      path: ['until'],
      params: {
        code: 'end-before-start',
        text: { da: 'Slut er før start.', en: 'The end is before the start.' },
      },
    }),
  response: z.object({ page: z.number() }),
  errors: [],
})
const readFile = defineRoute({
  method: 'POST',
  path: '/api/files',
  permission: 'public',
  summary: 'Count the bytes of a file',
  body: upload({ extensions: ['.csv'], maxBytes: 1000, fields: z.object({ source: z.string().min(2) }) }),
  response: z.object({ name: z.string(), size: z.number(), source: z.string() }),
  errors: ['unusable-file'],
})
const getFile = defineRoute({
  method: 'GET',
  path: '/api/files',
  permission: 'public',
  summary: 'A file',
  response: download('text/csv'),
  errors: [],
})
const failing = defineRoute({
  method: 'GET',
  path: '/api/failing',
  permission: 'public',
  summary: 'Fails',
  query: z.object({ search: z.string().optional() }),
  response: nothing,
  errors: [],
})
const leaking = defineRoute({
  method: 'GET',
  path: '/api/leaking',
  permission: 'public',
  summary: 'Answers with more than it describes',
  response: z.object({ shown: z.number() }),
  errors: [],
})

beforeAll(async () => {
  const unused = (): never => {
    throw new Error('these routes use no database')
  }
  const database = { transaction: unused, beforeSignIn: {}, alive: unused, close: unused }
  app = await createServer({
    routes: [
      handle(saveThing, async ({ query }) => done({ page: query.page })),
      handle(readFile, async ({ file, body }) =>
        file.bytes.byteLength === 0
          ? refused('unusable-file', [
              { code: 'empty', text: { da: 'Filen er tom.', en: 'The file is empty.' }, at: { line: 1 } },
            ])
          : done({ name: file.name, size: file.bytes.byteLength, source: body.source }),
      ),
      handle(getFile, async () => done({ name: 'Årets tal.csv', type: 'text/csv', bytes: 'a;b\n' })),
      handle(failing, async () => {
        throw Object.assign(new Error('duplicate key (cpr)=(0101701234)'), { code: '23505' })
      }),
      handle(leaking, async () => done({ shown: 1, cpr: '0101701234' })),
    ],
    callers: {
      // None of these routes touches the database; the shape is all that is needed.
      open: (request) => ({
        database: database as never,
        now: new Date(),
        today: '2026-01-01',
        language: requestLanguage(request),
      }),
      signedIn: async () => refused('not-signed-in'),
    },
    origin: { loopbackOnly: false },
    secure: false,
    trustProxy: false,
    log: { level: 'info', write: (line) => void log.push(line) },
  })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

const thing = '00000000-0000-4000-8000-000000000000'
const good = { from: '2026-01-01', until: '2026-02-01', answers: [] }

function put(url: string, payload: string, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'PUT',
    url,
    payload,
    headers: { origin, 'content-type': 'application/json', ...headers },
  })
}

describe('wrong input', () => {
  test('is told with every field at once, in the reader’s language, without repeating it', async () => {
    const body = { from: '2026-02-30', until: 5, answers: [{ answer: '0101701234' }] }
    const answer = await put(`/api/things/nothing?page=0`, JSON.stringify(body), { 'accept-language': 'da' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem = problemDetails.parse(answer.json())
    expect(problem.errors?.map(({ in: part, path, code }) => `${part} ${path} ${code}`)).toEqual([
      'params unit wrong-format',
      'query page too-small',
      'body from wrong-format',
      'body until wrong-type',
      'body answers.0.answer not-a-choice',
    ])
    expect(problem.errors?.[2]?.text).toBe('Her skal stå en dato, der findes, som åååå-mm-dd.')
    expect(answer.body).not.toContain('0101701234')
  })

  test('that breaks a rule of the route says so in the rule’s words', async () => {
    const answer = await put(`/api/things/${thing}`, JSON.stringify({ ...good, until: '2025-01-01' }), {
      'accept-language': 'en',
    })
    expect(problemDetails.parse(answer.json()).errors).toEqual([
      { in: 'body', path: 'until', code: 'end-before-start', text: 'The end is before the start.' },
    ])
  })

  test.each([
    ['JSON that breaks off', '{"from":', {}, 400, 'malformed-json'],
    ['an empty body', '', {}, 400, 'malformed-json'],
    ['a body of another type', 'from=1', { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-content-type'],
    ['a body over a megabyte', JSON.stringify('x'.repeat(1_100_000)), {}, 413, 'too-large'],
    ['a key that would change every object', '{"__proto__":{"a":1}}', {}, 400, 'malformed-json'],
  ])('%s gets its own code', async (_what, payload, headers, status, code) => {
    const answer = await put(`/api/things/${thing}`, payload, headers)
    expect([answer.statusCode, problemDetails.parse(answer.json()).code]).toEqual([status, code])
  })

  test('an unknown address is 404 and a known one with another method 405 with those that would do', async () => {
    const unknown = await app.inject({ url: '/api/nothing' })
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'not-found' }])
    const other = await app.inject({ method: 'DELETE', url: '/api/files', headers: { origin } })
    expect([other.statusCode, other.headers.allow]).toEqual([405, 'POST, GET'])
  })

  test('an address that is no address still gets problem details', async () => {
    const answer = await rawRequest('GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toContain('"code":"not-found"')
  })
})

describe('a failure', () => {
  test('tells the person nothing of its cause, and the log nothing of its data', async () => {
    log.length = 0
    const answer = await app.inject({ url: '/api/failing?search=0101701234' })
    expect([answer.statusCode, answer.json()]).toMatchObject([500, { code: 'internal-error' }])
    expect(answer.body).not.toMatch(/duplicate|cpr|0101701234|http-frame/)
    const logged = log.join('')
    expect(logged).not.toMatch(/0101701234|duplicate/)
    expect(logged).toContain('"code":"23505"')
    expect(logged).toContain(String(answer.headers['x-request-id']))
    expect(logged).toMatch(/http-frame\.test\.ts:\d+/)
  })

  test('in every request leaves one line with method, pattern, status and refusal only', async () => {
    log.length = 0
    await put(`/api/things/${thing}?page=0`, JSON.stringify(good))
    const [line, ...more] = log
    expect(more).toEqual([])
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(line ?? ''))).toSorted()).toEqual(
      ['level', 'method', 'ms', 'refusal', 'reqId', 'requestId', 'route', 'status', 'time'].toSorted(),
    )
    expect(line).not.toContain(thing)
  })
})

test('an answer holds what the route describes and nothing else', async () => {
  const answer = await app.inject({ url: '/api/leaking' })
  expect(answer.json()).toEqual({ shown: 1 })
})

describe('files', () => {
  const csv = (size: number, name = 'sager.csv') => new File(['x'.repeat(size)], name)
  const fetchFrom: typeof fetch = (input, init) => fetch(input, { ...init, headers: { origin: address } })
  const send = (file: File, source = 'Nord') =>
    call(readFile, { file, body: { source } }, { origin: address, fetch: fetchFrom })
  const codeOf = async (refusedCall: Promise<unknown>): Promise<string> => {
    const error = await refusedCall.catch((caught: unknown) => caught)
    return error instanceof CallRefused ? error.details.code : `no refusal: ${String(error)}`
  }

  test('go up over a real socket through the typed client', async () => {
    expect(await send(csv(1000, 'Ærø.CSV'))).toEqual({ name: 'Ærø.CSV', size: 1000, source: 'Nord' })
  })

  test('that are too large, of another type, or beside a wrong field are refused', async () => {
    expect(await codeOf(send(csv(1001)))).toBe('too-large')
    expect(await codeOf(send(csv(2_000_000)))).toBe('too-large')
    expect(await codeOf(send(csv(10, 'sager.exe')))).toBe('file-type')
    expect(await codeOf(send(csv(10), 'x'))).toBe('invalid-input')
  })

  test('with problems in their content say on which line', async () => {
    const error = await send(csv(0)).catch((caught: unknown) => caught)
    expect(error instanceof CallRefused && error.details.problems).toEqual([
      { code: 'empty', text: 'Filen er tom.', line: 1 },
    ])
  })

  test('come down under their own name', async () => {
    const { name, blob } = await call(getFile, {}, { origin: address })
    expect([name, await blob.text(), blob.type]).toEqual(['Årets tal.csv', 'a;b\n', 'text/csv'])
  })

  test('are asked for as a form and not as JSON', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/files', payload: {}, headers: { origin } })
    expect(answer.json()).toMatchObject({ code: 'wrong-content-type' })
  })

  test('that break off midway are refused', async () => {
    const payload = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf'
    const headers = { origin, 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await app.inject({ method: 'POST', url: '/api/files', payload, headers })
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'broken-upload' }])
  })
})

describe('another site', () => {
  test('cannot change anything, whether it names itself or hides', async () => {
    for (const headers of [
      { origin: 'http://localhost.evil.example' },
      { origin: 'https://localhost' },
      {},
    ]) {
      const answer = await app.inject({ method: 'PUT', url: `/api/things/${thing}`, payload: good, headers })
      expect(answer.json()).toMatchObject({ code: 'wrong-origin', status: 403 })
    }
  })

  test('gets a policy that lets in nothing from elsewhere', async () => {
    const { headers } = await app.inject({ url: '/api/files' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

/** The exact bytes, which no HTTP client would send. */
function rawRequest(text: string): Promise<string> {
  const { port, hostname } = new URL(address)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
