import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Results } from '../../src/contract/analysis/results.ts'
import type { RoundAnchors } from '../../src/contract/review/anchors.ts'
import type { AllLevels } from '../../src/contract/review/all-levels.ts'
import type { Differences } from '../../src/contract/review/differences.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import { parseProgramme } from '../../src/core/programme/parse-programme.ts'
import { getId, type ProgrammeVersionId } from '../../src/storage/ids.ts'
import { saveProgrammeVersion } from '../../src/storage/programme/programme-version.ts'
import { seedAudit, type Audit } from '../support/audit.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let audit: Audit
const cookies = new Map<string, string>()
const old = ['OLD-1', 'OLD-2', 'OLD-3'] as const
const anchors = old.map((caseId, i) => `  - { caseId: ${caseId}, stage: underretning, shownAs: N-90${i} }`)

/** One level reviewed by lawyers of the municipality alone, so that a second one has not seen the first's cases. */
async function publish(version: number, more: readonly string[]): Promise<void> {
  const file = new URL('../../programmes/bbu-2017.yaml', import.meta.url)
  const text = (await readFile(file, 'utf8'))
    .replace(/^version: \d+/m, `version: ${version}`)
    // Who reviews at two levels sees neither's answers until both are submitted.
    .replace('reviewers: [central-lawyer]', 'reviewers: [unit-lawyer]')
    .replace('reviewers: [area-manager, unit-lawyer]\n    together: true', 'reviewers: [central-lawyer]')
  const source = more.length === 0 ? text : `${text.trimEnd()}\nanchors:\n${more.join('\n')}\n`
  const programme = parseProgramme(source, 'p.yaml')
  if (!programme.ok) throw new Error(programme.problems[0]?.text.en)
  await held.database.transaction(held.first.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'programme', act: 'add', subjectKind: 'programme' })
    const id = getId<ProgrammeVersionId>(randomUUID())
    await saveProgrammeVersion(writer, id, programme.value, source, new Date())
  })
}

const send = (method: 'GET' | 'POST' | 'PUT', url: string, name = 'administrator', body?: unknown) =>
  server.send(method, url, { cookie: cookies.get(name) ?? '', ...(body === undefined ? {} : { body }) })

async function rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await held.superPool.query<T>(sql, [...values])).rows
}

function codeOf(answer: { json: () => unknown }): unknown {
  return (answer.json() as { code: unknown }).code
}

function round(key: string, quarter: 'old' | 'new', baseline: string | null = null) {
  const period =
    quarter === 'old'
      ? { periodFrom: '2026-01-01', periodTo: '2026-03-31' }
      : { periodFrom: '2026-07-01', periodTo: '2026-09-30' }
  return { key, titleDa: key, titleEn: key, programme: 'bbu-2017', baseline, ...period }
}

async function openAndDraw(key: string, quarter: 'old' | 'new', baseline: string | null = null) {
  expect((await send('POST', '/api/rounds', 'administrator', round(key, quarter, baseline))).statusCode).toBe(
    200,
  )
  for (const level of [1, 2])
    for (const act of ['frame', 'draw']) {
      const answer = await send('POST', `/api/rounds/${key}/levels/${level}/${act}`)
      expect(`${level} ${act} ${answer.statusCode} ${answer.body.slice(0, 200)}`).toContain(` 200 `)
    }
}

