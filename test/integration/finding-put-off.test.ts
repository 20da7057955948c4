import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { sumFindings } from '../../src/storage/finding/finding-sums.ts'
import { createFindingCast, type CastName, type FindingCast, type SentAct } from '../support/finding-cast.ts'

let cast: FindingCast
beforeAll(async () => {
  cast = await createFindingCast()
}, 240_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

const today = danishDay(new Date())

async function newFinding(): Promise<string> {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.submit('chef', review(2), ['U-1.1'])
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1',
    [caseStage],
  )
  return rows[0]?.id ?? ''
}

const plan = (responsible: CastName, due = addDays(today, 10)): SentAct => ({
  act: 'plan',
  measures: ['consent'],
  due,
  responsible: cast.person(responsible),
})
const putOff = (due = addDays(today, 20)): SentAct => ({
  act: 'put-off',
  due,
  text: 'Familien er bortrejst.',
})

async function answer(who: CastName, id: string, act: SentAct): Promise<number | string> {
  const sent = await cast.act(who, id, act)
  return sent.statusCode === 204 ? 204 : sent.json<{ code: string }>().code
}

/** As if so many days had passed since everything that was done about a finding. */
async function wait(id: string, days: number): Promise<void> {
  await cast.held.superPool.query(
    `update finding_act set at = at - $2 * interval '1 day', due_on = due_on - $2::int where finding_id = $1`,
    [id, days],
  )
  await cast.held.superPool.query('update finding set due_on = due_on - $2::int where id = $1', [id, days])
}

test('a day moved before it has passed is put off, counted and not late, and the first day stays known', async () => {
  const id = await newFinding()
  expect(await answer('leder', id, plan('koordinator'))).toBe(204)
  expect(await cast.view('chef', id)).toMatchObject({ putOff: 0, firstDue: addDays(today, 10) })
  expect(await answer('leder', id, plan('koordinator', addDays(today, 5)))).toBe(204)
  expect(await cast.view('chef', id)).toMatchObject({ putOff: 0, firstDue: addDays(today, 10) })
  expect(await answer('leder', id, plan('koordinator', addDays(today, 30)))).toBe(204)
  expect(await cast.view('chef', id)).toMatchObject({
    due: addDays(today, 30),
    firstDue: addDays(today, 10),
    putOff: 1,
    putOffLate: false,
  })
  expect(await answer('chef', id, putOff())).toBe('finding-not-now')
})

test('an overdue restoration keeps its day in a new plan, and is put off by another who leads, with a reason', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  const passed = addDays(today, -2)
  expect(await cast.view('chef', id)).toMatchObject({ due: passed, firstDue: passed, overdue: true })
  expect(await answer('chef', id, plan('koordinator'))).toBe('finding-put-off')
  expect(await answer('leder', id, plan('leder', passed))).toBe(204)
  expect(await answer('leder', id, putOff())).toBe('not-permitted')
  expect(await answer('chef', id, { ...putOff(), text: '' })).toBe('invalid-input')
  expect(await answer('chef', id, putOff(addDays(today, 300)))).toBe('finding-due-far')
  expect(await answer('chef', id, putOff())).toBe(204)
  expect(await cast.view('chef', id)).toMatchObject({
    due: addDays(today, 20),
    firstDue: passed,
    overdue: false,
    putOff: 1,
    putOffLate: true,
  })
})

test('whoever is or was responsible puts nothing off that is overdue', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('chef'))
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  expect(await answer('chef', id, putOff())).toBe('finding-own-work')
  expect(await answer('jurist', id, putOff())).toBe(204)
})

test('what was put off late is counted so in list, unit page, report and files, whatever becomes of it', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  await answer('chef', id, putOff())
  await answer('koordinator', id, { act: 'contact', on: today, response: 'accepted', told: true })
  await answer('koordinator', id, { act: 'carry-out', on: today, journalisedOn: today })
  expect(await answer('chef', id, { act: 'verify' })).toBe(204)
  const late = await cast.list('chef', '?overdue=put-off')
  expect(late.findings.map((each) => each.id)).toContain(id)
  expect(late.findings.every(({ putOffLate }) => putOffLate)).toBe(true)
  const cycle = await cast.send('chef', 'GET', `/api/units/${cast.nord}/cycle`)
  const { implementation } = cycle.json<{ implementation: { findings: { putOffLate: number } } }>()
  expect(implementation.findings.putOffLate).toBe(late.total)
  const { database, first } = cast.held
  const sums = await database.transaction(first.actor, ({ reader }) =>
    sumFindings(reader, cast.round.id, today),
  )
  expect(sums.sums.reduce((sum, { putOffLate }) => sum + putOffLate, 0)).toBe(late.total)
  const file = await cast.send('chef', 'GET', '/api/findings/export?format=csv&lang=da&overdue=put-off')
  expect(file.body.split('\n')[0]).toContain('Oprindelig frist')
  expect(file.body).toContain(addDays(today, -2))
})

