import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { Route } from '../../src/contract/frame/route.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { AnswerValue } from '../../src/core/programme/programme.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

/**
 * Two worlds that differ in one thing only: what level 1 answered about a case. Whoever has yet to submit their own
 * review of it must get the same answer from every route in both, or something of level 1's answers has reached them.
 */
interface World {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly cookies: ReadonlyMap<string, string>
  readonly below: ReviewId
  readonly own: ReviewId
  readonly caseStage: string
  readonly unit: string
  readonly visit: string
  /** An error that level 1 added in words. */
  readonly finding: string
  readonly persons: ReadonlyMap<string, PersonId>
}

const canary = 'kanariefugl'
const worlds: World[] = []
/** As `worlds`, but level 1 is reviewed apart, and only one of its two has handed in. */
const apartWorlds: World[] = []
/** Level 2's reviewers, and others of the house who may read but whose level has not submitted. */
const onlookers = ['chef', 'jurist', 'stab', 'central', 'direktør', 'admin', 'sagsbehandler'] as const

beforeAll(async () => {
  for (const answer of ['yes', 'no'] as const) {
    worlds.push(await makeWorld(answer))
    apartWorlds.push(await makeWorld(answer, { apart: true }))
  }
}, 240_000)
afterAll(async () => {
  for (const { server, held } of [...worlds, ...apartWorlds]) {
    await server.app.close()
    await held.close()
  }
})

async function makeWorld(answer: AnswerValue, { apart = false } = {}): Promise<World> {
  const held = await createTestDatabase()
  const server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  const persons = new Map<string, PersonId>()
  const cookies = new Map<string, string>()
  const people = [
    ['leder', 'department-manager', true],
    ['kollega', 'professional-coordinator', true],
    ['chef', 'area-manager', true],
    ['jurist', 'unit-lawyer', true],
    ['stab', 'staff-lawyer', false],
    ['central', 'central-lawyer', false],
    ['direktør', 'director', false],
    ['admin', 'administrator', false],
    ['sagsbehandler', 'caseworker', true],
  ] as const
  for (const [name, role, inUnit] of people) {
    const userName = name.replace('ø', 'o')
    persons.set(
      name,
      await addPerson(held.database, municipalityId, { userName, role, unit: inUnit ? unit : null }),
    )
    cookies.set(name, await server.signIn(municipalityId, userName))
  }
  const person = (name: string): PersonId => {
    const id = persons.get(name)
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }
  const file = await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8')
  const source = apart ? file.replace('together: true', 'apart: true') : file
  const round = await createReviewRound(held.database, actor, personId, unit, '2023q4', source)
  const { review, caseStage } = await addReviewedCase(held.database, actor, round, {
    caseId: 'F-1',
    reviewers: {
      1: apart ? [person('leder'), person('kollega')] : [person('leder')],
      2: [person('chef'), person('jurist')],
    },
  })
  const cookie = cookies.get('leder') ?? ''
  for (const { key, answerType } of getStage(round.programme, 'underretning').questions) {
    if (answerType !== 'yes-no') continue
    const saved = await server.send('PUT', `/api/reviews/${review(1)}/answers/${key}`, {
      cookie,
      body: {
        answer,
        comment: `${canary} ${answer}`,
        evidenceReference: `${canary} ${answer}`,
        evidenceDate: null,
        version: 0,
      },
    })
    if (saved.statusCode !== 200) throw new Error(`${key}: ${saved.body}`)
  }
  const submitted = await server.send('POST', `/api/reviews/${review(1)}/submission`, {
    cookie,
    body: { minutes: 30 },
  })
  if (submitted.statusCode !== 200) throw new Error(submitted.body)
  const added = await server.send('POST', `/api/reviews/${review(1)}/findings`, {
    cookie,
    body: { text: `${canary} ${answer}` },
  })
  if (added.statusCode !== 204) throw new Error(added.body)
  const { rows } = await held.superPool.query<{ id: string }>('select id from finding where added_in = $1', [
    review(1),
  ])
  const finding = rows[0]?.id ?? ''
  // The case has an overview sheet, so that the routes of sheets and walk-throughs tell of it.
  const begun = { caseId: 'F-1', kind: 'measure-started', time: '2026-01-05', unit: 'Nord' }
  const events = [{ ...begun, caseworker: 'sagsbehandler' }]
  await server.send('POST', '/api/caseflow/events', {
    cookie: cookies.get('admin') ?? '',
    body: { source: 'fagsystem', events },
  })
  // What level 1 found good is marked as an example, where its answers can be one; a visit follows the round up.
  // The log tells that something was added to the review and not what: where no example can be marked, an error is added, and
  // where one can, it is tried once more, so that the worlds differ in what was written and not in how often.
  for (const { key } of getStage(round.programme, 'underretning').questions) {
    const text = `${canary} ${answer}`
    const mark = () =>
      server.send('POST', `/api/reviews/${review(1)}/strengths`, { cookie, body: { question: key, text } })
    if ((await mark()).statusCode < 400) await mark()
    else await server.send('POST', `/api/reviews/${review(1)}/findings`, { cookie, body: { text } })
  }
  const planned = await server.send('POST', `/api/units/${unit}/visits`, {
    cookie: cookies.get('stab') ?? '',
    body: {
      day: danishDay(new Date()),
      place: null,
      round: '2023q4',
      participants: [],
      follows: null,
    },
  })
  const visit = planned.json<{ id: string }>().id
  return { held, server, cookies, persons, below: review(1), own: review(2), caseStage, finding, unit, visit }
}

