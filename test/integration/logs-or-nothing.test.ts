import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../src/contract/frame/route.ts'
import { following, judgedDatabase, type Deeds } from '../fuzz/judged-database.ts'
import type { Cell } from '../support/matrix/matrix.ts'
import { openMatrix, type Matrix } from '../support/matrix/open-matrix.ts'
import { digestTables, listCaseData, listPersonalData } from '../support/personal-data.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

// Every route as somebody who may, first as always and then with logs that take nothing: what cannot be logged must not
// happen. Meanwhile the server and PostgreSQL write logs of their own, which must not tell of anybody, whatever is sent.

const minutes = 60_000
/** Sent where it does not belong; written so that no encoding of an address hides it. */
const bird = 'Kanariefugl 010117-4000'
const birdSong = /Kanariefugl|010117-?4000/
/** Through these most of what is known of a child is read. */
const coreReads = [
  'GET /api/reviews/:review',
  'GET /api/reviews/mine',
  'GET /api/findings/:finding',
  'GET /api/caseflow/cases/:case',
  'GET /api/log/record',
]

interface Answered extends Cell {
  readonly answer: LightMyRequestResponse
  /** Changes that were recorded, and would have been kept. */
  readonly kept: number
  /** Looks that were recorded. */
  readonly looks: number
}

let matrix: Matrix
/** Keeps what is written, as the program does. */
let keeping: TestServer
let caseData: ReadonlySet<string>
let logged: readonly Answered[]
let unlogged: readonly Answered[]
/** Calls with the bird in them, by the status of their answers. */
let sung: ReadonlyMap<number, number>
let personalData: ReadonlySet<string>
let serverLog: string
/** What PostgreSQL logged meanwhile. */
let postgresLog: string
let before: ReadonlyMap<string, string>
let after: ReadonlyMap<string, string>

beforeAll(async () => {
  matrix = await openMatrix()
  const { superPool, database } = matrix.held
  const judged = await createTestServer(judgedDatabase(database))
  keeping = await createTestServer(database)
  caseData = await listCaseData(superPool)
  personalData = await listPersonalData(superPool)
  const postgres = await openPostgresLog()
  const began = performance.now()
  logged = (await sendEach(judged, firstOfEachKind())).filter(({ answer }) => answer.statusCode < 400)
  sung = await sing(judged, firstOfEachKind())
  await judged.app.close()
  for (const log of ['access_entry', 'change_entry'])
    await superPool.query(`alter table ${log} add constraint takes_nothing check (false) not valid`)
  before = await digestTables(superPool)
  unlogged = await sendEach(keeping, logged)
  after = await digestTables(superPool)
  serverLog = [...judged.log, ...keeping.log].join('')
  postgresLog = await postgres.read()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.info(`logs or nothing: ${logged.length} calls that worked, again without logs, in ${seconds} s`)
}, 10 * minutes)
afterAll(async () => {
  await keeping.app.close()
  await matrix.close()
})

/** One call for each way of standing to each state of a thing, by the first who is let in; of no thing, by each role. */
function firstOfEachKind(): readonly Cell[] {
  const calls = new Map<string, Cell>()
  for (const cell of matrix.cells) {
    const { route, who, standing, state, expected, named, cookie } = cell
    if (expected !== 'admitted' || named !== 'own' || cookie === undefined || signsOut(route)) continue
    const key = `${nameOf(cell)} ${standing === 'none' ? who : standing} ${state}`
    if (!calls.has(key)) calls.set(key, cell)
  }
  return [...calls.values()]
}

/** Whoever signs out is signed out for all further calls. */
const signsOut = ({ method, path }: Route): boolean => method === 'DELETE' && path === '/api/session'

async function sendEach(server: TestServer, cells: readonly Cell[]): Promise<readonly Answered[]> {
  const answered: Answered[] = []
  for (const cell of cells) {
    const { route, url, cookie, body } = cell
    const deeds: Deeds = { kept: 0, looks: 0 }
    const answer = await following(deeds, () =>
      server.send(route.method, url, {
        ...(cookie !== undefined && { cookie }),
        ...(body !== undefined && { body }),
      }),
    )
    answered.push({ ...cell, answer, ...deeds })
  }
  return answered
}

