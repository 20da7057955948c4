import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { Notifications } from '../../src/contract/notification/notifications.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { printDate } from '../../src/core/report/print-date.ts'
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
  const { caseStage, review } = await cast.newCase({ participant: cast.person('kollega') })
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.submit('chef', review(2), ['U-1.1'])
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1',
    [caseStage],
  )
  return rows[0]?.id ?? ''
}

const plan = (responsible: CastName, more: object = {}): SentAct => ({
  act: 'plan',
  measures: ['consent', 'party-hearing'],
  due: addDays(today, 30),
  responsible: cast.person(responsible),
  ...more,
})
const contact: SentAct = { act: 'contact', on: today, response: 'accepted', told: true }
const carryOut: SentAct = { act: 'carry-out', on: today, journalisedOn: today }

/** What a person is answered: the status, or the code of the refusal. */
async function answer(who: CastName, id: string, act: SentAct): Promise<number | string> {
  const sent = await cast.act(who, id, act)
  return sent.statusCode === 204 ? 204 : sent.json<{ code: string }>().code
}

async function run(id: string, ...steps: readonly (readonly [CastName, SentAct])[]): Promise<void> {
  for (const [who, act] of steps) expect([act['act'], await answer(who, id, act)]).toEqual([act['act'], 204])
}

async function stateOf(id: string): Promise<string> {
  return (await cast.view('chef', id)).state
}

async function told(who: CastName, id: string): Promise<readonly string[]> {
  const { notifications } = (await cast.send(who, 'GET', '/api/notifications')).json<Notifications>()
  return notifications
    .filter(({ subject }) => subject === id)
    .map(({ kind }) => kind)
    .toSorted()
}

test('an error is planned, the citizen told, the step carried out and verified by somebody else, each told on', async () => {
  const id = await newFinding()
  await run(id, ['koordinator', plan('leder')])
  expect(await told('leder', id)).toEqual(['finding-responsible'])
  await run(id, ['leder', contact], ['leder', carryOut])
  expect(await told('chef', id)).toEqual(['finding-to-verify'])
  expect(await told('jurist', id)).toEqual(['finding-to-verify'])
  expect(await answer('leder', id, { act: 'verify' })).toBe('not-permitted')
  await run(id, ['chef', { act: 'verify' }])
  const seen = await cast.view('chef', id)
  expect(seen.state).toBe('verified')
  expect(seen.carriedOut).toMatchObject({ on: today, journalisedOn: today })
  expect(seen.entries.map(({ kind }) => kind)).toEqual([
    'found',
    'found',
    'plan',
    'contact',
    'carry-out',
    'verify',
  ])
  expect(seen.journalNote).toContain(`den ${printDate(today, 'day', 'da')}`)
})

test('whoever is responsible, carried it out or took part in the case does not verify it', async () => {
  const id = await newFinding()
  await run(id, ['leder', plan('chef')], ['jurist', contact], ['jurist', carryOut])
  expect(await answer('chef', id, { act: 'verify' })).toBe('finding-own-work')
  expect(await answer('jurist', id, { act: 'verify' })).toBe('finding-own-work')
  expect(await stateOf(id)).toBe('carried-out')
  await cast.held.superPool.query(
    `insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part, person_id)
     select municipality_id, case_stage_id, 'STAB', 'advised', $2 from finding where id = $1`,
    [id, cast.person('stab')],
  )
  expect(await answer('stab', id, { act: 'verify' })).toBe('not-found')
  await cast.closeRound()
  expect(await answer('stab', id, { act: 'verify' })).toBe('finding-own-work')
  await run(id, ['central', { act: 'verify' }])
  await cast.openRound()
})

test('a verification can be refused, and the step is carried out again without a new contact', async () => {
  const id = await newFinding()
  await run(id, ['leder', plan('leder')], ['leder', contact], ['leder', carryOut])
  expect(await answer('chef', id, { act: 'send-back' })).toBe('invalid-input')
  await run(id, ['chef', { act: 'send-back', text: 'Notatet mangler.' }])
  expect(await told('leder', id)).toEqual(['finding-sent-back'])
  expect(await stateOf(id)).toBe('contacted')
  await run(id, ['leder', carryOut], ['chef', { act: 'verify' }])
})

