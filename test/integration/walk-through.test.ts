import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCase } from '../../src/contract/caseflow/deadlines.ts'
import {
  listCaseWalkThroughs,
  listWalkThroughs,
  type CaseWalkThroughs,
} from '../../src/contract/caseflow/walk-throughs.ts'
import { listMyTasks } from '../../src/contract/notification/my-tasks.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
const ago = (days: number) => addDays(today, -days)

beforeAll(async () => {
  cast = await ReviewCast.create()
  await deliver([
    // A notification nobody has assessed for ten days, and support that began last week.
    ['W-late', 'notification-received', `${ago(10)}T08:00:00Z`, 'Nord', 'sagsbehandler'],
    ['W-calm', 'measure-started', ago(7), 'Nord', 'sagsbehandler'],
    ['W-other', 'measure-started', ago(20), 'nord ', 'anden'],
    ['W-syd', 'notification-received', `${ago(10)}T08:00:00Z`, 'Syd', 'sydlig'],
    // Begun at Syd, at Nord now; nothing new runs there.
    ['W-moved', 'measure-started', ago(30), 'Syd', 'sydlig'],
    ['W-moved', 'child-conversation', ago(2), 'Nord', 'anden'],
    ['W-over', 'measure-started', ago(40), 'Nord', 'sagsbehandler'],
    ['W-over', 'measure-ended', ago(3), 'Nord', 'sagsbehandler'],
  ])
}, 120_000)
afterAll(() => cast.close())