/** Every address that a GET route has for this world's things. */
function* addresses({ server, below, own, persons, finding, unit, visit }: World): Generator<string> {
  const values: Record<string, readonly string[]> = {
    review: [below, own],
    finding: [finding],
    unit: [unit],
    visit: [visit],
    round: ['2023q4'],
    level: ['1', '2'],
    programme: ['bbu-2017'],
    question: ['U-1.1', 'U-2.1'],
    person: [persons.get('leder') ?? ''],
    case: ['F-1'],
    caseId: ['F-1'],
  }
  for (const route of server.routes) {
    const { method, path } = route
    // Keys are random in any two worlds, and are made before anybody answers.
    if (method !== 'GET' || ['/api/openapi.json', '/api/draft-keys'].includes(path)) continue
    let filled: string[] = [path]
    for (const [, name = ''] of path.matchAll(/:(\w+)/g))
      filled = filled.flatMap((each) =>
        // What this world has none of is asked for as something of level 1's.
        (values[name] ?? [below]).map((value) => each.replace(`:${name}`, value)),
      )
    for (const address of filled)
      for (const query of [
        '',
        '?language=da',
        '?format=csv',
        '?search=F-1',
        '?format=csv&lang=da',
        '?edition=internal&language=da&format=html',
        ...queriesOf(route, values),
      ])
        yield `${address}${query}`
  }
}

interface QuerySchema {
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>
}

/** Queries that a route cannot do without, in every choice that it lists: the log by each of its kinds. */
function queriesOf({ query }: Route, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  if (!(query instanceof z.ZodType)) return []
  const { required = [], properties = {} } = z.toJSONSchema(query, {
    io: 'input',
    unrepresentable: 'any',
  }) as QuerySchema // the parts read here are those of JSON schema
  let filled = required.length === 0 ? [] : ['?']
  for (const name of required)
    filled = filled.flatMap((each) =>
      (properties[name]?.enum ?? values[name] ?? ['2026-01-05']).map((value) => `${each}${name}=${value}&`),
    )
  return filled
}

/** Ids and times differ between any two worlds: they are numbered in the order they come. */
function comparable(body: string): string {
  const seen = new Map<string, string>()
  return (
    body
      // A calendar file folds its long lines.
      .replaceAll('\r\n ', '')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
        const name = seen.get(id) ?? `id${seen.size}`
        seen.set(id, name)
        return name
      })
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)|\d{8}T\d{6}Z/g, 'time')
      .replaceAll(/"session[^"]*":"[^"]*"/g, 'session')
      // Drawn at random for each person.
      .replaceAll(/"id":"[0-9a-f]{16}","key":"[^"]*"/g, 'draft key')
  )
}