test('nothing is carried out before the citizen was told, nor after a no, nor without a day for the note', async () => {
  const id = await newFinding()
  await run(id, ['leder', plan('leder')])
  expect(await answer('leder', id, carryOut)).toBe('finding-contact-first')
  expect(await answer('leder', id, { ...contact, told: undefined })).toBe('invalid-input')
  expect(await answer('leder', id, { ...contact, on: '2098-01-01' })).toBe('finding-day-in-future')
  await run(id, ['leder', { ...contact, response: 'declined' }])
  expect(await answer('leder', id, carryOut)).toBe('finding-citizen-declined')
  await run(id, ['leder', plan('leder')], ['leder', contact])
  expect(await answer('leder', id, { ...carryOut, journalisedOn: null })).toBe('finding-journal-needed')
  expect(await answer('leder', id, { ...carryOut, on: '2025-12-01' })).toBe('finding-days-crossed')
  expect(await answer('leder', id, plan('leder', { due: '2026-01-01' }))).toBe('finding-due-passed')
  await run(id, ['leder', carryOut])
})

test('where only the registration is wrong nobody is contacted and nothing is noted, but somebody else verifies', async () => {
  const id = await newFinding()
  expect(await answer('leder', id, plan('leder', { measures: ['registration-only', 'consent'] }))).toBe(
    'invalid-input',
  )
  await run(id, ['leder', plan('leder', { measures: ['registration-only'] })])
  expect(await answer('leder', id, contact)).toBe('finding-not-now')
  expect(await answer('leder', id, carryOut)).toBe('finding-journal-needed')
  await run(id, ['leder', { act: 'carry-out', on: today, journalisedOn: null }])
  expect((await cast.view('chef', id)).journalNote).toBeNull()
  await run(id, ['jurist', { act: 'verify' }])
})

test('that an error is not made good is proposed with a reason and approved by another, or refused', async () => {
  const id = await newFinding()
  const propose: SentAct = { act: 'propose', ground: 'too-late', text: 'Barnet er fyldt 18 år.' }
  expect(await answer('leder', id, { ...propose, text: '' })).toBe('invalid-input')
  expect(await answer('leder', id, { ...propose, ground: 'citizen-declined' })).toBe('finding-contact-first')
  await run(id, ['leder', propose])
  expect(await told('chef', id)).toEqual(['finding-to-approve'])
  expect(await answer('leder', id, { act: 'approve' })).toBe('not-permitted')
  await run(id, ['chef', { act: 'refuse', text: 'Det kan stadig nås.' }])
  expect(await stateOf(id)).toBe('open')
  await run(id, ['chef', propose])
  expect(await answer('chef', id, { act: 'approve' })).toBe('finding-own-proposal')
  await run(id, ['jurist', { act: 'approve' }])
  expect(await stateOf(id)).toBe('not-restored')
  expect(await answer('jurist', id, { act: 'reopen' })).toBe('invalid-input')
  expect(await answer('leder', id, { act: 'reopen', text: 'Nyt.' })).toBe('not-permitted')
  await run(id, ['chef', { act: 'reopen', text: 'Der er kommet nyt frem.' }])
  expect(await stateOf(id)).toBe('open')
})

test('the person responsible who no longer leads does their own steps and no others', async () => {
  const id = await newFinding()
  // Sealed to caseworkers while the round is open, so nobody can be sent to it.
  expect(await answer('leder', id, plan('sagsbehandler'))).toBe('finding-responsible')
  expect(await answer('leder', id, plan('sydchef'))).toBe('finding-responsible')
  await cast.closeRound()
  expect((await cast.send('sagsbehandler', 'GET', `/api/findings/${id}`)).statusCode).toBe(404)
  const people = await cast.send('leder', 'GET', `/api/findings/${id}/people`)
  expect(people.json<{ people: { id: string }[] }>().people.map((each) => each.id)).toContain(
    cast.person('sagsbehandler'),
  )
  await run(id, ['leder', plan('sagsbehandler')])
  expect((await cast.view('sagsbehandler', id)).acts).toEqual(['contact', 'propose'])
  expect(await answer('kollega', id, contact)).toBe('not-found')
  await run(id, ['sagsbehandler', contact], ['sagsbehandler', carryOut])
  expect(await answer('sagsbehandler', id, { act: 'verify' })).toBe('not-permitted')
  await cast.openRound()
})

test('severity is set by those who lead or review, and who set it is kept', async () => {
  const id = await newFinding()
  await run(id, ['leder', { act: 'assess', severity: 'serious' }])
  expect(await cast.view('chef', id)).toMatchObject({ severity: 'serious', severityBy: 'Prøve leder' })
})

test('an act on an older version is refused, and the same request sent twice is carried out once', async () => {
  const id = await newFinding()
  const stale = { version: 1, act: { ...plan('leder'), text: null } }
  const path = `/api/findings/${id}/acts`
  const key = randomUUID()
  expect((await cast.send('leder', 'POST', path, stale, key)).statusCode).toBe(204)
  expect((await cast.send('leder', 'POST', path, stale, key)).statusCode).toBe(204)
  expect((await cast.send('leder', 'POST', path, stale)).json()).toMatchObject({ code: 'outdated-version' })
  const seen = await cast.view('leder', id)
  expect(seen.entries.filter(({ kind }) => kind === 'plan')).toHaveLength(1)
  expect(seen.version).toBe(2)
})

