import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getActionPlan,
  getPlanDraft,
  listActionPlans,
  type PlanDraft as Draft,
} from '../../src/contract/learning/action-plan.ts'
import { getInitiative } from '../../src/contract/learning/initiative.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let plan: string

interface Row {
  readonly [column: string]: unknown
}

async function query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await held.superPool.query<Row>(text, [...values])).rows
}

const cookies = new Map<string, Promise<string>>()
function cookie(role: Role, unit = ''): Promise<string> {
  const known = cookies.get(role + unit)
  if (known !== undefined) return known
  const signedIn = (async () => {
    const [row] = await query(
      `select r.person_id from role_assignment r join municipality m using (municipality_id)
         left join unit u on u.id = r.unit_id
       where m.demo and r.role = $1 and ($2 = '' or u.name = $2) order by r.id limit 1`,
      [role, unit],
    )
    const body = { personId: row?.['person_id'] }
    return cookieOf(await server.send('POST', '/api/session/switch', { body }))
  })()
  cookies.set(role + unit, signedIn)
  return signedIn
}

const send = async (method: 'GET' | 'POST' | 'PUT', path: string, role: Role, body?: object, unit?: string) =>
  server.send(method, path, { cookie: await cookie(role, unit), ...(body && { body }) })
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code // Problem details.

async function initiative(title: string, role: Role = 'director') {
  const [row] = await query('select distinct initiative_id as id from initiative_version where title = $1', [
    title,
  ])
  const answer = await send('GET', `/api/initiatives/${String(row?.['id'])}`, role)
  expect(answer.statusCode).toBe(200)
  return getInitiative.response.parse(answer.json())
}

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const answer = await send('GET', '/api/action-plans', 'caseworker')
  plan = listActionPlans.response.parse(answer.json()).plans[0]?.id ?? ''
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

