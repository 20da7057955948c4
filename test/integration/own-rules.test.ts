import { readFile } from 'node:fs/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { judgeInBackground } from '../../src/app/caseflow/judge-in-background.ts'
import type {
  checkRules,
  listRules,
  publishRules,
  RulesCandidate,
  tryRules,
} from '../../src/contract/caseflow/rules.ts'
import type { ProblemDetails } from '../../src/contract/frame/problem-details.ts'
import { beginEventImport } from '../../src/storage/caseflow/event-import.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const hour = 3_600_000
let held: TestDatabase
let server: TestServer
let cookie: string
let anna: string
/** Rules that come with Tilsyn, as text. */
let law: string
/** Its version; further ones count from it. */
let v: number

beforeAll(async () => {
  law = await readFile(new URL('../../programmes/deadlines-barnets-lov.yaml', import.meta.url), 'utf8')
  v = Number(/^version: (\d+)$/mu.exec(law)?.[1])
})
beforeEach(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'caseworker', unit: nord })
  await addPerson(held.database, municipalityId, { userName: 'ombud', role: 'ombudsman' })
  cookie = await server.signIn(municipalityId, 'adm')
  anna = await server.signIn(municipalityId, 'anna')
  return async () => {
    await server.app.close()
    await held.close()
  }
})

const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()

