import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  FigurePlace,
  FigureSide,
  HiddenRowAnswer,
  SinceReleaseAnswer,
} from '../../src/contract/report/figures.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

interface Row {
  readonly id: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notApplicable: number | null
  readonly withheld: boolean
}

let held: TestDatabase
let server: TestServer
let closed = ''
let open = ''
const cookies = new Map<Role, string>()
/** What the released files print, by edition. */
const printed = { internal: [] as readonly Row[], public: [] as readonly Row[] }
const numbers = { internal: '', public: '' }
const ids = { internal: '', public: '' }

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const { rows: rounds } = await held.superPool.query<{ key: string; state: string }>(
    'select key, state from round order by period_from desc',
  )
  closed = rounds.find(({ state }) => state === 'closed')?.key ?? ''
  open = rounds.find(({ state }) => state === 'open')?.key ?? ''
  const { rows: people } = await held.superPool.query<{ role: Role; person_id: string }>(
    'select distinct on (role) role, person_id from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person_id: personId } of people) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId } })
    if (answer.statusCode === 204) cookies.set(role, cookieOf(answer))
  }
  for (const edition of ['internal', 'public'] as const) {
    numbers[edition] = await release(edition)
    const file = await get('staff-lawyer', `/api/released/${numbers[edition]}/file?lang=da&format=json`)
    printed[edition] = file.json<{ figures: readonly Row[] }>().figures
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const get = (role: Role, path: string) => server.send('GET', path, { cookie: cookies.get(role) ?? '' })

async function release(edition: 'internal' | 'public'): Promise<string> {
  const post = async (role: Role, path: string, body: object) => {
    const answer = await server.send('POST', path, {
      cookie: cookies.get(role) ?? '',
      body,
      headers: { 'idempotency-key': randomUUID() },
    })
    expect([answer.statusCode, answer.body]).toEqual([
      expect.toSatisfy((code) => code < 300),
      expect.any(String),
    ])
    return answer
  }
  const body = { round: closed, template: 'committee', edition, english: false, corrects: null }
  const { id } = (await post('staff-lawyer', '/api/releases', body)).json<{ id: string }>()
  await post('staff-lawyer', `/api/releases/${id}/hand-over`, { seen: 0 })
  await post('central-lawyer', `/api/releases/${id}/check`, { outcome: 'passed' })
  await post('director', `/api/releases/${id}/approval`, { outcome: 'passed' })
  await post('staff-lawyer', `/api/releases/${id}/publication`, { outcome: 'passed' })
  ids[edition] = id
  return (await get('staff-lawyer', `/api/releases/${id}`)).json<{ number: string }>().number
}

async function look(role: Role, id: string) {
  const answer = await get(role, `/api/figures?id=${encodeURIComponent(id)}`)
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  return answer.json<{ places: FigurePlace[]; matches: { id: string }[] }>()
}

async function casesOf(id: string): Promise<FigureSide> {
  const answer = await get('staff-lawyer', caseAddress(id))
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  const { side } = answer.json<{ side: FigureSide | null }>()
  if (side === null) throw new Error(`${id} opens to no cases`)
  return side
}

const caseAddress = (id: string, round = closed) =>
  `/api/rounds/${round}/figure-cases?id=${encodeURIComponent(id)}`

const shareOf = /^question\/.*\/level-2\/all\/share$/u
const hidden = () => {
  const figure = printed.public.find(({ id, withheld }) => withheld && shareOf.test(id))
  if (figure === undefined) throw new Error('the public edition hides no share')
  return figure.id
}

describe('a figure’s id from paper', () => {
  test('leads to every edition that prints it, with what it was made of and how', async () => {
    const share = printed.internal.find(({ id, value }) => shareOf.test(id) && value !== null)
    const { places } = await look('staff-lawyer', share?.id ?? '')
    expect(places.map(({ number }) => number).toSorted()).toEqual(
      [numbers.internal, numbers.public].toSorted(),
    )
    const internal = places.find(({ edition }) => edition === 'internal')
    expect(internal).toMatchObject({
      numerator: share?.numerator,
      denominator: share?.denominator,
      notApplicable: share?.notApplicable,
      opens: 'cases',
      round: { key: closed },
      programme: { version: expect.any(Number) },
      release: expect.any(String),
    })
    expect(internal?.what?.da).toMatch(/^Andel i orden: .* · niveau 2 .* · hele kommunen$/u)
    expect(internal?.how.da).toContain('tælleren')
  })

  test('is read as it is printed and copied: in braces, or with … for what changes from row to row', async () => {
    const [first] = printed.internal.filter(({ id }) => shareOf.test(id))
    const id = first?.id ?? ''
    expect((await look('staff-lawyer', `{${id}}`)).places).not.toEqual([])
    // Within one stage, as only so many are listed and the order is the report's.
    for (const mark of ['...', '…']) {
      const pattern = id.replace(/^(question\/[^/]+)\/[^/]+/u, `$1/${mark}`)
      const { matches, places } = await look('staff-lawyer', pattern)
      expect(places).toEqual([])
      expect(matches.map((match) => match.id)).toContain(id)
      expect(matches.every((match) => shareOf.test(match.id))).toBe(true)
    }
    // The signs of a database's pattern are signs like others.
    expect(await look('staff-lawyer', '%')).toEqual({ places: [], matches: [] })
    expect((await look('staff-lawyer', id.replaceAll('-', '_'))).places).toEqual([])
  })

  test('tells those who read public reports only what those print', async () => {
    const id = hidden()
    expect((await look('staff-lawyer', id)).places.map(({ edition }) => edition).toSorted()).toEqual([
      'internal',
      'public',
    ])
    for (const role of ['caseworker', 'ombudsman', 'professional-coordinator'] as const) {
      const { places } = await look(role, id)
      expect(places).toMatchObject([
        {
          edition: 'public',
          withheld: true,
          numerator: null,
          denominator: null,
          notApplicable: null,
          interval: null,
          opens: 'not-permitted',
          release: null,
        },
      ])
      expect(places[0]?.printed.da).toBe('·')
    }
    const inPublic = new Set(printed.public.map((figure) => figure.id))
    const only = printed.internal.find((figure) => !inPublic.has(figure.id))
    expect(await look('caseworker', only?.id ?? '')).toEqual({ places: [], matches: [] })
    expect((await look('caseworker', '…')).matches.every((match) => inPublic.has(match.id))).toBe(true)
  })
})

describe('the cases behind a figure', () => {
  test('add up to what the report prints, in the round and in the one before', async () => {
    const shares = printed.internal.filter(({ id, value }) => shareOf.test(id) && value !== null).slice(0, 4)
    expect(shares.length).toBe(4)
    for (const { id, numerator, denominator, notApplicable } of shares) {
      const side = await casesOf(id)
      expect(side).toMatchObject({ numerator, denominator, notApplicable, round: { key: closed } })
      expect(side.cases).toHaveLength((denominator ?? 0) + (notApplicable ?? 0))
      const before = printed.internal.find((one) => one.id === id.replace(/share$/u, 'baseline'))
      const baseline = await casesOf(before?.id ?? '')
      expect(baseline.round.key).not.toBe(closed)
      expect(baseline).toMatchObject({ numerator: before?.numerator, denominator: before?.denominator })
    }
    const composite = printed.internal.find(({ id }) => id === 'composite/all/level-2/all/share')
    expect(await casesOf('composite/all/level-2/all/share')).toMatchObject({
      numerator: composite?.numerator,
      denominator: composite?.denominator,
    })
  })

  test('are those of the unit that the figure is of', async () => {
    const ofUnit = printed.internal.find(
      ({ id, denominator }) =>
        /^composite\/all\/level-2\/(?!all\/).*\/share$/u.test(id) && denominator !== null,
    )
    const { cases, denominator } = await casesOf(ofUnit?.id ?? '')
    expect(denominator).toBe(ofUnit?.denominator)
    expect(new Set(cases.map(({ unit }) => unit)).size).toBe(1)
  })

  test('are on record, case by case', async () => {
    const { cases } = await casesOf(hidden())
    const { rows } = await held.superPool.query<{ act: string; detail: { cases?: string[] } }>(
      'select act, detail from access_entry order by id desc limit 2',
    )
    expect(rows.map(({ act }) => act).toSorted()).toEqual(['open-figure', 'show-cases'])
    const shown = rows.find(({ act }) => act === 'show-cases')?.detail.cases
    expect(shown?.toSorted()).toEqual([...new Set(cases.map(({ caseId }) => caseId))].toSorted())
  })

  test('open to nobody who may not see all the round’s cases, nor while a round is open', async () => {
    for (const role of ['caseworker', 'ombudsman', 'director', 'area-manager'] as const)
      expect([role, (await get(role, caseAddress(hidden()))).statusCode]).toEqual([role, 403])
    expect((await get('staff-lawyer', caseAddress(hidden(), open))).json()).toMatchObject({
      code: 'round-not-closed',
    })
    expect((await get('staff-lawyer', caseAddress('summary/compared'))).json()).toEqual({ side: null })
  })
})

describe('what a public edition hides', () => {
  const hiddenOf = (role: Role, id: string) => get(role, `/api/releases/${id}/hidden`)

  test('is listed with its reasons for those who may read the internal one, each figure once', async () => {
    const answer = await hiddenOf('director', ids.public)
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
    const { rows, smallCell } = answer.json<{ rows: HiddenRowAnswer[]; smallCell: number }>()
    const counted = rows.flatMap(({ why }) => Object.values(why)).reduce((sum, count) => sum + count, 0)
    // What is reckoned with and not printed may be hidden too.
    expect(counted).toBeGreaterThanOrEqual(printed.public.filter(({ withheld }) => withheld).length)
    const row = rows.find(({ figure }) => figure === hidden())
    const share = printed.internal.find(({ id }) => id === hidden())
    expect(row?.label.da).toMatch(/^Andel i orden: /u)
    expect(row?.internal?.da).toContain(`${share?.numerator}/${share?.denominator}`)
    for (const { figure, why } of rows.filter((each) => shareOf.test(each.figure))) {
      const of = printed.internal.find(({ id }) => id === figure)
      const before = printed.internal.find(({ id }) => id === figure.replace(/share$/u, 'baseline'))
      const isSmall = [of, before].some(
        (one) =>
          one?.numerator != null &&
          one.denominator !== null &&
          [one.numerator, one.denominator - one.numerator, one.notApplicable ?? 0].some(
            (count) => count > 0 && count < smallCell,
          ),
      )
      expect([figure, isSmall]).toEqual([figure, (why.small ?? 0) > 0])
    }
  })

  test('is told to nobody else, and of an internal edition there is nothing to tell', async () => {
    for (const role of ['caseworker', 'ombudsman', 'area-manager'] as const)
      expect([role, (await hiddenOf(role, ids.public)).statusCode]).toEqual([role, 403])
    expect((await hiddenOf('director', ids.internal)).json()).toMatchObject({ code: 'release-not-now' })
  })
})

describe('what has happened since a report was frozen', () => {
  const sinceOf = async (role: Role = 'director') => get(role, `/api/releases/${ids.internal}/since`)
  const counts = async () => (await sinceOf()).json<SinceReleaseAnswer>()
  const nothing = { late: 0, corrected: 0, takenBack: 0, findings: 0, erased: 0 }

  test('is counted by what changes numbers: late and corrected reviews, findings, erased cases', async () => {
    expect(await counts()).toMatchObject(nothing)
    const { rows } = await held.superPool.query<{ id: string; municipality_id: string }>(
      `select r.id, r.municipality_id from review r join round o on o.id = r.round_id
       where o.key = $1 and r.state = 'submitted' and r.level = 2 order by r.id limit 3`,
      [closed],
    )
    const [late, corrected, back] = rows
    if (late === undefined || corrected === undefined || back === undefined)
      throw new Error('too few reviews')
    const kept = (id: string) =>
      held.superPool.query(
        `insert into review_submission (municipality_id, review_id, number, submitted_at, influenced)
         select municipality_id, id, 1, submitted_at, false from review where id = $1`,
        [id],
      )
    await kept(corrected.id)
    await kept(back.id)
    await held.superPool.query('update review set submitted_at = now() where id = any($1)', [
      [late.id, corrected.id],
    ])
    await held.superPool.query(`update review set state = 'in-progress', submitted_at = null where id = $1`, [
      back.id,
    ])
    await held.superPool.query(
      `insert into finding_act (municipality_id, finding_id, run, at, kind)
       select f.municipality_id, f.id, f.run, now(), 'fell-away' from finding f join round o on o.id = f.round_id
       where o.key = $1 order by f.id limit 1`,
      [closed],
    )
    expect(await counts()).toMatchObject({ late: 1, corrected: 1, takenBack: 1, findings: 1, erased: 0 })
  })

  test('is told to those who may read reports on their way', async () => {
    expect((await sinceOf('caseworker')).statusCode).toBe(403)
  })
})