describe('a published version', () => {
  test('is closed to the app and to the owner of the tables', async () => {
    const attempts = [
      "update action_plan_version set foreword = 'x' where version = 1",
      'update action_plan_version set published_at = null where version = 2',
      'delete from action_plan_version where version = 1',
      "update initiative_version set title = 'x' where version = 1",
      'delete from initiative_version where version = 2',
      'delete from initiative_aim where version = 2',
      `insert into initiative_aim (municipality_id, action_plan_id, version, initiative_id, ord, programme_key)
       select municipality_id, action_plan_id, version, initiative_id, 99, 'x' from initiative_version where version = 1 limit 1`,
    ]
    for (const attempt of attempts)
      await expect(held.superPool.query(attempt)).rejects.toThrow(
        'a published version of an action plan does not change',
      )
    const [grants] = await query(
      `select string_agg(table_name || ' ' || privilege_type, ', ' order by table_name, privilege_type) as may
       from information_schema.role_table_grants
       where grantee = 'tilsyn_app' and privilege_type not in ('SELECT', 'INSERT')
         and (table_name like 'initiative%' or table_name like 'action_plan%')`,
    )
    expect(grants?.['may']).toBe('initiative_aim DELETE, initiative_version DELETE')
  })

  test('stays while the next is written, seen by those who write it alone, and replaced when published', async () => {
    expect((await send('POST', `/api/action-plans/${plan}/drafts`, 'area-manager')).statusCode).toBe(403)
    expect((await send('POST', `/api/action-plans/${plan}/drafts`, 'staff-lawyer')).statusCode).toBe(200)
    expect(codeOf(await send('POST', `/api/action-plans/${plan}/drafts`, 'staff-lawyer'))).toBe(
      'plan-draft-exists',
    )
    const seenBy = async (role: Role) =>
      listActionPlans.response
        .parse((await send('GET', '/api/action-plans', role)).json())
        .plans[0]?.versions.map(({ label }) => label)
    expect(await seenBy('staff-lawyer')).toEqual(['3.0', '2.0', '1.0'])
    expect(await seenBy('caseworker')).toEqual(['2.0', '1.0'])
    expect((await send('GET', `/api/action-plans/${plan}?version=3`, 'caseworker')).statusCode).toBe(404)

    const draft = getPlanDraft.response.parse(
      (await send('GET', `/api/action-plans/${plan}/draft`, 'staff-lawyer')).json(),
    )
    const [first, ...rest] = draft.initiatives
    const body = {
      seen: draft.seen,
      label: '3.0',
      foreword: null,
      initiatives: [{ ...first, title: 'Ny titel' }, ...rest.slice(0, 2)],
    }
    const save = (change: object) =>
      send('PUT', `/api/action-plans/${plan}/draft`, 'staff-lawyer', { ...body, ...change })
    expect(codeOf(await save({ label: '1.0' }))).toBe('plan-label-taken')
    const nobody = { kind: 'person', id: '00000000-0000-4000-8000-000000000000' }
    expect(codeOf(await save({ initiatives: [{ ...first, owner: nobody }] }))).toBe(
      'initiative-owner-unknown',
    )
    const aims = [{ programme: 'bbu-2017', stage: 'underretning', question: 'findes ikke' }]
    expect(codeOf(await save({ initiatives: [{ ...first, aims }] }))).toBe('goal-aim-unknown')
    expect(codeOf(await save({ initiatives: [{ ...first, what: 'Se 010117-1234' }] }))).toBe('invalid-input')
    expect((await save({})).statusCode).toBe(200)
    expect(codeOf(await save({}))).toBe('outdated-version')
    const publish = (seen: number) =>
      send('POST', `/api/action-plans/${plan}/publication`, 'staff-lawyer', { seen })
    expect(codeOf(await publish(draft.seen))).toBe('outdated-version')
    expect((await publish(draft.seen + 1)).statusCode).toBe(204)
    expect(codeOf(await publish(draft.seen + 1))).toBe('plan-no-draft')
    const view = getActionPlan.response.parse(
      (await send('GET', `/api/action-plans/${plan}`, 'caseworker')).json(),
    )
    expect(view.shown.label).toBe('3.0')
    expect(view.initiatives.map(({ since }) => since)).toEqual(['changed', 'same', 'same'])
    const leftOutIn = (label: string) => view.leftOut.filter((each) => each.label === label).length
    expect(leftOutIn('3.0')).toBe(draft.initiatives.length - 3)
    // The demo's second version left one out.
    expect(leftOutIn('2.0')).toBe(1)
    const second = getActionPlan.response.parse(
      (await send('GET', `/api/action-plans/${plan}?version=2`, 'caseworker')).json(),
    )
    expect(second.initiatives[0]?.title).toBe(first?.title)
  })
})

