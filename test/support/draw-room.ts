import { afterAll, beforeAll, expect } from 'vitest'
import type { z } from 'zod'
import { getDraw } from '../../src/contract/draw/draws.ts'
import { getRound } from '../../src/contract/draw/rounds.ts'
import { readSeed } from '../../src/core/draw/seed.ts'
import { readFrame } from '../../src/core/registry/read-frame.ts'
import { seedAudit, type Audit } from './audit.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { addPerson, createTestServer, type Call, type TestServer } from './server.ts'

/*
 * A municipality with an audit to draw and everybody signed in, for the tests of the draw room. Importing it registers
 * the hooks that make and remove it.
 */
export let held: TestDatabase
export let server: TestServer
export let audit: Audit
const cookies = new Map<string, string>()
export const leaders = ['administrator', 'staff-lawyer'] as const
export const others = [
  'caseworker Nord',
  'professional-coordinator Nord',
  'department-manager Nord',
  'area-manager Nord',
  'unit-lawyer Syd',
  'central-lawyer',
  'director',
  'ombudsman',
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  audit = await seedAudit(held.database, held.first.municipalityId)
  for (const name of [...leaders, ...others])
    cookies.set(name, await server.signIn(held.first.municipalityId, name))
  await addPerson(held.database, held.second.municipalityId, { userName: 'foreign', role: 'administrator' })
  cookies.set('foreign', await server.signIn(held.second.municipalityId, 'foreign'))
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function as(name: string, call: Call = {}): Call {
  return { ...call, cookie: cookies.get(name) ?? '' }
}
export const get = (url: string, name = 'administrator') => server.send('GET', url, as(name))
export const post = (url: string, body?: unknown, name = 'administrator') =>
  server.send('POST', url, as(name, body === undefined ? {} : { body }))

export function draft(key: string, rest: object = {}) {
  const titles = { titleDa: `Runde ${key}`, titleEn: `Round ${key}` }
  const period = { periodFrom: '2026-07-01', periodTo: '2026-09-30' }
  return { key, ...titles, programme: 'bbu-2017', ...period, baseline: null, ...rest }
}

export async function open(key: string, rest: object = {}): Promise<void> {
  expect((await post('/api/rounds', draft(key, rest))).statusCode).toBe(200)
}

export const level = (round: string, number: number) => `/api/rounds/${round}/levels/${number}`

export async function readDraw(
  round: string,
  number: number,
  name?: string,
): Promise<z.output<typeof getDraw.response>> {
  return getDraw.response.parse((await get(`${level(round, number)}/draw`, name)).json())
}

export async function readRound(round: string): Promise<z.output<typeof getRound.response>> {
  return getRound.response.parse((await get(`/api/rounds/${round}`)).json())
}

export async function freezeAndDraw(round: string, number: number): Promise<void> {
  expect((await post(`${level(round, number)}/frame`)).statusCode).toBe(200)
  expect((await post(`${level(round, number)}/draw`)).statusCode).toBe(200)
}

/** The three files as somebody elsewhere would have them. */
export async function downloads(round: string, number: number) {
  const [draw, frame, seed] = await Promise.all(
    ['draw.json', 'frame.csv', 'seed.txt'].map((file) => get(`${level(round, number)}/${file}`)),
  )
  const rows = await readFrame(frame?.rawPayload ?? Buffer.of(), 'frame.csv')
  const bytes = readSeed(seed?.rawPayload ?? Buffer.of(), 'seed.txt')
  if (draw === undefined || !rows.ok || !bytes.ok) throw new Error('the files cannot be read')
  const file: unknown = draw.json()
  return { file, text: draw.body, frame: rows.value.finished, seed: bytes.value.bytes }
}
