import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MyTasks } from '../../src/contract/notification/my-tasks.ts'
import type { ReleaseDetails, ReleasedReport } from '../../src/contract/report/releases.ts'
import { reportFormats } from '../../src/contract/report/report.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let closed = ''
let open = ''
let municipality = ''
const cookies = new Map<Role, string>()

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const { rows: rounds } = await held.superPool.query<{
    key: string
    state: string
    municipality_id: string
  }>('select key, state, municipality_id from round order by period_from desc')
  closed = rounds.find(({ state }) => state === 'closed')?.key ?? ''
  open = rounds.find(({ state }) => state === 'open')?.key ?? ''
  municipality = rounds[0]?.municipality_id ?? ''
  const { rows: people } = await held.superPool.query<{ role: Role; person_id: string }>(
    'select distinct on (role) role, person_id from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person_id: personId } of people) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId } })
    if (answer.statusCode === 204) cookies.set(role, cookieOf(answer))
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const get = (role: Role, path: string) => server.send('GET', path, { cookie: cookies.get(role) ?? '' })
const post = (role: Role, path: string, body: object) =>
  server.send('POST', path, {
    cookie: cookies.get(role) ?? '',
    body,
    headers: { 'idempotency-key': randomUUID() },
  })

type Begin = {
  readonly edition?: 'internal' | 'public'
  readonly template?: string
  readonly corrects?: object
}

async function begin({ edition = 'public', template = 'committee', corrects }: Begin = {}): Promise<string> {
  const answer = await post('staff-lawyer', '/api/releases', {
    round: closed,
    template,
    edition,
    english: false,
    corrects: corrects ?? null,
  })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  return answer.json<{ id: string }>().id
}

async function read(id: string, role: Role = 'staff-lawyer'): Promise<ReleaseDetails> {
  const answer = await get(role, `/api/releases/${id}`)
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  return answer.json<ReleaseDetails>()
}

const save = (id: string, seen: number, edits: object, role: Role = 'staff-lawyer') =>
  server.send('PUT', `/api/releases/${id}/text`, {
    cookie: cookies.get(role) ?? '',
    body: { seen, edits: { leftOut: [], passages: [], rewordings: [], ...edits } },
  })

async function take(
  role: Role,
  id: string,
  step: string,
  body: object = { outcome: 'passed' },
): Promise<void> {
  const answer = await post(role, `/api/releases/${id}/${step}`, body)
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
}

async function release(id: string): Promise<string> {
  const { seen } = await read(id)
  await take('staff-lawyer', id, 'hand-over', { seen })
  await take('central-lawyer', id, 'check')
  await take('director', id, 'approval')
  await take('staff-lawyer', id, 'publication')
  return (await read(id)).number ?? ''
}

const publicList = async () =>
  (await server.send('GET', `/api/public/${municipality}/releases`)).json<{ releases: ReleasedReport[] }>()
    .releases

async function changesOf(id: string): Promise<readonly string[]> {
  const { rows } = await held.superPool.query<{ act: string }>(
    'select act from change_entry where subject_id = $1 order by id',
    [id],
  )
  return rows.map(({ act }) => act)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a report on its way', () => {
  test('goes from draft by check and approval to the public page, and is frozen from the hand-over on', async () => {
    const id = await begin()
    const { draft } = await read(id)
    const figure = draft?.figures.find(({ printed }) => /^\d+.%$/u.test(printed.da))
    if (figure === undefined) throw new Error('the draft has no percentage')
    const passages = [{ section: 'trends', da: `Vi hæfter os ved {${figure.id}}.`, en: '' }]
    expect((await save(id, 0, { passages })).json()).toEqual({ seen: 1 })
    expect((await save(id, 0, {})).json()).toMatchObject({ code: 'outdated-version' })

    const watermarked = await get('staff-lawyer', `/api/releases/${id}/file?lang=da&format=html`)
    expect(watermarked.body).toContain('Udkast: ikke frigivet')
    expect(await publicList()).toEqual([])

    await take('staff-lawyer', id, 'hand-over', { seen: 1 })
    const recorded = await changesOf(id)
    expect((await save(id, 1, {})).json()).toMatchObject({ code: 'release-not-now' })
    expect(
      (await post('staff-lawyer', `/api/releases/${id}/check`, { outcome: 'passed' })).json(),
    ).toMatchObject({
      code: 'release-own-text',
    })
    expect(
      (await post('director', `/api/releases/${id}/approval`, { outcome: 'passed' })).json(),
    ).toMatchObject({
      code: 'release-not-now',
    })
    // The log says what was done, and nothing that was refused.
    expect(await changesOf(id)).toEqual(recorded)
    expect(recorded).toEqual(['begin-release', 'write-release', 'hand-over-release'])
    await take('central-lawyer', id, 'check')
    await take('director', id, 'approval')
    expect(await publicList()).toEqual([])
    await take('staff-lawyer', id, 'publication')

    const [released] = await publicList()
    expect(released?.number).toMatch(/^\d{4}-1$/)
    expect(released?.files.map(({ format }) => format).toSorted()).toEqual([...reportFormats].toSorted())
    const details = await read(id)
    expect(details).toMatchObject({ state: 'released', digest: released?.digest, draft: null })
    expect(details.events.map(({ step }) => step)).toEqual([
      'begin',
      'write',
      'hand-over',
      'pass',
      'approve',
      'release',
    ])
    for (const { format, digest } of released?.files ?? []) {
      const file = await server.send(
        'GET',
        `/api/public/${municipality}/releases/${released?.number}/file?lang=da&format=${format}`,
      )
      expect([format, file.statusCode, sha256(file.rawPayload)]).toEqual([format, 200, digest])
      expect(file.body).not.toContain('ikke frigivet')
    }
    const page = await server.send(
      'GET',
      `/api/public/${municipality}/releases/${released?.number}/file?lang=da&format=html`,
    )
    expect(page.headers['content-disposition']).toMatch(/^inline; /)
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*sandbox$/,
    )
    expect(page.body).toContain(`Vi hæfter os ved ${figure.printed.da}`)
    expect(page.body).toContain(released?.digest.slice(0, 16))
  })

  test('keeps what was handed over though numbers change, and says which and why', async () => {
    const id = await begin({ edition: 'internal' })
    await release(id)
    const before = await get('director', `/api/releases/${id}/file?lang=da&format=html`)
    expect((await get('director', `/api/releases/${id}/changes`)).json()).toMatchObject({ changes: [] })
    const { rows } = await held.superPool.query<{ id: string }>(
      `with one as (
         select a.review_id, a.question_key from review_answer a join review r on r.id = a.review_id join round o on o.id = r.round_id
         where o.key = $1 and r.level = 2 and r.state = 'submitted' and a.answer = 'yes' order by 1, 2 limit 1)
       update review_answer a set answer = 'no' from one
       where a.review_id = one.review_id and a.question_key = one.question_key returning a.review_id as id`,
      [closed],
    )
    expect(rows).toHaveLength(1)
    // What was computed is kept until something is written through the program; a new server computes anew.
    await server.app.close()
    server = await createTestServer(held.database, { demo: true })
    const answer = await get('director', `/api/releases/${id}/changes`)
    const { changes } = answer.json<{
      changes: { label: { da: string }; why: string; before: unknown; after: unknown }[]
    }>()
    expect(changes.some(({ why }) => why === 'answers')).toBe(true)
    for (const change of changes) expect(change.before).not.toEqual(change.after)

    const correcting = await begin({
      edition: 'internal',
      corrects: { release: id, da: 'Et svar var tastet forkert.', en: 'An answer was mistyped.' },
    })
    await release(correcting)
    const corrected = await get('director', `/api/releases/${correcting}/file?lang=da&format=html`)
    expect(corrected.body).toContain('Et svar var tastet forkert.')
    const answers = changes.find(({ why }) => why === 'answers')
    expect(corrected.body).toContain(answers?.label.da)
    const after = await get('director', `/api/releases/${id}/file?lang=da&format=html`)
    expect(sha256(after.rawPayload)).toBe(sha256(before.rawPayload))
  })

  test('goes back to its author with a reason, and may be handed over again', async () => {
    const id = await begin()
    await take('staff-lawyer', id, 'hand-over', { seen: 0 })
    expect(
      (await post('central-lawyer', `/api/releases/${id}/check`, { outcome: 'sent-back' })).statusCode,
    ).toBe(400)
    await take('central-lawyer', id, 'check', {
      outcome: 'sent-back',
      word: 'Tallene om temaer mangler en forklaring.',
    })
    const back = await read(id)
    expect(back).toMatchObject({ state: 'draft', digest: null })
    expect(back.events.at(-1)).toMatchObject({
      step: 'send-back',
      word: 'Tallene om temaer mangler en forklaring.',
    })
    expect((await save(id, 0, {})).statusCode).toBe(200)
    await take('staff-lawyer', id, 'hand-over', { seen: 1 })
  })

  test('whoever wrote once in it does not check it, whatever has happened since', async () => {
    const id = await begin()
    expect((await save(id, 0, {}, 'central-lawyer')).statusCode).toBe(200)
    await take('staff-lawyer', id, 'hand-over', { seen: 1 })
    const { steps, others } = await read(id, 'central-lawyer')
    expect([steps, others]).toEqual([['send-back'], ['pass']])
    expect(
      (await post('central-lawyer', `/api/releases/${id}/check`, { outcome: 'passed' })).json(),
    ).toMatchObject({
      code: 'release-own-text',
    })
  })

  test('cannot be handed over while a text refers to nothing, and loses nothing', async () => {
    const id = await begin()
    const passages = [{ section: 'trends', da: 'Vi nåede {share/of/nothing}.', en: '' }]
    expect((await save(id, 0, { passages })).statusCode).toBe(200)
    expect((await post('staff-lawyer', `/api/releases/${id}/hand-over`, { seen: 1 })).json()).toMatchObject({
      code: 'release-hindered',
    })
    const { draft, state } = await read(id)
    expect(state).toBe('draft')
    expect(draft?.edits.passages).toEqual(passages)
    expect(draft?.problems).toEqual([
      expect.objectContaining({ at: 0, warning: { kind: 'unknown-figure', id: 'share/of/nothing' } }),
    ])
  })

  test('is of a closed round only, and corrects what is released only', async () => {
    const wanted = { template: 'committee', edition: 'public', english: false }
    expect(
      (await post('staff-lawyer', '/api/releases', { ...wanted, round: open, corrects: null })).json(),
    ).toMatchObject({
      code: 'round-not-closed',
    })
    const corrects = { release: await begin(), da: 'Fejl', en: 'Error' }
    expect(
      (await post('staff-lawyer', '/api/releases', { ...wanted, round: closed, corrects })).json(),
    ).toMatchObject({
      code: 'release-correction-differs',
    })
  })
})

