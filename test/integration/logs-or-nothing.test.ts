import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../src/contract/frame/route.ts'
import { following, judgedDatabase, type Deeds } from '../fuzz/judged-database.ts'
import type { Cell } from '../support/matrix/matrix.ts'
import { openMatrix, type Matrix } from '../support/matrix/open-matrix.ts'
import { digestTables, listCaseData } from '../support/personal-data.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

// Every route as somebody who may, first as always and then with logs that take nothing: what cannot be logged must not
// happen.

const minutes = 60_000
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
let before: ReadonlyMap<string, string>
let after: ReadonlyMap<string, string>

beforeAll(async () => {
  matrix = await openMatrix()
  const { superPool, database } = matrix.held
  const judged = await createTestServer(judgedDatabase(database))
  keeping = await createTestServer(database)
  caseData = await listCaseData(superPool)
  const began = performance.now()
  logged = (await sendEach(judged, firstOfEachKind())).filter(({ answer }) => answer.statusCode < 400)
  await judged.app.close()
  for (const log of ['access_entry', 'change_entry'])
    await superPool.query(`alter table ${log} add constraint takes_nothing check (false) not valid`)
  before = await digestTables(superPool)
  unlogged = await sendEach(keeping, logged)
  after = await digestTables(superPool)
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