describe('an initiative', () => {
  test('compares only rounds whose every case lies on one side of its start', async () => {
    const { figures, start } = await initiative('Tjekliste til modtagelsen')
    const [aim] = figures?.aims ?? []
    if (aim?.outcome.state !== 'compared') throw new Error('not compared')
    const { before, after, ended } = aim.outcome.compared
    const spans = await query(
      `select o.key, min(d.content->>'started') as first, max(d.content->>'completed') as last
       from review r join round o on o.id = r.round_id
         join draw_case d on d.draw_id = r.draw_id and d.case_stage_id = r.drawn_case_stage_id
       where r.level = 2 and d.stage = 'underretning' and o.state = 'closed' group by o.key order by o.key`,
    )
    const sideOf = ({ first, last }: Row) =>
      String(last) < start.day ? 'before' : String(first) >= start.day ? 'after' : 'straddles'
    expect(aim.rounds.map(({ key, side }) => [key, side])).toEqual(
      spans.map((row) => [row['key'], sideOf(row)]),
    )
    expect(before.round).toBe(spans.findLast((row) => sideOf(row) === 'before')?.['key'])
    expect(after.round).toBe(spans.find((row) => sideOf(row) === 'after')?.['key'])
    // It was stopped after ten days.
    expect(ended).toBe(true)
  })

  test('is reckoned from the announced start where its own was written when results were known', async () => {
    const title = 'Fast skabelon til modtagelse af underretninger'
    const told = await initiative(title)
    const [aim] = told.figures?.aims ?? []
    if (aim?.outcome.state !== 'compared') throw new Error('not compared')
    expect(aim).toMatchObject({
      reckoned: { kind: 'said', day: told.start.day },
      foreknown: null,
      other: null,
    })
    const { before, after } = aim.outcome.compared
    const act = async (day: string, writtenOn: string) =>
      query(`update initiative_act set day = $2, at = $3 where initiative_id = $1 and kind = 'started'`, [
        told.id,
        day,
        `${writtenOn}T12:00:00Z`,
      ])
    // Its last reviews are submitted before a round is closed.
    const known = await query(
      `select o.key, to_char(o.closed_at, 'YYYY-MM-DD') as closed, to_char(o.period_from, 'YYYY-MM-DD') as start
       from round o where o.state = 'closed' order by o.period_from`,
    )
    const closedOn = String(known.find(({ key }) => key === after.round)?.['closed'])

    await act(told.start.day, closedOn)
    const late = (await initiative(title)).figures
    expect(late?.aims[0]).toMatchObject({
      reckoned: { kind: 'planned' },
      foreknown: { writtenOn: closedOn, rounds: [before.round, after.round] },
      other: null,
    })

    // A start chosen between rounds whose results are known is shown, without being the one that counts.
    const second = String(known[2]?.['start'])
    await act(second, told.today)
    const chosen = (await initiative(title)).figures
    expect(chosen?.aims[0]).toMatchObject({
      reckoned: { kind: 'planned' },
      foreknown: { writtenOn: told.today },
      outcome: { state: 'compared', compared: { before: { round: before.round } } },
      other: { start: { kind: 'said', day: second }, outcome: { state: 'compared' } },
    })
    expect(chosen?.family.compared).toBeGreaterThan(late?.family.compared ?? Infinity)

    // Written the day it came it counts, and the announced one is shown beside it.
    await act(second, second)
    expect((await initiative(title)).figures?.aims[0]).toMatchObject({
      reckoned: { kind: 'said', day: second },
      foreknown: null,
      other: { start: { kind: 'planned' }, outcome: { state: 'compared' } },
    })
    await act(told.start.day, told.start.day)
  })

  test('says how many figures of the plan were compared, and nothing of the open round', async () => {
    const { figures } = await initiative('Undervisning i inddragelse af barnet')
    expect(figures?.family.compared).toBeGreaterThanOrEqual(figures?.aims.length ?? 0)
    expect(figures?.family.expectedByChance).toBeGreaterThan(0)
    const [open] = await query("select key from round where state = 'open'")
    expect(JSON.stringify(figures)).not.toContain(`"${String(open?.['key'])}"`)
  })

  test('has no figures for those who may not read results', async () => {
    expect((await initiative('Undervisning i inddragelse af barnet', 'caseworker')).figures).toBeNull()
  })

  test('is reported on by its owner and by nobody else, and its start is said once', async () => {
    const title = 'Månedlig gennemgang af alle opfølgninger'
    const { id, mayReport, earliest, today } = await initiative(title, 'caseworker')
    expect(mayReport).toEqual([])
    const act = (body: object, role: Role, unit?: string) =>
      send('POST', `/api/initiatives/${id}/acts`, role, body, unit)
    const note = { kind: 'noted', day: earliest, note: 'Det går godt.' }
    expect((await act(note, 'area-manager', 'Enhed Bakken')).statusCode).toBe(403)
    expect((await act(note, 'caseworker')).statusCode).toBe(403)
    expect((await act(note, 'area-manager', 'Enhed Engen')).statusCode).toBe(204)
    const acts = (await initiative(title, 'caseworker')).acts
    expect(acts.at(-1)).toMatchObject({ day: note.day, writtenOn: today, note: note.note })
    const early = { ...note, day: addDays(earliest, -1) }
    expect(codeOf(await act(early, 'area-manager', 'Enhed Engen'))).toBe('initiative-day-before-plan')
    const [published] = await query(
      `select to_char(min(v.published_at), 'YYYY-MM-DD') as day from initiative_version i
         join action_plan_version v using (municipality_id, action_plan_id, version) where i.initiative_id = $1`,
      [id],
    )
    expect(earliest).toBe(addDays(String(published?.['day']), -14))
    const start = { kind: 'started', day: '2026-01-20', note: null }
    expect(codeOf(await act(start, 'area-manager', 'Enhed Engen'))).toBe('initiative-not-now')
    const ahead = { kind: 'done', day: '2099-01-20', note: null }
    expect(codeOf(await act(ahead, 'area-manager', 'Enhed Engen'))).toBe('initiative-day-ahead')
    expect(codeOf(await act({ ...note, kind: 'stopped', note: null }, 'area-manager', 'Enhed Engen'))).toBe(
      'invalid-input',
    )
    await expect(
      held.superPool.query(
        `insert into initiative_act (municipality_id, initiative_id, kind, day, at)
         select municipality_id, initiative_id, 'started', day, at from initiative_act where kind = 'started' limit 1`,
      ),
    ).rejects.toThrow('initiative_act_started_once')
  })
})

