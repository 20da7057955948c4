import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { results, type Results } from '../../src/contract/analysis/results.ts'
import { reportFormats, reportTypes } from '../../src/contract/report/report.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
/** Keys of the newest closed round, of the open one, and of the first, which others are compared with. */
const rounds = { closed: '', open: '', first: '' }
const cookies = new Map<Role, string>()

interface Row {
  readonly [column: string]: unknown
}

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const keys = await query('select key, state from round order by period_from desc')
  rounds.open = String(keys.find(({ state }) => state === 'open')?.['key'])
  rounds.closed = String(keys.find(({ state }) => state === 'closed')?.['key'])
  rounds.first = String(keys.at(-1)?.['key'])
  const roles = await query(
    'select distinct on (role) role, person_id from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person_id: personId } of roles) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId } })
    // The table's check allows roles only.
    if (answer.statusCode === 204) cookies.set(role as Role, cookieOf(answer))
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await held.superPool.query<Row>(text, [...values])).rows
}

const get = (role: Role, path: string) => server.send('GET', path, { cookie: cookies.get(role) ?? '' })

async function ready(role: Role, round: string, unit?: string): Promise<Results> {
  const answer = await get(role, `/api/rounds/${round}/results${unit === undefined ? '' : `?unit=${unit}`}`)
  expect(answer.statusCode).toBe(200)
  const parsed = results.parse(answer.json())
  if (parsed.state !== 'ready') throw new Error(`results are ${parsed.state}`)
  return parsed
}

/** Answers of level 2 counted in the database, by question; `$2` a unit or null for all. */
const counted = `
  select a.question_key as question,
    count(*) filter (where a.answer = 'yes')::int as yes, count(*) filter (where a.answer = 'no')::int as no,
    count(*) filter (where a.answer = 'na')::int as na
  from review_answer a join review r on r.id = a.review_id join round o on o.id = r.round_id
  where o.key = $1 and r.level = 2 and r.state = 'submitted' and ($2::uuid is null or r.unit_id = $2::uuid)
  group by a.question_key`

async function unitOf(role: Role): Promise<{ own: string; other: string }> {
  const session = await get(role, '/api/session')
  const right = z
    .object({
      session: z.object({ rights: z.array(z.object({ action: z.string(), units: z.array(z.string()) })) }),
    })
    .parse(session.json())
    .session.rights.find(({ action }) => action === 'results.read')
  const own = right?.units[0] ?? ''
  const [row] = await query(
    'select u.id from unit u join round o using (municipality_id) where u.id <> $1 limit 1',
    [own],
  )
  return { own, other: String(row?.['id']) }
}