/** Answers everything at once, past the form: what is tested here is what comes of it. */
async function submitAll(key: string, answer: 'yes' | 'no', level: number): Promise<void> {
  const checked = parseProgramme(
    await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8'),
    'p.yaml',
  )
  if (!checked.ok) throw new Error('bbu-2017')
  const open = await rows<{ id: string; stage: string }>(
    `select r.id, c.stage from review r join round o on o.id = r.round_id join case_stage c on c.id = r.case_stage_id
     where o.key = $1 and r.level = $2 and r.state <> 'submitted'`,
    [key, level],
  )
  for (const { id, stage } of open) {
    const questions = getStage(checked.value, stage).questions.filter(
      ({ answerType }) => answerType === 'yes-no',
    )
    await rows(
      `insert into review_answer (municipality_id, review_id, question_key, answer, wording, programme_version_id, answered_by)
       select r.municipality_id, r.id, q, $3, 'x', o.programme_version_id, coalesce(r.assigned_to, $4) from review r
       join round o on o.id = r.round_id, unnest($2::text[]) q where r.id = $1`,
      [id, questions.map(({ key: question }) => question), answer, audit.involved],
    )
    await rows(
      `update review set state = 'submitted', assigned_to = coalesce(assigned_to, $2), started_at = now(),
       submitted_at = now(), minutes = 30 where id = $1`,
      [id, audit.involved],
    )
  }
  await rows(
    `update round_progress p set submitted = drawn, started = drawn from round o
     where o.id = p.round_id and o.key = $1 and p.level = $2`,
    [key, level],
  )
}

const lawyers = ['central-lawyer', 'second'] as const
/** Everything a route says of a review but what differs between any two cases: ids, days and who did the work. */
function leafless(answer: { readonly statusCode: number; readonly body: string }): unknown {
  const blind = [
    ...blindKeys,
    'at',
    'submittedAt',
    'startedAt',
    'answeredAt',
    'requestId',
    'answeredBy',
    'by',
  ]
  return [
    answer.statusCode,
    JSON.parse(answer.body, (key, value: unknown) => (blind.includes(key) ? undefined : value)),
  ]
}

/** What differs between any two cases. */
const blindKeys = ['caseId', 'id', 'version', 'unit', 'caseworker', 'days', 'name', 'dueOn']

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  audit = await seedAudit(held.database, municipalityId)
  for (const name of ['administrator', 'staff-lawyer', 'central-lawyer', 'director', 'area-manager Nord'])
    cookies.set(name, await server.signIn(municipalityId, name))
  for (const [at, caseId] of old.entries())
    await rows(
      `insert into case_stage (municipality_id, case_id, stage, unit_id, caseworker, started, completed, attributes)
       values ($1, $2, 'underretning', $3, $4, '2026-01-05', $5, '{}')`,
      [municipalityId, caseId, audit.north, `OW${at}`, `2026-0${at + 1}-15`],
    )
  await publish(2, [])
  await openAndDraw('before', 'old')
  await submitAll('before', 'yes', 2)
  // Somebody new, who has seen nothing.
  await addPerson(held.database, municipalityId, { userName: 'second', role: 'central-lawyer' })
  cookies.set('second', await server.signIn(municipalityId, 'second'))
  await publish(3, anchors)
  await openAndDraw('now', 'new', 'before')
  // Who has the anchors must have a drawn file of their stage to compare them with; the draw need not have given one.
  await rows(
    `update review set assigned_to = (select distinct assigned_to from review where anchor_id is not null)
     where id = (select min(r.id::text)::uuid from review r join round o on o.id = r.round_id
       join case_stage c on c.id = r.case_stage_id
       where o.key = 'now' and r.level = 2 and r.anchor_id is null and c.stage = 'underretning')`,
  )
}, 120_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const listAnchors = async (name = 'administrator', key = 'now') =>
  (await send('GET', `/api/rounds/${key}/anchors`, name)).json<RoundAnchors>()

const anchorIds = async () =>
  (await rows<{ id: string }>('select id from review where anchor_id is not null')).map(({ id }) => id)