test('two who act at the same moment: one is carried out, the other refused', async () => {
  const id = await newFinding()
  const answers = await Promise.all(
    (['leder', 'koordinator'] as const).map((who) =>
      cast.send(who, 'POST', `/api/findings/${id}/acts`, {
        version: 1,
        act: { ...plan('leder'), text: null },
      }),
    ),
  )
  expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['204', '409'])
})

test('many are acted on one by one, and each answer says why it was refused', async () => {
  const [a, b, c] = [await newFinding(), await newFinding(), await newFinding()]
  await run(a, ['leder', plan('leder')], ['leder', contact], ['leder', carryOut])
  await run(b, ['leder', plan('chef')], ['leder', contact], ['leder', carryOut])
  const versions = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => ({ id, version: (await cast.view('chef', id)).version })))
  const unknown = randomUUID()
  const body = {
    findings: [...(await versions([a, b, c])), { id: unknown, version: 1 }, ...(await versions([a]))],
    act: { act: 'verify', text: null },
  }
  const sent = await cast.send('chef', 'POST', '/api/findings/acts', body, randomUUID())
  const { results } = sent.json<{ results: { id: string; refusal: { code: string } | null }[] }>()
  expect(results.map(({ id, refusal }) => [id, refusal?.code ?? null])).toEqual([
    [a, null],
    [b, 'finding-own-work'],
    [c, 'finding-not-now'],
    [unknown, 'not-found'],
  ])
  expect([await stateOf(a), await stateOf(b), await stateOf(c)]).toEqual(['verified', 'carried-out', 'open'])
})

test('no words that others read take a CPR number', async () => {
  const id = await newFinding()
  const text = 'Moderen er 010180-1234.'
  const acts: readonly SentAct[] = [
    { ...plan('leder'), text },
    { ...contact, text },
    { act: 'propose', ground: 'impossible', text },
    { act: 'assess', severity: 'slight', text },
  ]
  for (const act of acts) expect(await answer('leder', id, act)).toBe('invalid-input')
})

test('every look and every act is on record', async () => {
  const id = await newFinding()
  await run(id, ['leder', plan('leder')])
  await cast.view('chef', id)
  const { rows } = await cast.held.superPool.query<{ act: string }>(
    `select act from access_entry where subject_kind = 'finding' and subject_id = $1
     union all select act || ' (change)' from change_entry where subject_kind = 'finding' and subject_id = $1 order by 1`,
    [id],
  )
  expect(rows.map(({ act }) => act)).toEqual(['change-finding', 'change-finding (change)', 'open-finding'])
})

/** What the app's own database role is answered: the constraint that refuses. */
async function asApp(id: string, statements: readonly string[]): Promise<string> {
  const { database, first } = cast.held
  try {
    await database.transaction(first.actor, async (tx) => {
      const writer = await tx.recordChange({ room: 'finding', act: 'try', subjectKind: 'finding' })
      for (const statement of statements)
        await sql.raw(statement.replaceAll('$id', `'${id}'`)).execute(writer.db)
      throw new Error('done, and to be undone')
    })
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && typeof error.constraint === 'string')
      return error.constraint
    return error instanceof Error ? error.message : 'unknown'
  }
  return 'nothing'
}

test('the database closes no finding without a verification or an approval on record by another', async () => {
  const id = await newFinding()
  const [leder, chef, jurist] = [cast.person('leder'), cast.person('chef'), cast.person('jurist')]
  const verified = `insert into finding_act (finding_id, run, at, kind, person_id) values ($id, 1, now(), 'verify', '${chef}')`
  const close = `update finding set verified_by = '${chef}' where id = $id`
  expect(await asApp(id, [verified, close])).toBe('finding_verified_by_another')
  await run(id, ['leder', plan('leder')], ['leder', contact], ['leder', carryOut])
  expect(await asApp(id, [close])).toBe('finding_verified_on_record')
  expect(await asApp(id, [verified, `update finding set verified_by = '${leder}' where id = $id`])).toBe(
    'finding_verified_on_record',
  )
  expect(
    await asApp(id, [
      verified,
      `update finding set verified_by = '${chef}', responsible_id = '${jurist}' where id = $id`,
    ]),
  ).toBe('finding_verified_on_record')
  const own = verified.replace(chef, leder)
  expect(await asApp(id, [own, `update finding set verified_by = '${leder}' where id = $id`])).toBe(
    'finding_verified_by_another',
  )
  expect(await asApp(id, [verified, close])).toBe('done, and to be undone')
  expect(await asApp(id, [`update finding set fallen = true where id = $id`])).toBe('finding_fallen')
  expect(await asApp(id, [`update finding set sources = 0 where id = $id`])).toBe('finding_sources_counted')
  const other = await newFinding()
  const propose = `update finding set ground = 'impossible', proposed_by = '${leder}' where id = $id`
  const approve = `update finding set approved_by = '${chef}' where id = $id`
  const approved = verified.replace("'verify'", "'approve'")
  expect(await asApp(other, [approved, approve])).toBe('finding_approved_by_another')
  expect(await asApp(other, [propose, approve])).toBe('finding_approved_on_record')
  expect(
    await asApp(other, [
      approved,
      `update finding set ground = 'impossible', proposed_by = '${leder}', approved_by = '${chef}' where id = $id`,
    ]),
  ).toBe('finding_approved_on_record')
  expect(await asApp(other, [propose, approved, approve])).toBe('done, and to be undone')
  expect(await asApp(other, [`delete from finding where id = $id`])).toMatch(/permission denied/)
  expect(await asApp(other, [`delete from finding_act where finding_id = $id`])).toMatch(/permission denied/)
  expect(await asApp(other, [`update finding_act set text = 'x' where finding_id = $id`])).toMatch(
    /permission denied/,
  )
})