describe("a closed round's results", () => {
  test('count every question as the database does, for the municipality and for a unit', async () => {
    const { own } = await unitOf('area-manager')
    // A unit may have few cases, and questions are asked by stage.
    for (const [role, unit, least] of [
      ['director', undefined, 100],
      ['area-manager', own, 10],
    ] as const) {
      const shown = await ready(role, rounds.closed, unit)
      const rows = await query(counted, [rounds.closed, unit ?? null])
      expect(rows.length).toBeGreaterThan(least)
      for (const { question, yes, no, na } of rows) {
        const row = shown.questions.find((one) => one.question === question)
        expect([question, row?.yes, row?.no, row?.notApplicable]).toEqual([question, yes, no, na])
      }
      // A question that depends on another's answer may have been asked in no case; then nothing is counted.
      const answered = new Set(rows.map(({ question }) => question))
      const unasked = shown.questions.filter(({ question }) => !answered.has(question))
      expect(unasked.filter(({ yes, no, notApplicable }) => yes + no + notApplicable > 0)).toEqual([])
    }
  })

  test('compare with the baseline round by its own counts', async () => {
    const shown = await ready('director', rounds.closed)
    const before = new Map((await query(counted, [rounds.first, null])).map((row) => [row['question'], row]))
    const compared = shown.questions.filter(({ baseline }) => baseline !== null)
    expect(compared.length).toBeGreaterThanOrEqual(77)
    for (const { question, baseline, showsCompliance } of compared) {
      if (!showsCompliance) continue
      const row = before.get(question)
      expect([question, baseline?.denominator, baseline?.notApplicable]).toEqual([
        question,
        Number(row?.['yes']) + Number(row?.['no']),
        row?.['na'],
      ])
    }
    expect(shown.summary.compared).toBe(77)
  })

  test('conclude of a stage from its own questions alone', async () => {
    const shown = await ready('director', rounds.closed)
    const compared = shown.byStage.map(({ summary }) => summary.compared)
    expect(compared.filter((count) => count > 0).length).toBeGreaterThan(1)
    expect(compared.reduce((sum, count) => sum + count, 0)).toBe(shown.summary.compared)
    for (const { stage, summary, conclusion } of shown.byStage) {
      const rows = shown.questions.filter((row) => row.stage === stage && row.inBaselineSet && row.change)
      expect([stage, summary.compared]).toEqual([stage, rows.length])
      expect(
        conclusion?.en.startsWith(summary.compared === 0 ? 'No question' : `${rows.length} question`),
      ).toBe(true)
    }
  })

  test('tell the anchors apart that the round’s page counts among its reviews', async () => {
    const { anchorReviews, levels } = await ready('director', rounds.closed)
    const rows = await query(
      `select r.level, count(*)::int as n, count(r.anchor_id)::int as anchors from review r join round o on o.id = r.round_id
       where o.key = $1 and r.state = 'submitted' group by r.level order by r.level`,
      [rounds.closed],
    )
    const anchorsAt = (level: number) => anchorReviews.find((row) => row.level === level)?.reviews ?? 0
    expect(levels.map(({ level, reviews }) => [level, reviews + anchorsAt(level)])).toEqual(
      rows.map((row) => [row['level'], row['n']]),
    )
    expect(anchorReviews.map(({ reviews }) => reviews)).toEqual(
      rows.map((row) => row['anchors']).filter((count) => count !== 0),
    )
  })

  test('give the cases their number, mean days and outermost dates', async () => {
    const shown = await ready('director', rounds.closed)
    const rows = await query(
      `select d.stage, count(*)::int as n, avg((d.content->>'completed')::date - (d.content->>'started')::date)::float8 as days,
         min(d.content->>'started') as first, max(d.content->>'completed') as last
       from review r join draw_case d on d.draw_id = r.draw_id and d.case_stage_id = r.case_stage_id
       join round o on o.id = r.round_id where o.key = $1 and r.level = 2 and r.state = 'submitted' group by d.stage`,
      [rounds.closed],
    )
    expect(rows.length).toBe(6)
    for (const { stage, n, days, first, last } of rows) {
      const row = shown.cases.find((one) => one.stage === stage)
      expect(row).toMatchObject({ n, earliestStart: first, latestEnd: last })
      expect(row?.meanDays).toBeCloseTo(Number(days), 9)
    }
  })

  test('weigh each case by the inverse of its chance of being drawn', async () => {
    const answer = await get('director', `/api/rounds/${rounds.closed}/analysis.json`)
    const [question] = (await ready('director', rounds.closed)).questions
    // One case at a time, straight from the frozen strata: the product over the levels of looked-at / eligible.
    const rows = await query(
      `with chance as (
         select d.level, c.case_stage_id, s.eligible::float8 / count(*) filter (where c.status <> 'reserve') over (partition by d.id, c.stratum) as inverse
         from draw d join draw_case c on c.draw_id = d.id join draw_stratum s on s.draw_id = d.id and s.stratum = c.stratum
         join round o on o.id = d.round_id where o.key = $1 and d.level <= 2)
       select a.answer, c1.inverse * c2.inverse as weight
       from review r join round o on o.id = r.round_id join review_answer a on a.review_id = r.id
       join chance c1 on c1.level = 1 and c1.case_stage_id = r.case_stage_id
       join chance c2 on c2.level = 2 and c2.case_stage_id = r.case_stage_id
       where o.key = $1 and r.level = 2 and r.state = 'submitted' and a.question_key = $2`,
      [rounds.closed, question?.question],
    )
    const sum = (...answers: readonly string[]) =>
      rows.reduce(
        (total, row) => total + (answers.includes(String(row['answer'])) ? Number(row['weight']) : 0),
        0,
      )
    expect(question?.share).toBeCloseTo(sum('yes') / sum('yes', 'no'), 9)
    expect(answer.headers['content-type']).toContain('application/json')
  })
})