/** Three notifications: assessed after 10 and after 30 hours, and one of 40 hours ago that nobody has assessed. */
async function importEvents(prefix = 'A'): Promise<void> {
  const event = (id: string, kind: string, time: string) => ({
    caseId: `${prefix}${id}`,
    kind,
    time,
    unit: 'Nord',
  })
  const events = [
    event('1', 'notification-received', ago(100)),
    event('1', 'notification-assessed', ago(90)),
    event('2', 'notification-received', ago(100)),
    event('2', 'notification-assessed', ago(70)),
    event('3', 'notification-received', ago(40)),
  ]
  const answer = await server.send('POST', '/api/caseflow/events', {
    cookie,
    body: { source: 'fagsystem', events },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

/** The law so many versions later and, for R01, with so many hours. */
function revised(later: number, hours: number): string {
  return law
    .replace(/^version: .*$/mu, `version: ${v + later}`)
    .replace('limit: { hours: 24 }', `limit: { hours: ${hours} }`)
}

const file = (text: string): RulesCandidate => ({ file: 'egne.yaml', text })

async function list(as = cookie) {
  const answer = await server.send('GET', '/api/caseflow/rules', { cookie: as })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<z.output<(typeof listRules)['response']>>()
}

async function check(candidate: RulesCandidate) {
  const answer = await server.send('POST', '/api/caseflow/rules/checks', { cookie, body: { candidate } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<z.output<(typeof checkRules)['response']>>()
}

async function publish(candidate: RulesCandidate, reason = 'Aftalt med juridisk afdeling') {
  const answer = await server.send('POST', '/api/caseflow/rules', { cookie, body: { candidate, reason } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<z.output<(typeof publishRules)['response']>>()
}

async function problemsOf(candidate: RulesCandidate) {
  const answer = await server.send('POST', '/api/caseflow/rules/checks', { cookie, body: { candidate } })
  expect(answer.statusCode).toBe(422)
  return answer.json<ProblemDetails>().problems?.map(({ code, line }) => [code, line]) ?? []
}

async function statesOf(rule: string) {
  const { sets } = await list()
  const found = sets.find(({ key }) => key === 'barnets-lov')
  return found?.rules.find(({ id }) => id === rule)?.states
}

async function query<T extends object>(text: string): Promise<readonly T[]> {
  const { rows } = await held.superPool.query<T>(text)
  return rows
}

describe('the rules in force', () => {
  test('are everybody’s in the service to read, with what they judged, also before anything is imported', async () => {
    const before = await list(anna)
    expect(before.sets.map(({ key, version, versions }) => [key, version, versions.length])).toContainEqual([
      'barnets-lov',
      v,
      0,
    ])
    await importEvents()
    const { sets } = await list(anna)
    const set = sets.find(({ key }) => key === 'barnets-lov')
    expect(set).toMatchObject({
      from: '2024-01-01',
      to: null,
      saturdayCounts: true,
      versions: [{ version: v, publishedBy: null, reason: null }],
    })
    expect(set?.rules.find(({ id }) => id === 'R01')).toMatchObject({
      confidence: 'verified',
      limit: { da: '24 timer', en: '24 hours' },
      states: { met: 1, late: 1, open: 1 },
    })
    const text = await server.send('GET', `/api/caseflow/rules/barnets-lov/versions/${v}`, { cookie: anna })
    expect(text.body).toBe(law)
    const ombudsman = await server.signIn(held.first.municipalityId, 'ombud')
    expect((await server.send('GET', '/api/caseflow/rules', { cookie: ombudsman })).statusCode).toBe(403)
    for (const path of ['checks', 'trials', ''])
      expect(
        (
          await server.send('POST', `/api/caseflow/rules/${path}`.replace(/\/$/u, ''), {
            cookie: anna,
            body: { candidate: file(law), reason: 'x' },
          })
        ).statusCode,
      ).toBe(403)
  })
})

describe('a new version', () => {
  test('is refused with every mistake by its line', async () => {
    const lines = revised(1, 24).split('\n')
    const at = lines.findIndex((line) => line.includes('confidence: verified'))
    lines[at] = lines[at]?.replace('verified', 'sure') ?? ''
    const key = lines.findIndex((line) => line.startsWith('settings:'))
    lines[key] = 'setings:'
    const found = await problemsOf(file(lines.join('\n')))
    expect(found.map(([, line]) => line)).toEqual(expect.arrayContaining([at + 1, key + 1]))
  })

  test('is refused where its number is taken, where another set has its rules at that time, and with a CPR number in it', async () => {
    await importEvents()
    const line = law.split('\n').findIndex((each) => each.startsWith('version:')) + 1
    expect(await problemsOf(file(revised(0, 48)))).toEqual([['version-taken', line]])
    const other = await problemsOf(file(law.replace('key: barnets-lov', 'key: kommunens-egne')))
    expect(new Set(other.map(([code]) => code))).toEqual(new Set(['rule-in-two-sets']))
    const hidden = await server.send('POST', '/api/caseflow/rules/checks', {
      cookie,
      body: { candidate: file(`${revised(1, 48)}\n# barnet 010120-1234\n`) },
    })
    expect(hidden.json()).toMatchObject({ problems: [{ code: 'cpr-in-rules' }] })
    expect(hidden.body).not.toContain('010120')
  })

  test.each([
    ['an escaped control character', String.raw`title: { da: "a\0b", en: x }`, 'unfit-characters', 0],
    ['an escaped half of a character', String.raw`title: { da: "a\ud800b", en: x }`, 'unfit-characters', 0],
    [
      'a CPR number with an escaped dash',
      String.raw`title: { da: "010120\x2d1234", en: x }`,
      'cpr-in-rules',
      0,
    ],
    [
      'a CPR number over two lines',
      'title:\n  da: >-\n    barn 010120\n    1234\n  en: x',
      'cpr-in-rules',
      1,
    ],
  ])('is refused with %s, told by its line', async (_, title, code, below) => {
    const text = revised(1, 48).replace(/^title:.*$/mu, () => title)
    const line = text.split('\n').findIndex((each) => each.startsWith('title:')) + 1
    expect(await problemsOf(file(text))).toEqual([[code, line + below]])
    const published = await server.send('POST', '/api/caseflow/rules', {
      cookie,
      body: { candidate: file(text), reason: 'Afprøvning' },
    })
    expect(published.statusCode).toBe(422)
  })

  test('is told rule by rule and tried on the cases before it is published, and nothing has changed by then', async () => {
    await importEvents()
    expect(await check(file(law))).toMatchObject({ standing: 'same', before: v })
    const { standing, difference, cases } = await check(file(revised(1, 48)))
    expect({ standing, cases }).toEqual({ standing: 'newer', cases: 3 })
    expect(difference).toMatchObject({
      common: [],
      rules: [
        {
          id: 'R01',
          parts: ['limit'],
          before: { limit: { da: '24 timer' } },
          after: { limit: { da: '48 timer' } },
        },
      ],
    })
    const answer = await server.send('POST', '/api/caseflow/rules/trials', {
      cookie,
      body: { candidate: file(revised(1, 48)) },
    })
    const trial = answer.json<z.output<(typeof tryRules)['response']>>()
    expect(trial).toMatchObject({ cases: 3, changed: 3, next: null })
    expect(trial.effects).toEqual([
      {
        rule: 'R01',
        before: { met: 1, late: 1, open: 1, running: 0, 'cannot-tell': 0 },
        after: { met: 2, late: 0, open: 0, running: 1, 'cannot-tell': 0 },
      },
    ])
    expect(await query('select 1 from deadline_rules where published_by is not null')).toEqual([])
    expect(await query("select 1 from access_entry where act = 'try-deadline-rules'")).toHaveLength(1)
  })

  test('judges every case anew, keeps the old one to be read, and can be taken back', async () => {
    await importEvents()
    const published = await publish(file(revised(1, 48)), 'Kommunens praksis')
    expect(published).toEqual({ key: 'barnets-lov', version: v + 1, already: false, toJudge: 3 })
    await judgeInBackground(held.database, new Date())
    expect(await statesOf('R01')).toEqual({ met: 2, running: 1 })
    expect(await query('select distinct rules_version as v from case_deadline')).toEqual([{ v: v + 1 }])
    expect(await publish(file(revised(1, 48)))).toMatchObject({ already: true })
    const back = { key: 'barnets-lov', version: v }
    expect(await check(back)).toMatchObject({
      version: v + 2,
      standing: 'newer',
      difference: { rules: [{ id: 'R01' }] },
    })
    expect(await publish(back, 'Fejl i version 2')).toMatchObject({ version: v + 2, already: false })
    await judgeInBackground(held.database, new Date())
    expect(await statesOf('R01')).toEqual({ met: 1, late: 1, open: 1 })
    const { versions = [] } = (await list()).sets.find(({ key }) => key === 'barnets-lov') ?? {}
    expect(versions.map(({ version, reason, ofVersion }) => [version, reason, ofVersion])).toEqual([
      [v + 2, 'Fejl i version 2', v],
      [v + 1, 'Kommunens praksis', null],
      [v, null, null],
    ])
    const old = await server.send('GET', `/api/caseflow/rules/barnets-lov/versions/${v + 1}`, {
      cookie: anna,
    })
    expect(old.body.trim()).toBe(revised(1, 48).trim())
    expect(
      await query(
        "select detail ->> 'version' as v from change_entry where act = 'publish-deadline-rules' and subject_id = 'barnets-lov' order by id",
      ),
    ).toEqual([{ v: `${v}` }, { v: `${v + 1}` }, { v: `${v + 2}` }])
  })

  test('of a municipality’s own loses none of the laws, also where it comes before the first import', async () => {
    const own = `key: kommunens-egne
version: 1
title: { da: Kommunens egne frister, en: Our own deadlines }
inForce: {}
settings: { saturdayCounts: false }
kinds:
  - { key: assessment-opened, name: { da: Børnefaglig undersøgelse påbegyndt, en: Child assessment opened } }
  - { key: own-meeting, name: { da: Opstartsmøde, en: First meeting } }
deadlines:
  - { id: K01, kind: within, text: { da: Opstartsmøde holdes, en: First meeting held }, legal: Kommunens standard, confidence: verified, start: [assessment-opened], end: [own-meeting], limit: { workingDays: 10 } }
`
    await publish(file(own))
    const keys = (await list()).sets.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['barnets-lov', 'kommunens-egne', 'serviceloven']))
  })

  test('is published once, however often its request is sent', async () => {
    await importEvents()
    const send = () =>
      server.app.inject({
        method: 'POST',
        url: '/api/caseflow/rules',
        headers: {
          origin: 'http://localhost',
          cookie,
          'idempotency-key': '11111111-1111-4111-8111-111111111111',
        },
        payload: { candidate: file(revised(1, 48)), reason: 'x' },
      })
    const [first, second] = [await send(), await send()]
    expect(first.json()).toMatchObject({ version: v + 1, already: false })
    expect(second.json()).toEqual(first.json())
  })
})

describe('an import of events', () => {
  const rows = ['case_id;event;at', `B1;Underretning modtaget;${ago(30)}`].join('\n')
  const preview = async () => {
    const form = new FormData()
    form.set('source', 'fagsystem')
    form.set('file', new File([rows], 'uge.csv'))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/caseflow/previews',
      headers: {
        origin: 'http://localhost',
        cookie,
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    return answer.json<{ preview: { batch: { id: string } } }>().preview.batch.id
  }
  const confirm = (id: string) =>
    server.send('POST', `/api/caseflow/previews/${id}/confirmation`, {
      cookie,
      body: { withoutRefused: false },
    })

  test('that was read before rules were published is read again before it is confirmed', async () => {
    await importEvents()
    const id = await preview()
    await publish(file(revised(1, 48)))
    expect((await confirm(id)).json()).toMatchObject({ code: 'preview-stale' })
    expect((await confirm(await preview())).statusCode).toBe(200)
  })

  test('keeps rules from being published while it is written', async () => {
    await importEvents()
    const actor = { municipalityId: held.first.municipalityId, personId: null }
    await held.database.transaction(actor, async (tx) => {
      expect(await beginEventImport(tx)).toBe(true)
      const answer = await server.send('POST', '/api/caseflow/rules', {
        cookie,
        body: { candidate: file(revised(1, 48)), reason: 'x' },
      })
      expect(answer.json()).toMatchObject({ code: 'events-under-way' })
    })
    expect(await publish(file(revised(1, 48)))).toMatchObject({ already: false })
  })

  test('and a publication at one moment leave every case judged by the rules in force', async () => {
    await importEvents()
    const id = await preview()
    await Promise.all([
      confirm(id),
      publish(file(revised(1, 48))).catch(() => undefined),
      importEvents('C').catch(() => undefined),
    ])
    await publish(file(revised(2, 72))).catch(() => undefined)
    await judgeInBackground(held.database, new Date())
    const newest = "select max(version) as v from deadline_rules where key = 'barnets-lov'"
    expect(
      await query(`select 1 from case_deadline where rules = 'barnets-lov' and rules_version <> (${newest})`),
    ).toEqual([])
    expect(await query('select 1 from case_to_judge')).toEqual([])
  })
})