describe('what is released', () => {
  test('is public in its public edition only; the ombudsman reads that and what is for the ombudsman', async () => {
    const forOmbudsman = await release(await begin({ edition: 'internal', template: 'ombudsman' }))
    const forDirector = await release(await begin({ edition: 'internal', template: 'director' }))
    const forAll = await release(await begin())
    const numbersFor = async (role: Role) =>
      (await get(role, '/api/released'))
        .json<{ releases: ReleasedReport[] }>()
        .releases.map(({ number }) => number)
    expect(await numbersFor('ombudsman')).toEqual(expect.arrayContaining([forOmbudsman, forAll]))
    expect(await numbersFor('ombudsman')).not.toContain(forDirector)
    expect(await numbersFor('caseworker')).toContain(forAll)
    expect(await numbersFor('caseworker')).not.toContain(forOmbudsman)
    expect(await numbersFor('director')).toEqual(expect.arrayContaining([forOmbudsman, forDirector, forAll]))
    expect((await publicList()).map(({ number }) => number)).toContain(forAll)
    for (const number of [forOmbudsman, forDirector]) {
      expect((await publicList()).map((each) => each.number)).not.toContain(number)
      const path = `releases/${number}/file?lang=da&format=html`
      expect((await server.send('GET', `/api/public/${municipality}/${path}`)).statusCode).toBe(404)
    }
    const file = `/api/released/${forDirector}/file?lang=da&format=html`
    expect((await get('ombudsman', file)).statusCode).toBe(404)
    expect((await get('director', file)).statusCode).toBe(200)
  })

  test('is told to those who may read it, to nobody twice, and not to whoever released it', async () => {
    const kinds = async (role: Role) => {
      const { notifications } = (await get(role, '/api/notifications')).json<{
        notifications: { kind: string; subject: string | null }[]
      }>()
      return (of: string) => notifications.filter(({ subject }) => subject === of).map(({ kind }) => kind)
    }
    const [open, inside, forOmbudsman] = [
      await begin(),
      await begin({ edition: 'internal', template: 'director' }),
      await begin({ edition: 'internal', template: 'ombudsman' }),
    ]
    for (const id of [open, inside, forOmbudsman]) await release(id)
    const told = async (role: Role) => {
      const of = await kinds(role)
      return [open, inside, forOmbudsman].map(of)
    }
    expect(await told('caseworker')).toEqual([['report-released'], [], []])
    expect(await told('ombudsman')).toEqual([['report-released'], [], ['report-released']])
    expect(await told('director')).toEqual([['report-released'], ['report-released'], ['report-released']])
    expect(await told('staff-lawyer')).toEqual([[], [], []])
    const { releases } = (await get('caseworker', '/api/released')).json<{ releases: { number: string }[] }>()
    expect(releases.map(({ number }) => number)).toContain((await read(open)).number)
  })

  test('that corrects another is told as a correction, and one that was sent back to those who wrote it', async () => {
    const first = await begin()
    await release(first)
    const why = { da: 'Et tal var forkert.', en: 'A number was wrong.' }
    const correcting = await begin({ corrects: { release: first, ...why } })
    const { seen } = await read(correcting)
    await take('staff-lawyer', correcting, 'hand-over', { seen })
    await take('central-lawyer', correcting, 'check', { outcome: 'sent-back', word: 'Skriv mere.' })
    const toldOf = async (role: Role) =>
      (await get(role, '/api/notifications'))
        .json<{ notifications: { kind: string; subject: string | null }[] }>()
        .notifications.filter(({ subject }) => subject === correcting)
        .map(({ kind }) => kind)
    expect(await toldOf('staff-lawyer')).toEqual(['report-sent-back'])
    expect(await toldOf('director')).toEqual([])
    await release(correcting)
    expect(await toldOf('director')).toEqual(['report-corrected'])
  })

  test('waits on the list of whoever may take its next step, and never on that of who wrote in it', async () => {
    const waiting = async (role: Role) =>
      Object.fromEntries(
        (await get(role, '/api/tasks/mine'))
          .json<MyTasks>()
          .tasks.filter(({ kind }) => kind.endsWith('-report'))
          .map(({ kind, count }) => [kind, count]),
      )
    const of = async (kind: string) => {
      const counts = []
      for (const role of ['staff-lawyer', 'central-lawyer', 'director', 'caseworker'] as const)
        counts.push((await waiting(role))[kind] ?? 0)
      return counts
    }
    const added = (before: readonly number[], after: readonly number[]) =>
      after.map((count, index) => count - (before[index] ?? 0))
    const before = {
      write: await of('write-report'),
      check: await of('check-report'),
      approve: await of('approve-report'),
      release: await of('release-report'),
    }
    const id = await begin({ edition: 'internal' })
    expect(added(before.write, await of('write-report'))).toEqual([1, 1, 0, 0])
    const { seen } = await read(id)
    await take('staff-lawyer', id, 'hand-over', { seen })
    expect(added(before.write, await of('write-report'))).toEqual([0, 0, 0, 0])
    expect(added(before.check, await of('check-report'))).toEqual([0, 1, 0, 0])
    await take('central-lawyer', id, 'check')
    expect(added(before.check, await of('check-report'))).toEqual([0, 0, 0, 0])
    expect(added(before.approve, await of('approve-report'))).toEqual([0, 0, 1, 0])
    await take('director', id, 'approval')
    expect(added(before.release, await of('release-report'))).toEqual([1, 1, 1, 0])
    await take('staff-lawyer', id, 'publication')
    expect(added(before.release, await of('release-report'))).toEqual([0, 0, 0, 0])
  })

  test('stays as it is, for the owner of the table too', async () => {
    const refusals = [
      "update report_release set title_da = 'x' where state = 'released'",
      "delete from report_release where state = 'released'",
      "update report_release_file set bytes = '\\x00'",
      'delete from report_release_file',
      `insert into report_release_file (municipality_id, release_id, language, format, digest, bytes)
         select municipality_id, id, 'en', 'x', digest, '\\x00' from report_release where state = 'released'`,
      "update report_release set state = 'released', number = '2020-1', released_at = now() where state = 'checking'",
      "update report_release set model = model || ' ' where state = 'checking'",
      `update report_release set passages = '["x"]' where state = 'checking'`,
    ]
    for (const statement of refusals)
      await expect(held.superPool.query(statement)).rejects.toThrow(
        /as it is|once, at the release|no report goes|gets released|as a draft only/,
      )
  })
})