describe('who sees what', () => {
  test('an area manager sees the own unit and the totals, and no other unit, whether it exists or not', async () => {
    const { own, other } = await unitOf('area-manager')
    expect((await ready('area-manager', rounds.closed, own)).unit?.id).toBe(own)
    const totals = await ready('area-manager', rounds.closed)
    expect(totals.units.map(({ id }) => id)).toEqual([own])
    expect(totals.unitComposites).toBe(null)
    expect(totals.contradictions).toEqual([])
    for (const unit of [other, '00000000-0000-4000-8000-000000000000']) {
      const answer = await get('area-manager', `/api/rounds/${rounds.closed}/results?unit=${unit}`)
      expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'not-permitted' }])
    }
    expect((await get('area-manager', `/api/rounds/${rounds.closed}/analysis.json`)).statusCode).toBe(403)
  })

  test('who sees the whole municipality sees every unit', async () => {
    const { unitComposites, units } = await ready('director', rounds.closed)
    expect(units.length).toBe(7)
    expect(unitComposites?.length).toBe(7)
    const unknown = await get(
      'director',
      `/api/rounds/${rounds.closed}/results?unit=00000000-0000-4000-8000-000000000000`,
    )
    expect(unknown.statusCode).toBe(404)
  })

  test('caseworkers, coordinators and the ombudsman see no results and no report', async () => {
    for (const role of ['caseworker', 'professional-coordinator', 'ombudsman'] as const)
      for (const path of ['results', 'analysis.json', 'report?format=pdf&lang=da&audience=public'])
        expect([role, path, (await get(role, `/api/rounds/${rounds.closed}/${path}`)).statusCode]).toEqual([
          role,
          path,
          403,
        ])
  })

  test('another municipality finds no such round', async () => {
    const { municipalityId } = held.first
    await addPerson(held.database, municipalityId, { userName: 'fremmed', role: 'director' })
    const cookie = await server.signIn(municipalityId, 'fremmed')
    for (const path of [
      'results',
      'analysis.json',
      'report?format=pdf&lang=da&audience=internal',
      'report/contents?audience=public',
    ])
      expect((await server.send('GET', `/api/rounds/${rounds.closed}/${path}`, { cookie })).statusCode).toBe(
        404,
      )
  })
})

describe('the seal of an open round', () => {
  const everyReader = [
    'department-manager',
    'area-manager',
    'unit-lawyer',
    'staff-lawyer',
    'central-lawyer',
    'director',
    'administrator',
  ] as const
  async function expectSealed(): Promise<void> {
    for (const role of everyReader) {
      const answer = await get(role, `/api/rounds/${rounds.open}/results`)
      expect([role, answer.statusCode]).toEqual([role, 200])
      const { state, round, waiting, ...rest } = answer.json<Record<string, unknown>>()
      expect([role, state, rest]).toEqual([role, 'sealed', {}])
      expect([round, waiting]).toEqual([expect.anything(), expect.anything()])
    }
    for (const role of ['staff-lawyer', 'central-lawyer', 'director', 'administrator'] as const) {
      const file = await get(role, `/api/rounds/${rounds.open}/analysis.json`)
      expect([role, file.statusCode, file.json()]).toMatchObject([role, 409, { code: 'results-sealed' }])
    }
  }

  test('hides every figure from everyone, also from those who review nowhere or draw the cases', expectSealed)

  test('holds when one level has submitted everything, so that no submission shows as a difference', async () => {
    const missing = await query(
      `select r.id from review r join round o on o.id = r.round_id where o.key = $1 and r.level = 1 and r.state in ('assigned', 'in-progress')`,
      [rounds.open],
    )
    expect(missing.length).toBeGreaterThan(0)
    await query(
      `update review set state = 'submitted', started_at = coalesce(started_at, now()), submitted_at = now() where id = any($1)`,
      [missing.map(({ id }) => id)],
    )
    await query(
      `update round_progress p set started = drawn, submitted = drawn from round o where o.id = p.round_id and o.key = $1 and p.level = 1`,
      [rounds.open],
    )
    await expectSealed()
    const { waiting } = (await get('director', `/api/rounds/${rounds.open}/results`)).json<{
      waiting: readonly { readonly level: number }[]
    }>()
    expect(waiting.map(({ level }) => level)).not.toContain(1)
    expect(waiting.length).toBeGreaterThan(0)
  })

  test('is broken for everyone at once when the last level is submitted', async () => {
    // The first closed round, opened again: all of it is drawn and submitted.
    await query("update round set state = 'open', closed_at = null where key = $1", [rounds.first])
    const shown = await ready('director', rounds.first)
    expect(shown.round.state).toBe('open')
    expect(shown.contradictions).toEqual([])
    for (const role of everyReader) await ready(role, rounds.first)
    await query("update round set state = 'closed', closed_at = now() where key = $1", [rounds.first])
  })
})