const leave: SentAct = { act: 'propose', ground: 'impossible', text: 'Barnet er fyldt 18.' }
const reopen: SentAct = { act: 'reopen', text: 'Der er kommet nyt.' }

test('opened again, a finding keeps its first day and how it was put off', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  await answer('chef', id, putOff())
  await answer('leder', id, leave)
  await answer('chef', id, { act: 'approve' })
  expect(await answer('chef', id, reopen)).toBe(204)
  const before = { firstDue: addDays(today, -2), putOff: 1, putOffLate: true, lateBefore: false }
  expect(await cast.view('chef', id)).toMatchObject({ due: null, ...before })
  await answer('leder', id, plan('koordinator', addDays(today, 9)))
  expect(await cast.view('chef', id)).toMatchObject({ due: addDays(today, 9), ...before })
  await answer('leder', id, plan('koordinator', addDays(today, 12)))
  expect(await cast.view('chef', id)).toMatchObject({ ...before, putOff: 2 })
})

test('that it was overdue is not washed off by leaving it, approving that and opening it again', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  await answer('leder', id, leave)
  expect(await answer('chef', id, { act: 'approve' })).toBe(204)
  const counted = (await cast.list('chef', '?overdue=put-off')).total
  expect(await answer('chef', id, reopen)).toBe(204)
  await answer('leder', id, plan('koordinator', addDays(today, 150)))
  expect(await cast.view('chef', id)).toMatchObject({
    firstDue: addDays(today, -2),
    overdue: false,
    putOffLate: false,
    lateBefore: true,
  })
  const late = await cast.list('chef', '?overdue=put-off')
  expect(late.total).toBe(counted + 1)
  expect(late.findings.map((each) => each.id)).toContain(id)
  const { database, first } = cast.held
  const { sums } = await database.transaction(first.actor, ({ reader }) =>
    sumFindings(reader, cast.round.id, today),
  )
  expect(sums.reduce((sum, { putOffLate }) => sum + putOffLate, 0)).toBe(late.total)
  const file = await cast.send('chef', 'GET', '/api/findings/export?format=csv&lang=da&overdue=put-off')
  expect(file.body.split('\n')[0]).toContain('Over fristen før genåbning')
})

test('what was carried out in time and opened again was never late', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  await answer('koordinator', id, { act: 'contact', on: today, response: 'accepted', told: true })
  await answer('koordinator', id, { act: 'carry-out', on: today, journalisedOn: today })
  await answer('chef', id, { act: 'verify' })
  const file = await cast.send('chef', 'GET', '/api/findings/export?format=csv&lang=da&state=verified')
  const [titles = '', ...lines] = file.body.replace('\uFEFF', '').trim().split(/\r?\n/)
  const cell = (title: string) =>
    lines.map((line) => line.split(';')[titles.split(';').indexOf(title)]?.replaceAll('"', ''))
  expect(cell('Borgerens svar')).toContain('ja')
  expect(cell('Kontrolleret')).toContain(today)
  const named = async (name: CastName) => {
    const { rows } = await cast.held.superPool.query<{ name: string }>(
      'select name from person where id = $1',
      [cast.person(name)],
    )
    return rows[0]?.name
  }
  expect(cell('Ansvarlig')).toContain(await named('koordinator'))
  expect(cell('Kontrolleret af')).toContain(await named('chef'))
  expect(await answer('chef', id, reopen)).toBe(204)
  expect(await cast.view('chef', id)).toMatchObject({ lateBefore: false, firstDue: addDays(today, 10) })
  // The citizen was told, whatever comes of it afterwards.
  const { rows } = await cast.held.superPool.query<{ count: number }>(
    `select count(distinct f.case_stage_id)::int as count from finding as f join finding_act as a on a.finding_id = f.id
     where a.kind = 'contact'`,
  )
  const { database, first } = cast.held
  const { sums } = await database.transaction(first.actor, ({ reader }) =>
    sumFindings(reader, cast.round.id, today),
  )
  expect(sums.reduce((sum, { informed }) => sum + informed, 0)).toBe(rows[0]?.count)
})