test.each(onlookers)(
  'no route tells %s anything of what level 1 answered before level 2 has submitted',
  async (name) => {
    expect(await listTold(worlds, name)).toEqual([])
  },
  120_000,
)

test.each(['kollega', ...onlookers])(
  'no route tells %s anything of one’s own form while the other of the two has not handed in',
  async (name) => {
    expect(await listTold(apartWorlds, name)).toEqual([])
  },
  120_000,
)

/** The addresses that answer the person differently in two worlds that differ in the answers that must stay closed. */
async function listTold([yes, no]: readonly World[], name: string): Promise<readonly string[]> {
  if (yes === undefined || no === undefined) throw new Error('a world is missing')
  const [ofYes, ofNo] = [[...addresses(yes)], [...addresses(no)]]
  if (ofYes.length <= 100) throw new Error('hardly a route was found')
  const told: string[] = []
  for (const [i, address] of ofYes.entries()) {
    const [one, other] = await Promise.all([ask(yes, name, address), ask(no, name, ofNo[i] ?? '')])
    const alike = one.statusCode === other.statusCode && comparable(textOf(one)) === comparable(textOf(other))
    if (!alike || textOf(one).includes(canary)) told.push(address)
  }
  return told
}

test('the same walk does see the answers once level 2 has submitted, so that it can see at all', async () => {
  const [world] = worlds
  if (world === undefined) throw new Error('a world is missing')
  const { rows } = await world.held.superPool.query<{ key: string }>(
    'select question_key as key from review_answer where review_id = $1',
    [world.below],
  )
  const cookie = world.cookies.get('chef') ?? ''
  const body = { answer: 'yes', comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
  for (const { key } of rows)
    await world.server.send('PUT', `/api/reviews/${world.own}/answers/${key}`, { cookie, body })
  const submitted = await world.server.send('POST', `/api/reviews/${world.own}/submission`, {
    cookie,
    body: { minutes: 30 },
  })
  expect(submitted.statusCode).toBe(200)
  const seen: string[] = []
  for (const address of addresses(world))
    if ((await ask(world, 'chef', address)).body.includes(canary)) seen.push(address)
  expect(seen).toContain(`/api/reviews/${world.own}/differences`)
  expect(seen).toContain('/api/findings')
  expect(seen).toContain(`/api/findings/${world.finding}`)
  expect(seen).toContain('/api/caseflow/cases/F-1/audits')
})

/** An archive as the names and texts of its files. */
function textOf({ headers, body, rawPayload }: Awaited<ReturnType<typeof ask>>): string {
  if (headers['content-type'] !== 'application/zip') return body
  const files = Object.entries(unzipSync(new Uint8Array(rawPayload)))
  return files.map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`).join('\n')
}

function ask({ server, cookies }: World, name: string, address: string) {
  return server.send('GET', address, { cookie: cookies.get(name) ?? '' })
}

test('the same walk shows the one form to the other once both have handed in', async () => {
  const [world] = apartWorlds
  if (world === undefined) throw new Error('a world is missing')
  const { rows } = await world.held.superPool.query<{ key: string }>(
    'select question_key as key from own_answer where review_id = $1',
    [world.below],
  )
  const cookie = world.cookies.get('kollega') ?? ''
  const body = { answer: 'na', comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
  for (const { key } of rows)
    await world.server.send('PUT', `/api/reviews/${world.below}/answers/${key}`, { cookie, body })
  const submitted = await world.server.send('POST', `/api/reviews/${world.below}/submission`, {
    cookie,
    body: { minutes: 30 },
  })
  expect(submitted.statusCode).toBe(200)
  expect((await ask(world, 'kollega', `/api/reviews/${world.below}/merge`)).body).toContain(canary)
})