describe('cases that were drawn and not reviewed', () => {
  test('are told of the unit that is looked at, where the municipality hardly lacks any', async () => {
    const { own } = await unitOf('area-manager')
    const [name] = await query('select name from unit where id = $1', [own])
    const before = await ready('area-manager', rounds.closed, own)
    expect(before.missingReviews).toEqual([])
    const written = await query(
      `select r.id, r.submitted_at from review r join round o on o.id = r.round_id where o.key = $1 and r.level = 2
        and r.state = 'submitted' and r.unit_id = $2 and r.anchor_id is null order by r.id offset 1`,
      [rounds.closed, own],
    )
    const ids = written.map(({ id }) => id)
    await query("update review set state = 'written-off', submitted_at = null where id = any($1)", [ids])
    const { missingReviews } = await ready('area-manager', rounds.closed, own)
    const whole = await ready('area-manager', rounds.closed)
    const beside = await ready('director', rounds.closed)
    await query(
      `update review r set state = 'submitted', submitted_at = w.at
        from unnest($1::uuid[], $2::timestamptz[]) as w (id, at) where r.id = w.id`,
      [ids, written.map((row) => row['submitted_at'])],
    )
    expect(missingReviews.map(({ text, prominent }) => [text.en, prominent])).toEqual([
      [
        expect.stringContaining(
          `Level 2, ${String(name?.['name'])}: 1 of ${ids.length + 1} drawn cases are reviewed`,
        ),
        true,
      ],
    ])
    // The director's table of all units says it of that one alone.
    expect(
      beside.unitComposites?.filter(({ drawn }) => drawn !== null && drawn.reviewed < drawn.cases),
    ).toMatchObject([{ unit: { id: own }, drawn: { cases: ids.length + 1, reviewed: 1 } }])
    expect(whole.missingReviews.map(({ text }) => text.en).join()).not.toContain(String(name?.['name']))
    expect((await ready('area-manager', rounds.closed, own)).missingReviews).toEqual([])
  })
})

describe('a look at results', () => {
  test('is on record every time, with the unit, also when the figures were computed for somebody else', async () => {
    const { own } = await unitOf('area-manager')
    const looks = async () =>
      await query("select person_id, detail from access_entry where act = 'read-results' order by id")
    await ready('director', rounds.closed)
    const before = (await looks()).length
    await ready('director', rounds.closed)
    await ready('area-manager', rounds.closed, own)
    const entries = (await looks()).slice(before)
    expect(entries.map(({ detail }) => detail)).toEqual([
      { round: rounds.closed, unit: null },
      { round: rounds.closed, unit: own },
    ])
    expect(new Set(entries.map(({ person_id: person }) => person)).size).toBe(2)
  })
})