/** The shape of an answer: every key with the kind of its value, whatever the value. */
function shapeOf(value: unknown): unknown {
  // How many took part is the case's own.
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

describe('anchors among the tasks', () => {
  test('go to the only one who has not reviewed them, under the number of the frozen file', async () => {
    const given = await rows<{ name: string; shown: string }>(
      `select p.initials as name, r.shown_case_id as shown from review r join person p on p.id = r.assigned_to where r.anchor_id is not null order by 2`,
    )
    expect(given.map(({ shown }) => shown)).toEqual(['N-900', 'N-901', 'N-902'])
    expect(new Set(given.map(({ name }) => name)).size).toBe(1)
    const mine = (await send('GET', '/api/reviews/mine', 'second')).json<MyReviews>()
    expect(mine.open.filter(({ caseId }) => caseId.startsWith('N-90'))).toHaveLength(3)
    const other = (await send('GET', '/api/reviews/mine', 'central-lawyer')).json<MyReviews>()
    expect(other.open.filter(({ caseId }) => caseId.startsWith('N-90'))).toEqual([])
  })

  test('look like every other task, wherever their reviewer looks', async () => {
    const ids = new Set(await anchorIds())
    const mine = (await send('GET', '/api/reviews/mine', 'second')).json<MyReviews>()
    const [anchor, drawn] = [true, false].map((is) =>
      mine.open.find(({ id, stage }) => ids.has(id) === is && stage.en === 'Notification of concern'),
    )
    if (anchor === undefined || drawn === undefined) throw new Error('nothing to compare')
    const common = (task: object) => Object.entries(task).filter(([key]) => !blindKeys.includes(key))
    expect(common(anchor)).toEqual(common(drawn))
    const sorted = mine.open.map(({ dueOn, caseId }) => `${dueOn} ${caseId}`)
    expect(sorted).toEqual(sorted.toSorted())

    const open = async (id: string) => (await send('GET', `/api/reviews/${id}`, 'second')).json<Review>()
    const [one, other] = [await open(anchor.id), await open(drawn.id)]
    const facts = { started: null, completed: null }
    expect(one.caseFacts).toMatchObject(facts)
    expect(other.caseFacts).toMatchObject(facts)
    const plain = (review: Review) => ({ ...review, id: '', caseFacts: null })
    expect(plain(one)).toEqual(plain(other))
    expect(Object.keys(one.caseFacts)).toEqual(Object.keys(other.caseFacts))
    expect(one.caseFacts.attributes.map(({ name }) => name)).toEqual(
      other.caseFacts.attributes.map(({ name }) => name),
    )
  })

  test('on every route of the server, an anchor is answered as a drawn case is, and its number stands nowhere', async () => {
    const ids = await anchorIds()
    const anchor = ids[0] ?? ''
    const [drawn] = await rows<{ id: string }>(
      `select r.id from review r join round o on o.id = r.round_id join person p on p.id = r.assigned_to
       join case_stage c on c.id = r.case_stage_id where o.key = 'now' and r.level = 2 and r.anchor_id is null
       and c.stage = 'underretning' and r.assigned_to = (select assigned_to from review where id = $1)`,
      [anchor],
    )
    for (const route of server.routes.filter(
      ({ method, path }) => method === 'GET' && path !== '/api/openapi.json',
    )) {
      const at = (review: string) =>
        route.path
          .replace(':review', review)
          .replace(':round', 'now')
          .replace(':level', '2')
          .replace(':programme', 'bbu-2017')
          .replace(/:\w+/, randomUUID())
      const [a, b] = [
        await send('GET', at(anchor), 'second'),
        await send('GET', at(drawn?.id ?? ''), 'second'),
      ]
      expect(`${route.path} ${a.statusCode}`).toBe(`${route.path} ${b.statusCode}`)
      for (const caseId of old) expect(`${route.path} ${a.body}`).not.toContain(caseId)
      expect(`${route.path} ${a.body}`).not.toMatch(/anchor_|anchorId|shownCaseId|"anchors":/)
      const isOfReview = route.path.includes(':review') && a.statusCode < 300
      const [x, y] = isOfReview ? [a.json<unknown>(), b.json<unknown>()].map(shapeOf) : []
      expect(x).toEqual(y)
    }
  })

  test('leave no list open that they would be missing from or come from, to anyone but those who lead', async () => {
    for (const key of ['before', 'now'])
      for (const name of [...lawyers, 'area-manager Nord', 'director']) {
        const draw = (await send('GET', `/api/rounds/${key}/levels/2/draw`, name)).json<object>()
        expect(draw).toMatchObject({ closed: true, strata: [], units: [], cases: null })
      }
    for (const key of ['before', 'now'])
      for (const file of ['draw.json', 'frame.csv'])
        expect(codeOf(await send('GET', `/api/rounds/${key}/levels/2/${file}`, 'second'))).toBe('draw-closed')
    expect((await send('GET', '/api/rounds/now/anchors', 'second')).statusCode).toBe(403)
    const seen = await send('GET', '/api/rounds/now/levels/2/draw', 'staff-lawyer')
    expect(seen.json<{ cases: unknown[] }>().cases.length).toBeGreaterThan(0)
    expect(seen.body).not.toContain('OLD-')
    const file = await send('GET', '/api/rounds/now/levels/2/draw.json', 'staff-lawyer')
    expect(file.statusCode).toBe(200)
    expect(file.body).not.toContain('OLD-')
  })

  test('hide the days of their own stage only', async () => {
    const others = await rows<{ id: string }>(
      `select r.id from review r join round o on o.id = r.round_id join case_stage c on c.id = r.case_stage_id
       where o.key = 'now' and r.level = 2 and c.stage <> 'underretning'`,
    )
    expect(others.length).toBeGreaterThan(0)
    for (const { id } of others) {
      const { caseFacts } = (await send('GET', `/api/reviews/${id}`, 'central-lawyer')).json<Review>()
      expect(caseFacts.completed).toMatch(/^2026-0[789]-/)
    }
  })

  test('move the progress as drawn cases do', async () => {
    const [count] = await rows<{ drawn: string; reviews: string }>(
      `select (select sum(drawn) from round_progress p join round o on o.id = p.round_id where o.key = 'now' and p.level = 2) as drawn,
        (select count(*) from review r join round o on o.id = r.round_id where o.key = 'now' and r.level = 2) as reviews`,
    )
    expect(count?.drawn).toBe(count?.reviews)
  })

  test('stay as they were first reviewed when an import changes the file, and those who lead are told', async () => {
    await rows(`update case_stage set caseworker = 'NEW', started = '2026-01-02' where case_id = 'OLD-1'`)
    const [review] = await rows<{ id: string }>(`select id from review where shown_case_id = 'N-900'`)
    const open = (await send('GET', `/api/reviews/${review?.id}`, 'second')).json<Review>()
    expect(open.caseFacts).toMatchObject({ caseId: 'N-900', caseworker: 'OW0', days: 10 })
    const { anchors: listed } = await listAnchors('staff-lawyer')
    expect(listed.map(({ caseId, changed }) => [caseId, changed])).toEqual([
      ['OLD-1', ['caseworker', 'started']],
      ['OLD-2', []],
      ['OLD-3', []],
    ])
    expect(listed[0]?.reviews).toMatchObject([
      { round: { key: 'before' }, level: 1, asAnchor: false },
      { round: { key: 'before' }, level: 2, asAnchor: false, state: 'submitted' },
      { round: { key: 'now' }, level: 2, asAnchor: true, state: 'assigned' },
    ])
  })

  test('are compared as a case is whose level below has not submitted, and every other review as ever', async () => {
    await submitAll('now', 'no', 2)
    const anchor = (await anchorIds())[0] ?? ''
    const drawn = (
      await rows<{ id: string }>(
        `select r.id from review r join round o on o.id = r.round_id join case_stage c on c.id = r.case_stage_id
         where o.key = 'now' and r.level = 2 and r.anchor_id is null and c.stage = 'underretning'
         and r.assigned_to = (select assigned_to from review where id = $1)
         order by r.id limit 1`,
        [anchor],
      )
    )[0]?.id
    expect(drawn).toBeDefined()
    // Who took part in a case is its own: the anchors were added with nobody, so the draw decides if another is alike.
    await rows(
      `delete from case_stage_participant where case_stage_id in (select case_stage_id from review where id = any($1))`,
      [[anchor, drawn]],
    )
    const get = (of: string | undefined, what: string) => send('GET', `/api/reviews/${of}${what}`, 'second')
    const differences = async (of: string | undefined) => (await get(of, '/differences')).json<Differences>()
    const plain = (of: Differences) => ({ ...of, caseId: '', unit: '' })
    expect(plain(await differences(anchor))).toEqual(plain(await differences(drawn)))
    expect((await differences(anchor)).below).toMatchObject({ submitted: false, review: null })
    const levels = async (of: string | undefined) =>
      (await get(of, '/levels')).json<AllLevels>().levels.map(({ level, standing }) => [level, standing])
    expect(await levels(anchor)).toContainEqual([1, 'open'])
    expect(await levels(anchor)).toEqual(await levels(drawn))
    const acts = async (of: string | undefined) => (await get(of, '')).json<Review>().acts
    expect(await acts(anchor)).toEqual(['open', 'compare'])
    expect(await acts(drawn)).toEqual(['open', 'compare'])
    const propose = (of: string | undefined) =>
      send('POST', `/api/reviews/${of}/differences/U-1.1/proposal`, 'second', {
        reason: 'fact',
        consensus: 'yes',
        note: null,
        seen: 0,
      })
    expect(codeOf(await propose(anchor))).toBe('sealed')
    expect(codeOf(await propose(drawn))).toBe('sealed')
    for (const what of ['/threads/U-1.1', '/corrections', '/history', '/merge'])
      expect([what, leafless(await get(anchor, what))]).toEqual([what, leafless(await get(drawn, what))])
    expect((await get(anchor, '/corrections')).statusCode).toBe(200)

    // Sent back, both read alike too.
    const reason = { reason: 'Se notatet igen' }
    // `submitAll` went past the counts that sending back takes from.
    await rows('update round_progress set minutes = 10000 where level = 2')
    for (const of of [anchor, drawn]) {
      const answer = await send('POST', `/api/reviews/${of}/return`, 'administrator', reason)
      expect([answer.statusCode, answer.json()]).toEqual([200, { influenced: false }])
    }
    for (const what of ['', '/threads/U-1.1', '/corrections', '/differences', '/levels', '/history'])
      expect([what, leafless(await get(anchor, what))]).toEqual([what, leafless(await get(drawn, what))])
    await rows(
      `update review set state = 'submitted', submitted_at = now(), minutes = 30 where id = any($1::uuid[])`,
      [[anchor, drawn]],
    )
    await rows(
      `update round_progress p set submitted = drawn from round o where o.id = p.round_id and o.key = 'now' and p.level = 2`,
    )

    await submitAll('now', 'yes', 1)
    expect(await differences(anchor)).toMatchObject({ below: { submitted: false }, rows: [] })
    expect(await levels(anchor)).toContainEqual([1, 'open'])
    const opened = await differences(drawn)
    expect(opened.below).toMatchObject({ submitted: true })
    expect(opened.rows.length).toBeGreaterThan(0)
    expect(opened.rows[0]).toMatchObject({ own: { answer: 'no' }, below: { answer: 'yes' } })
  })
})

describe('what comes of them', () => {
  test('is drift by question for those who lead, and nothing in any share', async () => {
    const { levels } = await listAnchors()
    expect(levels).toMatchObject([{ level: 2, given: 3, submitted: 3, left: 0 }])
    const drift = levels[0]?.drift
    expect(drift).toMatchObject({ cases: 3, compared: 3 })
    // Everything expected a yes before and got a no now, but for questions that expect a no.
    expect(drift?.change).toBeLessThan(-0.5)
    expect(drift?.questions.find(({ question }) => question === 'U-1.1')).toMatchObject({
      pairs: 3,
      stricter: 3,
      milder: 0,
    })
    await rows(`update round set state = 'closed', closed_at = now() where key in ('before', 'now')`)
    // What could tell an anchor is told to everybody again, and of the anchors nothing is in it.
    for (const key of ['before', 'now']) {
      const draw = (await send('GET', `/api/rounds/${key}/levels/2/draw`, 'second')).json<{
        cases: unknown[]
      }>()
      expect(draw).toMatchObject({ closed: false })
      expect(draw.cases.length).toBeGreaterThan(0)
      expect((await send('GET', `/api/rounds/${key}/levels/2/draw.json`, 'second')).statusCode).toBe(200)
    }
    for (const file of ['draw.json', 'frame.csv'])
      expect((await send('GET', `/api/rounds/now/levels/2/${file}`, 'second')).body).not.toContain('OLD-')
    const results = (await send('GET', '/api/rounds/now/results', 'director')).json<Results>()
    const drawn = await rows<{ n: string }>(
      `select count(*) as n from review r join round o on o.id = r.round_id
       where o.key = 'now' and r.level = 2 and r.anchor_id is null`,
    )
    expect(results.levels.find(({ level }) => level === 2)?.reviews).toBe(Number(drawn[0]?.n))
    const tallied = await rows(`select 1 from question_tally`)
    expect(tallied).toEqual([])
  })

  test('those that nobody is left for stay out, and are given when somebody new comes', async () => {
    await publish(4, anchors)
    await openAndDraw('later', 'new')
    const { anchors: listed, levels } = await listAnchors('administrator', 'later')
    expect(listed.flatMap(({ levels: at }) => at.map(({ outcome }) => outcome))).toEqual([
      'no-reviewer',
      'no-reviewer',
      'no-reviewer',
    ])
    expect(levels).toMatchObject([{ given: 0, left: 3, drift: null }])
    await addPerson(held.database, held.first.municipalityId, { userName: 'third', role: 'central-lawyer' })
    const again = await send('POST', '/api/rounds/later/levels/2/anchors')
    expect(again.json()).toEqual({ given: 3, left: 0 })
    expect((await send('POST', '/api/rounds/later/levels/2/anchors')).json()).toEqual({ given: 0, left: 0 })
    expect((await send('POST', '/api/rounds/later/levels/2/anchors', 'second')).statusCode).toBe(403)
  })

  test('whose reviewer cannot be independent are passed to nobody who leads the audit', async () => {
    const { municipalityId } = held.first
    cookies.set('third', await server.signIn(municipalityId, 'third'))
    const leader = await addPerson(held.database, municipalityId, {
      userName: 'both',
      role: 'central-lawyer',
    })
    await rows(
      `insert into role_assignment (municipality_id, person_id, role, valid_from) values ($1, $2, 'staff-lawyer', '2017-09-01')`,
      [municipalityId, leader],
    )
    // Drawn cases go to whoever has the least to do: the one who leads.
    const [drawn] = await rows<{ id: string }>(
      `update review set assigned_to = (select id from person where initials = 'third')
       where id = (select r.id from review r join round o on o.id = r.round_id
         where o.key = 'later' and r.level = 2 and r.anchor_id is null limit 1) returning id`,
    )
    const [anchor] = await rows<{ id: string }>(
      `select r.id from review r join round o on o.id = r.round_id where o.key = 'later' and r.anchor_id is not null`,
    )
    const passed = async (id = '') => {
      const said = { verdict: 'knows', note: null }
      const answer = await send('POST', `/api/reviews/${id}/declaration`, 'third', said)
      expect(answer.json()).toEqual({ passedOn: true })
      return rows<{ to: string | null }>(`select assigned_to as to from review where id = $1`, [id])
    }
    expect(await passed(drawn?.id)).toEqual([{ to: leader }])
    expect(await passed(anchor?.id)).toEqual([{ to: null }])
  })

  test('an anchor that the registry lacks stops the round from opening and is named, in both languages', async () => {
    await publish(5, ['  - { caseId: NOWHERE-1, stage: underretning }'])
    for (const [language, words] of [
      ['da', 'findes ikke i sagsregistret'],
      ['en', 'is not in the registry'],
    ] as const) {
      const answer = await server.send('POST', '/api/rounds', {
        cookie: cookies.get('administrator') ?? '',
        language,
        body: round('never', 'new'),
      })
      expect(answer.statusCode).toBe(409)
      expect(codeOf(answer)).toBe('anchor-not-in-registry')
      expect(answer.body).toContain('NOWHERE-1')
      expect(answer.body).toContain(words)
    }
  })

  test('the programme shows nobody its list', async () => {
    for (const name of ['second', 'administrator'])
      expect((await send('GET', '/api/programmes/bbu-2017', name)).body).not.toContain('NOWHERE')
  })
})