async function deliver(rows: readonly (readonly string[])[]): Promise<void> {
  const events = rows.map(([caseId, kind, time, unit, caseworker]) => ({
    caseId,
    kind,
    time,
    unit,
    caseworker,
  }))
  const answer = await cast
    .as('admin')
    .send('POST', '/api/caseflow/events', { body: { source: 'fag', events } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  expect(answer.json()).toMatchObject({ refused: [] })
}

const ofCase = (name: string, caseId: string) =>
  cast.as(name).send('GET', `/api/caseflow/cases/${caseId}/walk-throughs`)

async function walksOf(name: string, caseId: string): Promise<CaseWalkThroughs> {
  const answer = await ofCase(name, caseId)
  expect(answer.statusCode).toBe(200)
  return listCaseWalkThroughs.response.parse(answer.json())
}

async function listed(name: string, query = '') {
  const answer = await cast.as(name).send('GET', `/api/caseflow/walk-throughs${query}`)
  expect(answer.statusCode).toBe(200)
  return listWalkThroughs.response.parse(answer.json())
}

const begin = (name: string, caseId: string, body: object = {}) =>
  cast.as(name).send('POST', `/api/caseflow/cases/${caseId}/walk-throughs`, {
    body: { day: today, participants: [], ...body },
  })

async function idOf(name: string): Promise<string> {
  const [row] = await cast.rows<{ id: string }>('select id from person where initials = $1', [name])
  return row?.id ?? ''
}

/** An open walk-through of the case with a note, a participant and an agreement that the caseworker does. */
async function begun(caseId: string, dueOn = addDays(today, 7)) {
  const started = await begin('kollega', caseId)
  expect(started.statusCode).toBe(200)
  const { id } = started.json<{ id: string }>()
  const who = { person: await idOf('sagsbehandler'), name: 'x' }
  const participants = [who, { person: null, name: 'Skolelederen' }]
  const saved = await cast.as('kollega').send('PUT', `/api/caseflow/walk-throughs/${id}`, {
    body: { day: today, participants, notes: 'Planen mangler.', version: 1 },
  })
  expect(saved.json()).toEqual({ version: 2 })
  const agreed = await cast.as('kollega').send('POST', `/api/caseflow/walk-throughs/${id}/agreements`, {
    body: { text: 'Skriv planen', who, dueOn },
  })
  expect(agreed.statusCode).toBe(200)
  return { id, agreement: agreed.json<{ id: string }>().id, who, participants }
}

const close = (name: string, id: string, version = 2) =>
  cast.as(name).send('POST', `/api/caseflow/walk-throughs/${id}/closing`, { body: { version } })
const settle = (name: string, agreement: string, body: object) =>
  cast.as(name).send('POST', `/api/caseflow/agreements/${agreement}/outcomes`, {
    body: { outcome: 'done', note: null, seen: 0, ...body },
  })

test('the list has the running cases that the unit has now, those with a passed deadline first', async () => {
  const list = await listed('kollega')
  expect(list.unit?.name).toBe('Nord')
  expect(list.cases.map(({ caseId }) => caseId)).toEqual(['W-late', 'W-moved', 'W-other', 'W-calm'])
  expect(list.cases[0]).toMatchObject({ walked: false, begun: false })
  expect(list.cases[0]?.overdue).toBeGreaterThan(0)
  expect(list.total).toBe(4)
  const own = await listed('kollega', '?caseworker=sagsbehandler')
  expect(own.cases.map(({ caseId }) => caseId)).toEqual(['W-late', 'W-calm'])
  expect((await listed('fremmedleder')).cases.map(({ caseId }) => caseId)).toEqual(['W-syd'])
})

test('a unit is its own leaders’, and nobody else’s', async () => {
  const nord = (await listed('kollega')).unit?.id ?? ''
  const other = await cast.as('fremmedleder').send('GET', `/api/caseflow/walk-throughs?unit=${nord}`)
  expect(other.statusCode).toBe(404)
  expect((await listed('sagsbehandler')).unit).toBeNull()
  for (const name of ['stab', 'direktør', 'admin', 'jurist', 'fremmed'])
    expect((await ofCase(name, 'W-late')).statusCode).toBe(403)
  expect((await ofCase('fremmedleder', 'W-late')).statusCode).toBe(404)
  expect((await ofCase('sagsbehandler', 'W-other')).statusCode).toBe(404)
  expect((await begin('fremmedleder', 'W-late')).statusCode).toBe(404)
  expect((await begin('sagsbehandler', 'W-late')).statusCode).toBe(403)
  expect((await begin('kollega', 'no-such-case')).statusCode).toBe(404)
})

test('whoever has taken a case over sees its sheet, though its clocks began at another unit', async () => {
  const sheet = await cast.as('kollega').send('GET', '/api/caseflow/cases/W-moved')
  expect(sheet.statusCode).toBe(200)
  const { sheet: facts, events } = getCase.response.parse(sheet.json())
  expect(facts).toMatchObject({ running: true, walksThrough: true })
  expect(facts.people.map(({ unit }) => unit)).toEqual(['Nord', 'Syd'])
  expect(facts.phases.map(({ key, to }) => [key, to])).toEqual([['measure', null]])
  expect(events.map(({ group }) => group)).toEqual(['measures', 'conversations'])
})

test('a walk-through is begun once, written by one at a time, closed, and stays as it was closed', async () => {
  const { id, agreement, participants, who } = await begun('W-calm')
  expect(findCode(await begin('leder', 'W-calm'))).toBe('walk-through-open')
  // Somebody else saw the first version.
  const overwrite = await cast.as('leder').send('PUT', `/api/caseflow/walk-throughs/${id}`, {
    body: { day: today, participants: [], notes: 'Noget andet', version: 1 },
  })
  expect([overwrite.statusCode, findCode(overwrite)]).toEqual([409, 'outdated-version'])
  expect(findCode(await close('leder', id, 1))).toBe('outdated-version')
  const changed = (version: number, text: string) =>
    cast.as('leder').send('PUT', `/api/caseflow/agreements/${agreement}`, {
      body: { text, who, dueOn: addDays(today, 7), version },
    })
  expect((await changed(1, 'Skriv planen færdig')).json()).toEqual({ version: 2 })
  expect(findCode(await changed(1, 'En tredje'))).toBe('outdated-version')
  expect((await close('leder', id)).statusCode).toBe(204)

  const { open, closed } = await walksOf('sagsbehandler', 'W-calm')
  expect(open).toBeNull()
  expect(closed[0]).toMatchObject({
    notes: 'Planen mangler.',
    closedBy: 'Prøve leder',
    participants: [{ name: 'Prøve sagsbehandler' }, { person: null, name: 'Skolelederen' }],
    agreements: [{ text: 'Skriv planen færdig', state: 'open', late: false }],
  })
  const write = await cast.as('leder').send('PUT', `/api/caseflow/walk-throughs/${id}`, {
    body: { day: today, participants, notes: 'Rettet bagefter', version: 2 },
  })
  expect(findCode(write)).toBe('walk-through-closed')
  expect(findCode(await changed(2, 'Rettet bagefter'))).toBe('walk-through-closed')
  for (const attempt of [
    `update walk_through set notes = 'x' where id = '${id}'`,
    `delete from walk_through_agreement where id = '${agreement}'`,
    `update walk_through_agreement set text = 'x' where id = '${agreement}'`,
  ])
    await expect(cast.rows(attempt)).rejects.toThrow('a closed walk-through does not change')
  const add = (name: string) =>
    cast.as(name).send('POST', `/api/caseflow/walk-throughs/${id}/additions`, {
      body: { text: 'Planen forelå alligevel.' },
    })
  expect((await add('sagsbehandler')).statusCode).toBe(403)
  expect((await add('kollega')).statusCode).toBe(204)
  expect((await walksOf('leder', 'W-calm')).closed[0]).toMatchObject({
    notes: 'Planen mangler.',
    additions: [{ n: 1, text: 'Planen forelå alligevel.', by: 'Prøve kollega' }],
  })
  const row = (await listed('kollega')).cases.find(({ caseId }) => caseId === 'W-calm')
  expect(row).toMatchObject({ walked: true, lastWalked: today, begun: false })
  // Of one caseworker only what remains is told.
  const own = await listed('kollega', '?caseworker=sagsbehandler')
  expect(own.cases.map(({ caseId }) => caseId)).toEqual(['W-late'])
})

test('what was agreed stands among the tasks of who does it until it is done, and in the calendar file', async () => {
  const { id, agreement } = await begun('W-late', ago(2))
  const tasks = async () =>
    listMyTasks.response
      .parse((await cast.as('sagsbehandler').send('GET', '/api/tasks/mine')).json())
      .tasks.filter(({ kind, subject }) => kind === 'agreements' && subject === 'W-late')
  expect(await tasks()).toMatchObject([{ count: 1, overdue: 1, due: ago(2), name: 'W-late' }])
  const calendar = await cast.as('sagsbehandler').send('GET', '/api/reviews/mine/calendar.ics')
  expect(calendar.body).toContain('aftale')
  expect(calendar.body).not.toContain('W-late')
  expect((await close('kollega', id)).statusCode).toBe(204)
  const first = (await walksOf('sagsbehandler', 'W-late')).closed[0]
  expect(first?.agreements[0]).toMatchObject({ late: true })

  expect((await settle('fremmedleder', agreement, {})).statusCode).toBe(404)
  expect(findCode(await settle('sagsbehandler', agreement, { outcome: 'dropped' }))).toBe(
    'agreement-reason-missing',
  )
  expect((await settle('sagsbehandler', agreement, {})).statusCode).toBe(204)
  expect(findCode(await settle('kollega', agreement, { outcome: 'dropped', note: 'x' }))).toBe(
    'outdated-version',
  )
  expect(await tasks()).toEqual([])
  const reopened = { outcome: 'reopened', note: 'Var ikke sendt', seen: 1 }
  expect((await settle('kollega', agreement, reopened)).statusCode).toBe(204)
  expect(await tasks()).toMatchObject([{ count: 1 }])
  const dropped = { outcome: 'dropped', note: 'Barnet er flyttet', seen: 2 }
  expect((await settle('sagsbehandler', agreement, dropped)).statusCode).toBe(204)
  const again = (await walksOf('sagsbehandler', 'W-late')).closed[0]?.agreements[0]
  expect(again).toMatchObject({ state: 'dropped', late: false })
  expect(again?.outcomes.map(({ outcome, note }) => [outcome, note])).toEqual([
    ['done', null],
    ['reopened', 'Var ikke sendt'],
    ['dropped', 'Barnet er flyttet'],
  ])
})

test('an open walk-through without anything in it cannot be closed, nor dated ahead, nor given to strangers', async () => {
  const started = await begin('kollega', 'W-other')
  const { id } = started.json<{ id: string }>()
  expect(findCode(await close('kollega', id, 1))).toBe('walk-through-empty')
  const save = (body: object) =>
    cast.as('kollega').send('PUT', `/api/caseflow/walk-throughs/${id}`, {
      body: { day: today, participants: [], notes: '', version: 1, ...body },
    })
  expect(findCode(await save({ day: addDays(today, 1) }))).toBe('walk-through-day')
  const stranger = { person: await idOf('fremmedleder'), name: 'x' }
  expect(findCode(await save({ participants: [stranger] }))).toBe('person-not-of-case')
  const cpr = await save({ notes: 'Barnet 010112-1234 er hjemme' })
  expect([cpr.statusCode, cpr.body]).toEqual([400, expect.stringContaining('holds-cpr')])
  expect(cpr.body).not.toContain('010112')
  for (const text of ['Ring til 010112-1234'])
    expect(
      (
        await cast.as('kollega').send('POST', `/api/caseflow/walk-throughs/${id}/agreements`, {
          body: { text, who: { person: null, name: 'Skolen' }, dueOn: today },
        })
      ).statusCode,
    ).toBe(400)
})

test('every look leaves an access entry and every write a change entry, a request sent twice is carried out once', async () => {
  const key = 'walk-through-key-0001'
  const body = { day: today, participants: [] }
  const send = () =>
    cast.as('kollega').send('POST', '/api/caseflow/cases/W-moved/walk-throughs', {
      body,
      headers: { 'idempotency-key': key },
    })
  const [first, second] = [await send(), await send()]
  expect([first.statusCode, second.json()]).toEqual([200, first.json()])
  const entries = await cast.rows<{ act: string }>(
    `select act from change_entry where act like '%walk-through%' or act like '%agreement%' group by act order by act`,
  )
  expect(entries.map(({ act }) => act)).toEqual([
    'add-to-walk-through',
    'begin-walk-through',
    'close-walk-through',
    'settle-agreement',
    'write-agreement',
    'write-walk-through',
  ])
  const looks = await cast.rows<{ act: string }>(
    `select act from access_entry where act in ('open-walk-throughs', 'list-walk-throughs') group by act order by act`,
  )
  expect(looks.map(({ act }) => act)).toEqual(['list-walk-throughs', 'open-walk-throughs'])
})