describe('the report', () => {
  const address = (round: string, format: string, audience = 'internal', lang = 'da') =>
    `/api/rounds/${round}/report?format=${format}&lang=${lang}&audience=${audience}`

  test('comes in every format, the PDF tagged and with a title', async () => {
    for (const format of reportFormats) {
      const answer = await get('director', address(rounds.closed, format))
      expect([format, answer.statusCode, answer.headers['content-type']]).toEqual([
        format,
        200,
        reportTypes[format],
      ])
      expect(answer.headers['content-disposition']).toContain(`rapport-${rounds.closed}-intern-da.${format}`)
    }
    const pdf = (await get('director', address(rounds.closed, 'pdf'))).rawPayload.toString('latin1')
    expect(pdf.startsWith('%PDF')).toBe(true)
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('/StructTreeRoot')
  })

  test('names municipality, demo and digests, and keeps case ids out of the public edition', async () => {
    const [replaced] = await query(
      "select d.case_id, w.frame_digest from draw_case d join draw w on w.id = d.draw_id join round o on o.id = w.round_id where o.key = $1 and d.status = 'replaced' limit 1",
      [rounds.closed],
    )
    const internal = (await get('director', address(rounds.closed, 'html'))).body
    for (const wanted of [
      'Fjordby Kommune',
      'Demo: opdigtede sager',
      String(replaced?.['case_id']),
      String(replaced?.['frame_digest']),
    ])
      expect(internal).toContain(wanted)
    const published = (await get('director', address(rounds.closed, 'html', 'public'))).body
    expect(published).toContain('[sagsnr.]')
    expect(published).not.toContain(String(replaced?.['case_id']))
    expect((await get('director', address(rounds.closed, 'html', 'public', 'en'))).body).toContain(
      '[case no.]',
    )
  })

  test('masks every case of the registry and of the frames in what the public edition prints', async () => {
    const [undrawn] = await query(
      'select case_id from case_stage c join round o using (municipality_id) where o.key = $1 and not exists (select from draw_case d where d.case_id = c.case_id) limit 1',
      [rounds.closed],
    )
    const [reserve] = await query(
      "select d.case_id from draw_case d join draw w on w.id = d.draw_id join round o on o.id = w.round_id where o.key = $1 and d.status = 'reserve' limit 1",
      [rounds.closed],
    )
    const ids = [undrawn, reserve].map((row) => String(row?.['case_id']))
    const text = `Mærket: ${ids.join(' og ')}, også ${ids[0]?.toLowerCase()}s.`
    await query(
      `insert into irregularity (municipality_id, round_id, text_da, text_en)
       select municipality_id, id, $2, $2 from round where key = $1`,
      [rounds.closed, text],
    )
    expect((await get('director', address(rounds.closed, 'html'))).body).toContain(text)
    for (const [lang, mask] of [
      ['da', '[sagsnr.]'],
      ['en', '[case no.]'],
    ] as const) {
      const { body } = await get('director', address(rounds.closed, 'html', 'public', lang))
      expect(body).toContain(`Mærket: ${mask} og ${mask}, også ${mask}s.`)
      for (const id of ids) expect(body.toLowerCase()).not.toContain(id.toLowerCase())
    }
  })

  test('waits for the round to close', async () => {
    const answer = await get('administrator', address(rounds.open, 'pdf'))
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'round-not-closed' }])
    const contents = await get(
      'administrator',
      `/api/rounds/${rounds.open}/report/contents?audience=internal`,
    )
    expect(contents.json()).toMatchObject({ edition: null })
  })

  test('says how much of an edition is hidden', async () => {
    const of = async (audience: string) =>
      (await get('director', `/api/rounds/${rounds.closed}/report/contents?audience=${audience}`)).json<{
        edition: { withheld: number; figures: number; sections: unknown[] }
      }>().edition
    const [internal, published] = [await of('internal'), await of('public')]
    expect(internal.withheld).toBe(0)
    expect(published.withheld).toBeGreaterThan(0)
    expect(internal.sections.length).toBeGreaterThan(published.sections.length - 1)
  })

  test('is on record, with who took which edition', async () => {
    await get('director', address(rounds.closed, 'xlsx', 'public', 'en'))
    const [entry] = await query(
      "select act, person_id, detail from access_entry where act = 'download-report' order by id desc limit 1",
    )
    expect(entry).toMatchObject({
      detail: { round: rounds.closed, audience: 'public', format: 'xlsx', lang: 'en' },
    })
    expect(entry?.['person_id']).not.toBe(null)
  })

  test('refuses formats, languages and audiences that it does not know', async () => {
    for (const search of [
      'format=exe&lang=da&audience=internal',
      'format=pdf&lang=fr&audience=internal',
      'format=pdf&lang=da&audience=all',
      'format=pdf',
    ])
      expect([
        search,
        (await get('director', `/api/rounds/${rounds.closed}/report?${search}`)).statusCode,
      ]).toEqual([search, 400])
  })
})

