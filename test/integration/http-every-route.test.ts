import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPermission } from '../../src/contract/frame/permission.ts'
import { problemDetails } from '../../src/contract/frame/problem-details.ts'
import type { Route } from '../../src/contract/frame/route.ts'
import { permissions, type Action, type Span } from '../../src/core/access/permissions.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

// Walks whatever is registered, so a room added later is covered without being told.
let held: TestDatabase
let server: TestServer
const cookies = new Map<Role | 'nobody', string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const role of [...roles, 'nobody'] as const) {
    const grant = role === 'nobody' ? {} : { role, unit }
    await addPerson(held.database, municipalityId, { userName: role, ...grant })
  }
  await signAllIn()
})

async function signAllIn(): Promise<void> {
  for (const role of [...roles, 'nobody'] as const)
    cookies.set(role, await server.signIn(held.first.municipalityId, role))
}
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const anyId = '00000000-0000-4000-8000-000000000000'

/** An address of the route with something in place of every parameter. */
function addressOf(route: Route): string {
  return route.path.replaceAll(/:\w+/g, anyId)
}

function closedRoutes(): readonly Route[] {
  return server.routes.filter(({ permission }) => permission !== 'public')
}

/** Problem details, in form, and without a trace of the program's inside. */
function expectProblem(body: string, status: number): void {
  const problem = problemDetails.parse(JSON.parse(body))
  expect(problem.status).toBe(status)
  expect(body).not.toMatch(/\.ts:\d|node_modules|node:internal|"stack"/)
}

describe('every registered route', () => {
  test('declares a permission of the table, or that it needs none', () => {
    expect(server.routes.length).toBeGreaterThan(5)
    for (const route of server.routes)
      expect([route.path, isPermission(route.permission)]).toEqual([route.path, true])
  })

  test('is the only one with its method and address', () => {
    const names = server.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
    expect(names).toEqual([...new Set(names)])
  })

  test('is public only where that was decided', () => {
    const open = server.routes.filter(({ permission }) => permission === 'public')
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'DELETE /api/session',
      // Opened by calendars, which cannot sign in: the address itself is the secret, and can be ended.
      'GET /api/caseflow/feeds/:token',
      'GET /api/health',
      'GET /api/openapi.json',
      // What a municipality has released to everybody.
      'GET /api/public/:municipality/releases',
      'GET /api/public/:municipality/releases/:number/file',
      'GET /api/session',
      'POST /api/session',
      'POST /api/session/language',
      'POST /api/session/provider',
      'POST /api/session/provider/return',
    ])
  })

  test('answers 401 to whoever is not signed in, before it looks at the input', async () => {
    for (const route of closedRoutes()) {
      const answer = await server.send(route.method, addressOf(route), {
        headers: { 'content-type': 'text/plain' },
      })
      expect([route.path, answer.statusCode]).toEqual([route.path, 401])
      expectProblem(answer.body, 401)
    }
  })

  test('answers 401 to a cookie that was never given out', async () => {
    for (const route of closedRoutes()) {
      const answer = await server.send(route.method, addressOf(route), { cookie: `tilsyn=${'A'.repeat(43)}` })
      expect([route.path, answer.statusCode]).toEqual([route.path, 401])
    }
  })

  test('answers 403 to every role that the table does not name, and fails for no other', async () => {
    for (const route of closedRoutes()) {
      if (route.permission === 'signed-in') continue
      const row = permissions[route.permission as Action]
      for (const [role, cookie] of cookies) {
        const answer = await server.send(route.method, addressOf(route), { cookie })
        const { statusCode } = answer
        const forbidden = role === 'nobody' || !Object.hasOwn(row, role)
        const asItShould = forbidden ? statusCode === 403 : statusCode < 500 && statusCode !== 401
        expect(asItShould, `${route.method} ${route.path} as ${role} is ${statusCode}`).toBe(true)
        // The one route that signs the others out.
        if (route.path === '/api/access/sessions' && statusCode === 200) await signAllIn()
      }
    }
  })

  test('refuses a call that changes something from another origin', async () => {
    for (const route of server.routes.filter(({ method }) => method !== 'GET')) {
      for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
        const answer = await server.send(route.method, addressOf(route), {
          headers,
          cookie: cookies.get('administrator') ?? '',
        })
        expect([route.path, answer.statusCode]).toEqual([route.path, 403])
        expect(answer.json()).toMatchObject({ code: 'wrong-origin' })
      }
    }
  })

  test('keeps its answer out of every cache', async () => {
    for (const route of server.routes) {
      const answer = await server.send(route.method, addressOf(route))
      expect([route.path, answer.headers['cache-control']]).toEqual([route.path, 'no-store'])
    }
  })

  test('names the field when a parameter is not what it should be', async () => {
    const all = server.routes.filter(({ params }) => params !== undefined)
    for (const route of all) {
      if (route.params?.safeParse(everyParam(route, '%')).success === true) continue
      const path = route.path.replaceAll(/:\w+/g, '%25')
      const role =
        route.permission === 'public' || route.permission === 'signed-in'
          ? 'administrator'
          : widestIn(route.permission)
      const answer = await server.send(route.method, path, { cookie: cookies.get(role ?? 'nobody') ?? '' })
      expect([route.path, answer.statusCode]).toEqual([route.path, 400])
      expectProblem(answer.body, 400)
    }
  })

  test('names the charset of every text that it sends as a file', async () => {
    const document = (await server.send('GET', '/api/openapi.json')).body
    const types = [...document.matchAll(/"(text\/[^"]+)":\{/g)].map(([, type = '']) => type)
    expect(new Set(types.map((type) => type.split(';')[0]))).toContain('text/csv')
    expect(types.filter((type) => !type.endsWith('; charset=utf-8'))).toEqual([])
  })

  test('stands in the OpenAPI document', async () => {
    const answer = await server.send('GET', '/api/openapi.json')
    // Our own document; a changed shape fails the expectations.
    const document = answer.json<{ openapi: string; paths: Record<string, Record<string, unknown>> }>()
    expect(document.openapi).toBe('3.1.1')
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const registered = server.routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    )
    expect(listed.toSorted()).toEqual(registered.toSorted())
  })
})

function everyParam(route: Route, value: string): Record<string, string> {
  return Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((key) => [key, value]))
}

/** A role that no route can find to reach too short. */
function widestIn(action: Action): Role | undefined {
  const row: Partial<Record<Role, Span>> = permissions[action]
  const having = (span: Span): Role | undefined => roles.find((role) => row[role] === span)
  return having('municipality') ?? having('unit') ?? having('own')
}
