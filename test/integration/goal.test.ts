import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnalysisCache } from '../../src/app/analysis/analysis-cache.ts'
import { ownThread } from '../../src/app/analysis/own-thread.ts'
import { watchGoals } from '../../src/app/learning/goal-watch.ts'
import { results } from '../../src/contract/analysis/results.ts'
import { listFourBoxes } from '../../src/contract/learning/four-box.ts'
import { getGoal, getGoalBasis, listGoals } from '../../src/contract/learning/goal.ts'
import type { Role } from '../../src/core/access/role.ts'
import { judgeGoal } from '../../src/core/learning/goal-judgement.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
const units = { met: '', waiting: '', other: '' }

interface Row {
  readonly [column: string]: unknown
}

async function query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await held.superPool.query<Row>(text, [...values])).rows
}

const cookies = new Map<string, Promise<string>>()
/** Somebody of the demo with this role, in this unit where the role has one. */
function cookie(role: Role, unit?: string): Promise<string> {
  const key = `${role} ${unit ?? ''}`
  const known = cookies.get(key)
  if (known !== undefined) return known
  const signedIn = (async () => {
    const [row] = await query(
      `select person_id from role_assignment join municipality using (municipality_id)
       where demo and role = $1 and ($2::uuid is null or unit_id = $2::uuid) order by id limit 1`,
      [role, unit ?? null],
    )
    const answer = await server.send('POST', '/api/session/switch', {
      body: { personId: row?.['person_id'] },
    })
    return cookieOf(answer)
  })()
  cookies.set(key, signedIn)
  return signedIn
}

const get = async (path: string, role: Role, unit?: string) =>
  server.send('GET', path, { cookie: await cookie(role, unit) })
const post = async (path: string, body: object, role: Role, unit?: string) =>
  server.send('POST', path, { cookie: await cookie(role, unit), body })

async function goals(role: Role = 'director') {
  const answer = await get('/api/goals', role)
  expect(answer.statusCode).toBe(200)
  return listGoals.response.parse(answer.json()).goals
}
async function goal(id: string, role: Role = 'director', unit?: string) {
  const answer = await get(`/api/goals/${id}`, role, unit)
  expect(answer.statusCode).toBe(200)
  return getGoal.response.parse(answer.json())
}

const room = {
  calculator: ownThread,
  cache: new AnalysisCache(),
}

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const all = await goals()
  for (const one of all) if (one.standing.state === 'waiting') units.waiting = one.unit.id
  units.met = all.find(({ standing }) => standing.state === 'judged')?.unit.id ?? ''
  units.other = String((await query('select id from unit where name = $1', ['Døgnvagten']))[0]?.['id'])
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