describe('a unit’s report', () => {
  const address = (round: string, unit: string, format = 'html', lang = 'da') =>
    `/api/rounds/${round}/units/${unit}/report?format=${format}&lang=${lang}`
  /** Names by id, of units that had cases reviewed in the closed round. */
  const unitsReviewed = async () => {
    const rows = await query(
      `select distinct u.id, u.name from review r join round o on o.id = r.round_id join unit u on u.id = r.unit_id
       where o.key = $1 and r.state = 'submitted' and r.level = 2`,
      [rounds.closed],
    )
    return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
  }

  test('is made for its leaders and names no other unit and no case', async () => {
    const names = await unitsReviewed()
    const { own } = await unitOf('area-manager')
    const [{ case_id: caseId } = {}] = await query(
      "select d.case_id from draw_case d join draw w on w.id = d.draw_id join round o on o.id = w.round_id where o.key = $1 and d.status = 'reserve' limit 1",
      [rounds.closed],
    )
    await query(
      `insert into irregularity (municipality_id, round_id, text_da, text_en)
       select municipality_id, id, $2, $2 from round where key = $1`,
      [rounds.closed, `Sag ${String(caseId)} blev byttet.`],
    )
    const answer = await get('area-manager', address(rounds.closed, own))
    expect(answer.statusCode).toBe(200)
    const title = names.get(own) ?? 'none'
    expect(answer.body).toContain(`Ledelsestilsyn, ${title}`)
    expect(answer.body).toContain('Hele kommunen')
    expect(answer.body).toContain('Sag [sagsnr.] blev byttet.')
    expect(answer.body).not.toContain(String(caseId))
    const others = [...names].filter(([id]) => id !== own).map(([, name]) => name)
    expect(others.length).toBeGreaterThan(2)
    expect(others.filter((name) => answer.body.includes(name))).toEqual([])
  })

  test('has the figures that the page of the unit has', async () => {
    const { own } = await unitOf('area-manager')
    const page = await ready('area-manager', rounds.closed, own)
    const csv = (await get('area-manager', address(rounds.closed, own, 'csv'))).body
    const [whole] = page.composites.filter(({ stage }) => stage === null)
    expect(whole?.cases).toBeGreaterThan(0)
    const name = (await unitsReviewed()).get(own) ?? ''
    const line = csv.split('\n').find((each) => each.includes(`${name.replaceAll(' ', '_')}/cases`)) ?? ''
    expect(line).toMatch(new RegExp(`[;,]${whole?.cases}(?:[;,]|$)`))
  })

  test('comes in every format', async () => {
    const { own } = await unitOf('area-manager')
    for (const format of reportFormats) {
      const answer = await get('area-manager', address(rounds.closed, own, format, 'en'))
      expect([format, answer.statusCode, answer.headers['content-type']]).toEqual([
        format,
        200,
        reportTypes[format],
      ])
    }
  })

  test('is refused for another unit, to caseworkers, before the round closes, and where nothing was reviewed', async () => {
    const { own, other } = await unitOf('area-manager')
    expect((await get('area-manager', address(rounds.closed, other))).statusCode).toBe(403)
    expect((await get('caseworker', address(rounds.closed, own))).statusCode).toBe(403)
    expect((await get('ombudsman', address(rounds.closed, own))).statusCode).toBe(403)
    expect((await get('area-manager', address(rounds.open, own))).json()).toMatchObject({
      code: 'round-not-closed',
    })
    const [empty] = await query(
      `insert into unit (municipality_id, name, kind) select municipality_id, 'Enhed Uden Sager', 'family'
       from round where key = $1 returning id`,
      [rounds.closed],
    )
    expect((await get('director', address(rounds.closed, String(empty?.['id'])))).json()).toMatchObject({
      code: 'unit-not-in-round',
      status: 409,
    })
  })

  test('is on record with its unit', async () => {
    const { own } = await unitOf('area-manager')
    await get('area-manager', address(rounds.closed, own, 'docx'))
    const [entry] = await query(
      "select detail from access_entry where act = 'download-unit-report' order by id desc limit 1",
    )
    expect(entry).toMatchObject({ detail: { round: rounds.closed, unit: own, format: 'docx', lang: 'da' } })
  })
})