test('a closed finding is opened again by a new run that is on record, and its verification stays in the record', async () => {
  const id = await newFinding()
  await run(
    id,
    ['leder', plan('leder')],
    ['leder', contact],
    ['leder', carryOut],
    ['chef', { act: 'verify' }],
  )
  const open = `verified_by = null, carried_out_by = null, carried_out_on = null, journalised_on = null,
    contacted_on = null, response = null, measures = null, responsible_id = null, due_on = null`
  expect(await asApp(id, [`update finding set ${open} where id = $id`])).toBe('finding_reopened_on_record')
  expect(await asApp(id, [`update finding set ${open}, run = 2 where id = $id`])).toBe(
    'finding_reopened_on_record',
  )
  await run(id, ['chef', { act: 'reopen', text: 'Det holdt ikke.' }])
  const seen = await cast.view('chef', id)
  expect(seen).toMatchObject({ state: 'open', responsible: null, due: null })
  expect(seen.entries.map(({ kind, run: at }) => `${at} ${kind}`)).toContain('1 verify')
})

test('handing over at the last minute makes nobody else’s work of it', async () => {
  const id = await newFinding()
  await run(id, ['leder', plan('chef')], ['chef', contact], ['leder', plan('koordinator')])
  await run(id, ['koordinator', carryOut])
  expect(await answer('chef', id, { act: 'verify' })).toBe('finding-own-work')
  await cast.held.superPool.query(
    `with said as (insert into finding_act (municipality_id, finding_id, run, at, kind, person_id)
       select municipality_id, id, run, now(), 'verify', $2 from finding where id = $1)
     select 1`,
    [id, cast.person('chef')],
  )
  await expect(
    cast.held.superPool.query('update finding set verified_by = $2 where id = $1', [id, cast.person('chef')]),
  ).rejects.toMatchObject({ constraint: 'finding_verified_by_another' })
})

test('who proposed to leave an error does not approve it because a colleague proposed it again', async () => {
  const id = await newFinding()
  const propose: SentAct = { act: 'propose', ground: 'too-late', text: 'Barnet er fyldt 18.' }
  await run(id, ['chef', propose], ['jurist', { act: 'refuse', text: 'Det er ikke undersøgt.' }])
  await run(id, ['leder', propose])
  expect(await answer('chef', id, { act: 'approve' })).toBe('finding-own-proposal')
  await run(id, ['jurist', { act: 'approve' }])
})

test('registration only is no way round the citizen’s no, nor round an error that was assessed', async () => {
  const registration = plan('leder', { measures: ['registration-only'] })
  const id = await newFinding()
  await run(id, ['leder', plan('leder')], ['leder', { ...contact, response: 'declined' }])
  expect(await answer('leder', id, registration)).toBe('finding-not-registration')
  await run(id, ['leder', plan('leder')])
  expect(await answer('leder', id, registration)).toBe('finding-not-registration')
  const other = await newFinding()
  await run(other, ['leder', registration], ['leder', { ...carryOut, journalisedOn: null }])
  await run(other, ['chef', { act: 'assess', severity: 'serious' }])
  expect(await answer('jurist', other, { act: 'verify' })).toBe('finding-not-registration')
})

test('nothing is done before the error was found, and no day is put more than half a year off', async () => {
  const id = await newFinding()
  expect(await answer('leder', id, plan('leder', { due: addDays(today, 400) }))).toBe('finding-due-far')
  await run(id, ['leder', plan('leder')])
  expect(await answer('leder', id, { ...contact, on: '1900-01-01' })).toBe('finding-days-crossed')
})