test('whoever planned it puts nothing off that is overdue and approves nothing; another who leads can', async () => {
  const id = await newFinding()
  await answer('chef', id, plan('koordinator'))
  await wait(id, 12)
  expect(await answer('chef', id, putOff())).toBe('finding-own-plan')
  expect(await answer('jurist', id, putOff())).toBe(204)
  await answer('leder', id, leave)
  expect(await answer('chef', id, { act: 'approve' })).toBe('finding-own-plan')
  expect((await cast.view('chef', id)).acts).not.toContain('approve')
  const said = await cast.act('chef', id, { act: 'approve' })
  expect(said.body).toContain('direktøren')
  expect(await answer('jurist', id, { act: 'approve' })).toBe(204)
  // A new run is a new plan: whoever planned the old one has no part in it.
  await answer('chef', id, reopen)
  await answer('leder', id, plan('koordinator'))
  await wait(id, 12)
  expect(await answer('chef', id, putOff())).toBe(204)
})

test('nobody verifies in a later run what they worked on in an earlier one', async () => {
  const id = await newFinding()
  const contact = { act: 'contact', on: today, response: 'accepted', told: true }
  const carryOut = { act: 'carry-out', on: today, journalisedOn: today }
  await answer('leder', id, plan('chef'))
  await answer('chef', id, contact)
  await answer('chef', id, carryOut)
  expect(await answer('jurist', id, { act: 'verify' })).toBe(204)
  expect(await answer('jurist', id, reopen)).toBe(204)
  await answer('leder', id, plan('koordinator'))
  await answer('koordinator', id, contact)
  await answer('koordinator', id, carryOut)
  expect(await answer('chef', id, { act: 'verify' })).toBe('finding-own-work')
  await cast.held.superPool.query(
    `insert into finding_act (municipality_id, finding_id, run, at, kind, person_id)
     select municipality_id, id, run, now(), 'verify', $2 from finding where id = $1`,
    [id, cast.person('chef')],
  )
  await expect(
    cast.held.superPool.query('update finding set verified_by = $2 where id = $1', [id, cast.person('chef')]),
  ).rejects.toMatchObject({ constraint: 'finding_verified_by_another' })
})

test('the database moves no day that is not on record, nor an overdue one by whose work it is', async () => {
  const id = await newFinding()
  await answer('leder', id, plan('koordinator'))
  const move = (day: string, of = id) =>
    cast.held.superPool.query('update finding set due_on = $2 where id = $1', [of, day])
  const record = (kind: string, who: CastName, day: string, of = id) =>
    cast.held.superPool.query(
      `insert into finding_act (municipality_id, finding_id, run, at, kind, person_id, text, due_on, measures, responsible_id)
       select municipality_id, id, run, now(), $2, $3, 'Ny dag.', $4,
         case when $2 = 'plan' then measures end, case when $2 = 'plan' then responsible_id end from finding where id = $1`,
      [of, kind, cast.person(who), day],
    )
  await expect(move(addDays(today, 40))).rejects.toMatchObject({ constraint: 'finding_due_on_record' })
  await wait(id, 12)
  await record('put-off', 'koordinator', addDays(today, 20))
  await expect(move(addDays(today, 20))).rejects.toMatchObject({ constraint: 'finding_put_off_by_another' })
  const own = await newFinding()
  await answer('chef', own, plan('koordinator'))
  await wait(own, 12)
  await record('put-off', 'chef', addDays(today, 20), own)
  await expect(move(addDays(today, 20), own)).rejects.toMatchObject({
    constraint: 'finding_put_off_by_another',
  })
  const other = await newFinding()
  await answer('leder', other, plan('koordinator'))
  await wait(other, 12)
  await cast.held.superPool.query(
    `insert into finding_act (municipality_id, finding_id, run, at, kind, person_id, due_on, measures, responsible_id)
     select municipality_id, id, run, now(), 'plan', $2, $3, measures, responsible_id from finding where id = $1`,
    [other, cast.person('leder'), addDays(today, 20)],
  )
  await expect(
    cast.held.superPool.query('update finding set due_on = $2 where id = $1', [other, addDays(today, 20)]),
  ).rejects.toMatchObject({ constraint: 'finding_put_off_by_another' })
})