describe('a goal', () => {
  test('is judged by the very figure and interval that the results page shows', async () => {
    const judged = (await goals()).filter(({ standing }) => standing.state === 'judged')
    expect(judged.length).toBe(3)
    for (const { unit, aim, target, standing } of judged) {
      if (standing.state !== 'judged') throw new Error('not judged')
      const { figure, round, verdict } = standing.judgement
      const answer = await get(`/api/rounds/${round.key}/results?unit=${unit.id}`, 'director')
      const shown = results.parse(answer.json())
      if (shown.state !== 'ready') throw new Error('sealed')
      const row = shown.composites.find(({ stage }) => stage === (aim.stage?.key ?? null))
      expect([figure?.share, figure?.interval, figure?.sample]).toEqual([
        row?.share,
        row?.interval,
        row?.cases,
      ])
      expect(verdict).toBe(
        judgeGoal({ share: null, interval: null, ...row, sample: row?.cases ?? 0 }, target / 100).verdict,
      )
    }
    expect(
      judged
        .map(({ standing }) => (standing.state === 'judged' ? standing.judgement.verdict : ''))
        .toSorted(),
    ).toEqual(['cannot-tell', 'met', 'not-met'])
  })

  test('of a round that is still open says nothing but that it waits', async () => {
    const waiting = (await goals()).filter(({ standing }) => standing.state === 'waiting')
    const [open] = waiting.filter(({ standing }) => standing.state === 'waiting' && standing.round !== null)
    expect(open?.standing).toEqual({ state: 'waiting', round: expect.objectContaining({ state: 'open' }) })
    const view = await goal(open?.id ?? '')
    expect(JSON.stringify(view.standing)).not.toMatch(/share|numerator|interval/)
    expect(waiting.some(({ standing }) => standing.state === 'waiting' && standing.round === null)).toBe(true)
  })

  test('is read by everybody in its unit and by nobody of another', async () => {
    const [first] = (await goals()).filter(({ unit }) => unit.id === units.met)
    for (const role of ['caseworker', 'professional-coordinator', 'area-manager'] as const)
      expect((await get(`/api/goals/${first?.id}`, role, units.met)).statusCode).toBe(200)
    expect((await get(`/api/goals/${first?.id}`, 'caseworker', units.other)).statusCode).toBe(404)
    expect((await get(`/api/goals?unit=${units.met}`, 'area-manager', units.other)).statusCode).toBe(403)
    expect((await get(`/api/goals/${first?.id}`, 'ombudsman')).statusCode).toBe(403)
  })

  test('is set by those who lead the unit, from a closed round, once at a time, and withdrawn only until it is judged', async () => {
    const unit = units.met
    const basis = getGoalBasis.response.parse(
      (await get(`/api/goals/basis?unit=${unit}`, 'area-manager', unit)).json(),
    )
    // The composite of all stages, which an earlier goal that is judged was about.
    const [option] = basis.options
    const body = {
      unit,
      base: basis.round?.key,
      stage: option?.stage ?? null,
      question: option?.question ?? null,
      target: 90,
      round: null,
      why: null,
    }
    expect((await post('/api/goals', body, 'caseworker', unit)).statusCode).toBe(403)
    expect((await post('/api/goals', body, 'area-manager', units.other)).statusCode).toBe(403)
    expect((await post('/api/goals', body, 'director')).statusCode).toBe(403)
    const refusal = async (change: object) =>
      (await post('/api/goals', { ...body, ...change }, 'area-manager', unit)).json<{ code: string }>().code
    const open = String((await query("select key from round where state = 'open'"))[0]?.['key'])
    expect(await refusal({ base: open })).toBe('round-not-closed')
    expect(await refusal({ question: 'findes ikke' })).toBe('goal-aim-unknown')
    expect(await refusal({ round: basis.round?.key })).toBe('goal-round-unfit')
    expect(await refusal({ why: 'Sagen om 010117-1234 må ikke ske igen' })).toBe('invalid-input')
    const set = await post('/api/goals', body, 'area-manager', unit)
    expect(set.statusCode).toBe(200)
    const { id } = set.json<{ id: string }>()
    expect(await refusal({ target: 95 })).toBe('goal-exists')
    expect((await goal(id)).standing).toEqual({ state: 'waiting', round: null })
    const withdrawn = await post(
      `/api/goals/${id}/withdrawal`,
      { reason: 'Vi vælger et andet.' },
      'area-manager',
      unit,
    )
    expect(withdrawn.statusCode).toBe(204)
    expect(await refusal({ target: 95 })).toBeUndefined()
    const again = await post(`/api/goals/${id}/withdrawal`, { reason: 'Igen' }, 'area-manager', unit)
    expect(again.json<{ code: string }>().code).toBe('goal-settled')
  })

  test('that grew from a proposal starts with its words, and each page leads to the other', async () => {
    const unit = units.met
    const [row] = await query(
      `select id, title, lines from four_box
       where unit_id = $1 and shared_at is not null and withdrawn_at is null order by id limit 1`,
      [unit],
    )
    const proposal = String(row?.['id'])
    const [foreign] = await query(
      'select id from four_box where unit_id <> $1 and shared_at is not null order by id limit 1',
      [unit],
    )
    const basisWith = async (from: string) =>
      getGoalBasis.response.parse(
        (await get(`/api/goals/basis?unit=${unit}&proposal=${from}`, 'area-manager', unit)).json(),
      )
    const basis = await basisWith(proposal)
    expect(basis.proposal).toMatchObject({ id: proposal, title: row?.['title'] })
    expect(row?.['lines']).toMatchObject({ want: basis.proposal?.want })
    expect((await basisWith(String(foreign?.['id']))).proposal).toBeNull()
    const option = basis.options.at(-1)
    const body = {
      unit,
      base: basis.round?.key,
      stage: option?.stage ?? null,
      question: option?.question ?? null,
      target: 91,
      round: null,
      why: basis.proposal?.want.join('\n') ?? null,
    }
    const send = (from: unknown) => post('/api/goals', { ...body, proposal: from }, 'area-manager', unit)
    expect((await send(foreign?.['id'])).statusCode).toBe(404)
    const set = await send(proposal)
    expect(set.statusCode).toBe(200)
    const { id } = set.json<{ id: string }>()
    expect((await goal(id)).proposal).toEqual({ id: proposal, title: row?.['title'] })
    const shown = async () =>
      listFourBoxes.response
        .parse((await get(`/api/units/${unit}/four-box`, 'caseworker', unit)).json())
        .proposals.find((each) => each.id === proposal)?.goals
    expect(await shown()).toMatchObject([{ id, target: 91 }])
    await post(`/api/goals/${id}/withdrawal`, { reason: 'Vi vælger et andet.' }, 'area-manager', unit)
    expect(await shown()).toEqual([])
    await query('update four_box set withdrawn_at = now(), withdrawn_by = author_id where id = $1', [
      proposal,
    ])
    // Its title was to go away with it.
    expect((await goal(id)).proposal).toBeNull()
    expect((await basisWith(proposal)).proposal).toBeNull()
    expect((await send(proposal)).statusCode).toBe(404)
  })

  test('is judged by the program once its round has closed, once, and its setter is told, unless they have left the unit', async () => {
    const now = new Date()
    // Its round has closed, and the program has not yet written the verdict down.
    const [known] = (await goals()).filter(({ standing }) => standing.state === 'judged')
    const early = await post(
      `/api/goals/${known?.id}/withdrawal`,
      { reason: 'Det gik ikke.' },
      'area-manager',
      known?.unit.id,
    )
    expect(early.json<{ code: string }>().code).toBe('goal-settled')
    expect((await goal(known?.id ?? '', 'area-manager', known?.unit.id)).mayWithdraw).toBe(false)
    const waiting = (await goals()).filter(({ standing }) => standing.state === 'waiting').length
    const [left] = await query(
      `select a.id from goal as g join role_assignment as a on a.person_id = g.set_by and a.unit_id = g.unit_id
       where g.unit_id = $1 and a.role = 'area-manager'`,
      [units.met],
    )
    const leave = (day: string | null) =>
      query('update role_assignment set valid_to = $2::date where id = $1', [left?.['id'], day])
    await leave(new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10))
    expect(await watchGoals(held.database, room, now)).toBe(3)
    await leave(null)
    expect(await watchGoals(held.database, room, now)).toBe(0)
    const stored = await query('select verdict from goal_judgement order by verdict')
    expect(stored.map(({ verdict }) => verdict)).toEqual(['cannot-tell', 'met', 'not-met'])
    const told = await query("select count(*)::int as n from notification where kind = 'goal-judged'")
    expect(told[0]?.['n']).toBe(2)
    const after = await goals()
    expect(after.filter(({ standing }) => standing.state === 'waiting').length).toBe(waiting)
    const judged = after.find(({ standing }) => standing.state === 'judged')
    const refused = await post(
      `/api/goals/${judged?.id}/withdrawal`,
      { reason: 'Det gik ikke.' },
      'area-manager',
      judged?.unit.id,
    )
    expect(refused.json<{ code: string }>().code).toBe('goal-settled')
  })

  test('that is judged cannot be changed or withdrawn in the database either', async () => {
    const change = (text: string) => held.superPool.query(text)
    await expect(
      change(
        `update goal set withdrawn_at = now(), withdrawn_reason = 'x' where id in (select goal_id from goal_judgement)`,
      ),
    ).rejects.toThrow('stays as it is')
    const grants = await query(
      `select table_name, string_agg(distinct privilege_type, ' ') as may from information_schema.role_table_grants
       where grantee = 'tilsyn_app' and table_name in ('goal', 'goal_judgement') group by 1 order by 1`,
    )
    expect(grants).toEqual([
      { table_name: 'goal', may: 'INSERT SELECT' },
      { table_name: 'goal_judgement', may: 'INSERT SELECT' },
    ])
  })
})