describe('a version that is published when results are known', () => {
  test('neither chooses its aims by them nor lets aims and initiatives disappear', async () => {
    const publishNext = async (change: (all: Draft['initiatives']) => Draft['initiatives']) => {
      expect((await send('POST', `/api/action-plans/${plan}/drafts`, 'staff-lawyer')).statusCode).toBe(200)
      const draft = getPlanDraft.response.parse(
        (await send('GET', `/api/action-plans/${plan}/draft`, 'staff-lawyer')).json(),
      )
      const { seen, label } = draft
      const body = { seen, label, foreword: null, initiatives: change(draft.initiatives) }
      expect((await send('PUT', `/api/action-plans/${plan}/draft`, 'staff-lawyer', body)).statusCode).toBe(
        200,
      )
      const published = await send('POST', `/api/action-plans/${plan}/publication`, 'staff-lawyer', {
        seen: seen + 1,
      })
      expect(published.statusCode).toBe(204)
      return label
    }
    const view = async (id: string) =>
      getInitiative.response.parse((await send('GET', `/api/initiatives/${id}`, 'director')).json())
    const told = async () =>
      getActionPlan.response.parse((await send('GET', `/api/action-plans/${plan}`, 'director')).json())
    const { initiatives, leftOut } = await told()
    expect(leftOut.length).toBeGreaterThan(0)
    const compared = []
    for (const { id, aims } of initiatives) {
      const { figures } = await view(id)
      const [first] = figures?.aims ?? []
      if (aims.length > 0 && first?.outcome.state === 'compared') compared.push({ id, figures })
    }
    const [{ id, figures: before } = { id: '', figures: null }] = compared
    const aimsBefore = before?.aims.length ?? 0
    expect(aimsBefore).toBeGreaterThan(0)
    const stage =
      before?.aims[0]?.aim.stage?.key === 'underretning' ? 'boernefaglig_undersoegelse' : 'underretning'
    const chosen = { programme: 'bbu-2017', stage, question: null }

    const label = await publishNext((all) =>
      all
        .map((each) => (each.id === id ? { ...each, aims: [chosen] } : each))
        .filter((each) => each.id === id),
    )
    // A second version of the same day hides nothing.
    await publishNext((all) => all)
    const { figures: after } = await view(id)
    const [added, ...taken] = after?.aims ?? []
    expect(added).toMatchObject({ published: { label, takenOut: null }, addedLate: true })
    if (added?.outcome.state !== 'compared') throw new Error('not compared')
    expect(added.outcome.compared.change).toMatchObject({ class: null })
    expect(added.outcome.compared.change?.p).not.toBeNull()
    expect(taken.length).toBe(aimsBefore)
    const verdicts = taken.flatMap(({ outcome }) =>
      outcome.state === 'compared' ? [outcome.compared.change?.class ?? null] : [],
    )
    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts).not.toContain(null)
    for (const [at, aim] of taken.entries()) {
      expect(aim).toMatchObject({ published: { takenOut: label }, addedLate: false })
      const was = before?.aims[at]
      expect(aim.aim).toEqual(was?.aim)
    }
    expect(after?.family.compared).toBeGreaterThanOrEqual(before?.family.compared ?? Infinity)

    const now = await told()
    expect(now.initiatives.map((each) => each.id)).toEqual([id])
    const gone = initiatives.filter((each) => each.id !== id).map((each) => [each.id, label] as const)
    expect(new Map(now.leftOut.map((each) => [each.id, each.label]))).toEqual(
      new Map([...leftOut.map((each) => [each.id, each.label] as const), ...gone]),
    )
  })
})
