import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '../../src/contract/frame/route.ts'
import { problemDetails } from '../../src/contract/frame/problem-details.ts'
import { permissions, type Action, type Span } from '../../src/core/access/permissions.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

// Walks every field of whatever is registered: what the database cannot store is to be refused by the field's schema.
let held: TestDatabase
let server: TestServer
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const role of roles) {
    await addPerson(held.database, municipalityId, { userName: role, role, unit })
    cookies.set(role, await server.signIn(municipalityId, role))
  }
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

type Json = Readonly<Record<string, unknown>>
type Path = readonly string[]

/** Values that are compared with a hash only, never stored. */
const neverStored = new Set([
  'POST /api/session body password',
  'POST /api/session/step-up body password',
  'PUT /api/session/password body before',
])
const hostileTexts = ['a\u0000b', 'a\u001bb', 'a\ud800b']
const hostileDays = ['0000-01-01', '9999-12-31']
const hostileNumber = 2 ** 31

function schemaOf(schema: z.ZodType): Json {
  // JSON Schema is a JSON object.
  return z.toJSONSchema(schema, { io: 'input' }) as Json
}

/** The fields with a value of their own, by their place, each with its schema. */
function fields(schema: Json, path: Path = []): readonly (readonly [Path, Json])[] {
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].flatMap((one: Json) => fields(one, path))
  if (schema['type'] === 'object') {
    // `properties` of a JSON Schema holds schemas.
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>
    return Object.entries(properties).flatMap(([name, one]) => fields(one, [...path, name]))
  }
  return schema['type'] === 'null' ? [] : [[path, schema]]
}

function hostileTo(schema: Json): readonly unknown[] {
  if (schema['type'] === 'string')
    return schema['format'] === 'date' ? [...hostileDays, ...hostileTexts] : hostileTexts
  return schema['type'] === 'integer' || schema['type'] === 'number' ? [hostileNumber] : []
}

function nested([name, ...rest]: Path, value: unknown): unknown {
  return name === undefined ? value : { [name]: nested(rest, value) }
}

function cookieFor({ permission }: Route): string {
  const able = permission === 'public' || permission === 'signed-in' ? roles[0] : widestIn(permission)
  return cookies.get(able ?? '') ?? ''
}

/** A role that no route can find to reach too short. */
function widestIn(action: Action): Role | undefined {
  const row: Partial<Record<Role, Span>> = permissions[action]
  const having = (span: Span): Role | undefined => roles.find((role) => row[role] === span)
  return having('municipality') ?? having('unit') ?? having('own')
}

const anyId = '00000000-0000-4000-8000-000000000000'
const plainAddress = (route: Route) => route.path.replaceAll(':level', '1').replaceAll(/:\w+/g, anyId)

async function expectRefused(route: Route, part: string, path: string, url: string, body?: unknown) {
  const where = `${route.method} ${route.path} ${part} ${path}`
  const answer = await server.send(route.method, url, {
    cookie: cookieFor(route),
    ...(body !== undefined && { body }),
  })
  expect([where, answer.statusCode]).toEqual([where, 400])
  const { errors = [] } = problemDetails.parse(answer.json())
  const named = errors.some((error) => error.in === part && error.path === path)
  expect([where, named]).toEqual([where, true])
}

test('every field of a body refuses what cannot be stored, by name', async () => {
  let tried = 0
  for (const route of server.routes) {
    const { body } = route
    if (!(body instanceof z.ZodType)) continue
    for (const [path, schema] of fields(schemaOf(body))) {
      const name = path.join('.')
      if (neverStored.has(`${route.method} ${route.path} body ${name}`)) continue
      for (const value of hostileTo(schema)) {
        await expectRefused(route, 'body', name, plainAddress(route), nested(path, value))
        tried += 1
      }
    }
  }
  expect(tried).toBeGreaterThan(50)
})

test('every text beside a file does so too', () => {
  const uploads = server.routes.flatMap(({ body }) =>
    body === undefined || body instanceof z.ZodType ? [] : [body.fields],
  )
  expect(uploads.length).toBeGreaterThan(0)
  for (const schema of uploads)
    for (const [path] of fields(schemaOf(schema)))
      for (const text of hostileTexts) {
        const error = schema.safeParse(nested(path, text)).error
        expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path.join('.'))
      }
})

test('every parameter of an address does so too', async () => {
  let tried = 0
  for (const route of server.routes) {
    for (const [path, schema] of route.query === undefined ? [] : fields(schemaOf(route.query))) {
      const values = schema['type'] === 'string' ? hostileTo(schema) : ['x\u0000']
      // Half a character has no form in an address.
      for (const value of values.filter((one) => typeof one === 'string' && one.isWellFormed())) {
        const query = new URLSearchParams({ [path.join('.')]: String(value) })
        await expectRefused(route, 'query', path.join('.'), `${plainAddress(route)}?${query}`)
        tried += 1
      }
    }
    for (const name of Object.keys(route.params?.shape ?? {})) {
      const url = plainAddress({ ...route, path: `/api/${route.path.slice(5).replace(`:${name}`, 'a%00b')}` })
      await expectRefused(route, 'params', name, url)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(40)
})

test('broken UTF-8 in an address is refused', async () => {
  for (const route of server.routes.filter(({ params }) => params !== undefined)) {
    const answer = await server.send(route.method, route.path.replaceAll(/:\w+/g, '%ED%A0%80'), {
      cookie: cookieFor(route),
    })
    const refused = [400, 404].includes(answer.statusCode)
    expect([route.method, route.path, refused]).toEqual([route.method, route.path, true])
  }
})