/** Each route once more, with the bird in its address, its query, its body and its file, as JSON and as no JSON. */
async function sing(server: TestServer, cells: readonly Cell[]): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>()
  const routes = new Map(cells.map((cell) => [cell.route, cell]))
  const inAddress = encodeURIComponent(bird)
  for (const { route, url, cookie = '', body } of routes.values()) {
    const headers = { origin: 'http://localhost', cookie }
    const ask = async (to: string, payload?: string, type = 'application/json'): Promise<void> => {
      const { statusCode } = await server.app.inject({
        method: route.method,
        url: to,
        headers: { ...headers, ...(payload !== undefined && { 'content-type': type }) },
        ...(payload !== undefined && { payload }),
      })
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    }
    const [path = '', query = ''] = url.split('?')
    const names = [...new URLSearchParams(query).keys(), 'bird']
    await ask(`${path}?${names.map((name) => `${name}=${inAddress}`).join('&')}`)
    if (route.path.includes(':')) await ask(route.path.replaceAll(/:\w+/g, inAddress))
    if (route.method === 'GET') continue
    await ask(url, JSON.stringify(withBird(body ?? {})))
    await ask(url, `{"note":"${bird}`)
    const part = `--b\r\nContent-Disposition: form-data; name="file"; filename="${bird}.csv"\r\n\r\n${bird};${bird}\n${bird}\r\n--b--\r\n`
    await ask(url, part, 'multipart/form-data; boundary=b')
  }
  const password = { userName: bird, password: bird }
  await server.send('POST', '/api/session', { body: { municipality: matrix.municipality, ...password } })
  return statuses
}

/** The same, with every text replaced. */
function withBird(value: unknown): unknown {
  if (typeof value === 'string') return bird
  if (Array.isArray(value)) return value.map(withBird)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withBird(part)]))
}

/** From here on, of the server that the tests started themselves: on another one this file is left out. */
async function openPostgresLog(): Promise<{ read(): Promise<string> }> {
  const { rows } = await matrix.held.superPool.query<{ data: string }>(
    `select current_setting('data_directory') as data`,
  )
  const file = await open(join(dirname(rows[0]?.data ?? ''), 'postgres.log'))
  const { size } = await file.stat()
  return {
    async read() {
      const { size: now } = await file.stat()
      const bytes = Buffer.alloc(now - size)
      await file.read(bytes, 0, bytes.length, size)
      await file.close()
      return bytes.toString()
    },
  }
}

/** Who and what is told of in a log. */
function namedIn(log: string): readonly string[] {
  return [...(birdSong.exec(log) ?? []), ...[...personalData].filter((value) => log.includes(value))]
}

const nameOf = ({ route }: { readonly route: Route }): string => `${route.method} ${route.path}`

/** What of case data stands in an answer, in quotes as JSON writes it or in a line of a file, and was not sent. */
function caseDataIn({ answer, sent }: Answered): readonly string[] {
  const said = sent.join(' ')
  const parts = answer.body.match(/[^"\n;,\\]{4,}/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => caseData.has(part) && !said.includes(part))
}

function routesOf(answers: readonly Answered[]): readonly string[] {
  return [...new Set(answers.map(nameOf))].toSorted()
}

test('when nothing can be logged, no route answers case data', () => {
  const told = unlogged.filter((one) => caseDataIn(one).length > 0)
  expect(told.map((one) => `${nameOf(one)} ${one.answer.statusCode}: ${caseDataIn(one)[0]}`)).toEqual([])
})

test('when nothing can be logged, no row of any table is changed', () => {
  expect([...after].filter(([table, digest]) => before.get(table) !== digest)).toEqual([])
})

test('when nothing can be logged, no call that is to leave an entry works', () => {
  const worked = unlogged.filter(({ answer }, at) => {
    const { kept = 0, looks = 0 } = logged[at] ?? {}
    return kept + looks > 0 && answer.statusCode < 400
  })
  expect(routesOf(worked)).toEqual([])
})

test('when nothing can be logged, nobody is told more than that it did not work', () => {
  const failures = unlogged.filter(({ answer }) => answer.statusCode >= 500)
  const told = failures.map(({ answer }) => `${answer.statusCode} ${answer.json<{ code: string }>().code}`)
  expect(new Set(told)).toEqual(new Set(['500 internal-error']))
})

test('with logs, so many routes answer case data and change something that the others mean anything', () => {
  const told = routesOf(logged.filter((one) => one.route.method === 'GET' && caseDataIn(one).length > 0))
  const looked = routesOf(logged.filter(({ looks }) => looks > 0))
  const changed = routesOf(logged.filter(({ kept }) => kept > 0))
  console.info(
    `logs or nothing: ${told.length} routes answered case data, ${looked.length} recorded a look, ${changed.length} a change`,
  )
  expect(looked).toEqual(expect.arrayContaining(coreReads))
  expect(told.length).toBeGreaterThan(25)
  expect(changed.length).toBeGreaterThan(40)
})

test('the server’s log tells of every call, and of nobody', () => {
  const birds = [...sung.values()].reduce((sum, count) => sum + count, 0)
  console.info(
    `logs or nothing: ${birds} calls with a name and a CPR number in them (${[...sung].map(([status, count]) => `${count} ${status}`).join(', ')})`,
  )
  expect(birds).toBeGreaterThan(3 * new Set(logged.map(nameOf)).size)
  expect(serverLog.split('\n').length).toBeGreaterThan(2 * logged.length + birds)
  expect(personalData.size).toBeGreaterThan(100)
  expect(namedIn(serverLog)).toEqual([])
})

test('PostgreSQL’s log tells of what it refused, and of nobody', () => {
  expect(postgresLog).toContain('takes_nothing')
  expect(namedIn(postgresLog)).toEqual([])
})
