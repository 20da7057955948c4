import { afterAll, beforeAll, expect, test } from 'vitest'
import { results, type Results } from '../../src/contract/analysis/results.ts'
import { getSeries, type Series } from '../../src/contract/analysis/series.ts'
import { showsCompliance } from '../../src/core/analysis/compliance.ts'
import type { Role } from '../../src/core/access/role.ts'
import { isCompliant } from '../../src/core/programme/compliant.ts'
import { parseProgramme } from '../../src/core/programme/parse-programme.ts'
import type { AnswerValue, Question } from '../../src/core/programme/programme.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, type TestServer } from '../support/server.ts'

// What the screens show beyond the shares, counted again from the stored answers by other means than the analysis.

let held: TestDatabase
let server: TestServer
const cookies = new Map<Role, string>()
/** Keys, the oldest first. */
let closed: readonly string[] = []
let open = ''
let questions: ReadonlyMap<string, Question> = new Map()

interface StoredAnswer {
  readonly review: string
  readonly round: string
  readonly level: number
  readonly unit: string
  readonly caseStage: string
  readonly stage: string
  readonly question: string
  readonly answer: AnswerValue
  /** 1 / chance of the case to reach its level, from the frozen strata. */
  readonly weight: number
}
let stored: readonly StoredAnswer[] = []

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const rounds = await query<{ key: string; state: string }>(
    'select key, state from round order by period_to',
  )
  closed = rounds.filter(({ state }) => state === 'closed').map(({ key }) => key)
  open = rounds.find(({ state }) => state === 'open')?.key ?? ''
  const roles = await query<{ role: Role; person_id: string }>(
    'select distinct on (role) role, person_id from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person_id: personId } of roles) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId } })
    if (answer.statusCode === 204) cookies.set(role, cookieOf(answer))
  }
  const [version] = await query<{ source: string }>(
    'select v.source from programme_version v join round o on o.programme_version_id = v.id limit 1',
  )
  const programme = parseProgramme(version?.source ?? '', 'demo.yaml')
  if (!programme.ok) throw new Error('the demo has no programme')
  questions = new Map(
    programme.value.stages.flatMap((stage) => stage.questions.map((one) => [one.key, one] as const)),
  )
  stored = await query<StoredAnswer>(
    `with recursive chance as (
       select d.id, d.level, d.from_draw_id, c.case_stage_id,
         s.eligible::float8 / nullif(count(*) filter (where c.status <> 'reserve') over (partition by d.id, c.stratum), 0) as inverse
       from draw d join draw_case c on c.draw_id = d.id
       join draw_stratum s on s.draw_id = d.id and s.stratum = c.stratum
     ), weighted as (
       select id, case_stage_id, inverse as weight from chance where from_draw_id is null
       union all
       select c.id, c.case_stage_id, c.inverse * w.weight
       from chance c join weighted w on w.id = c.from_draw_id and w.case_stage_id = c.case_stage_id
     )
     select r.id as review, o.key as round, r.level, r.unit_id as unit, r.case_stage_id as "caseStage", d.stage,
       a.question_key as question, a.answer, w.weight
     from review r join round o on o.id = r.round_id join review_answer a on a.review_id = r.id
     join draw_case d on d.draw_id = r.draw_id and d.case_stage_id = r.case_stage_id
     join weighted w on w.id = r.draw_id and w.case_stage_id = r.case_stage_id
     where r.state = 'submitted'`,
  )
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
  return (await held.superPool.query<R>(text, [...values])).rows
}

const get = (role: Role, path: string) => server.send('GET', path, { cookie: cookies.get(role) ?? '' })

async function ready(role: Role, round: string, unit?: string): Promise<Results> {
  const answer = await get(role, `/api/rounds/${round}/results${unit === undefined ? '' : `?unit=${unit}`}`)
  const parsed = results.parse(answer.json())
  if (parsed.state !== 'ready') throw new Error(`results are ${parsed.state}`)
  return parsed
}

async function series(role: Role, round: string, search = ''): Promise<Series> {
  const answer = await get(role, `/api/rounds/${round}/series${search}`)
  expect(answer.statusCode).toBe(200)
  return getSeries.response.parse(answer.json())
}

const newest = () => closed.at(-1) ?? ''
const at = (round: string, level: number, unit?: string) =>
  stored.filter((row) => row.round === round && row.level === level && (unit ?? row.unit) === row.unit)
const met = ({ question, answer }: StoredAnswer) => {
  const asked = questions.get(question)
  return asked !== undefined && isCompliant(asked, answer)
}
const counts = (rows: readonly StoredAnswer[]) => {
  const read = rows.filter(({ question }) => {
    const asked = questions.get(question)
    return asked !== undefined && showsCompliance(asked)
  })
  const applicable = read.filter(({ answer }) => answer !== 'na')
  return {
    numerator: applicable.filter(met).length,
    denominator: applicable.length,
    notApplicable: read.length - applicable.length,
    applicable,
  }
}

/** Weighted mean over cases of the share met among what applied. */
function composite(rows: readonly StoredAnswer[]): number {
  let [sum, weights] = [0, 0]
  for (const ofCase of Map.groupBy(rows, ({ review }) => review).values()) {
    const { numerator, denominator } = counts(ofCase)
    const weight = ofCase[0]?.weight ?? 0
    if (denominator === 0) continue
    sum += (weight * numerator) / denominator
    weights += weight
  }
  return sum / weights
}

test('the last round is the finished one before, by its own answers, and never the baseline', async () => {
  const shown = await ready('director', newest())
  const last = closed.at(-2) ?? ''
  expect([shown.last?.key, shown.baseline?.key]).toEqual([last, closed[0]])
  let compared = 0
  for (const row of shown.questions) {
    const { numerator, denominator, notApplicable } = counts(
      at(last, 2).filter(({ question }) => question === row.question),
    )
    if (!row.showsCompliance || denominator + notApplicable === 0) continue
    expect([row.question, row.last]).toMatchObject([row.question, { numerator, denominator, notApplicable }])
    compared += 1
  }
  expect(compared).toBeGreaterThan(100)
  const all = shown.composites.find(({ stage }) => stage === null)?.last
  expect(all?.share).toBeCloseTo(composite(at(last, 2)), 9)
  // Its last round would be the baseline, which is shown already.
  expect((await ready('director', closed[1] ?? '')).last).toBe(null)
})

test('the run chart holds every finished round, all stages, one stage or one question, by its own answers', async () => {
  const all = await series('director', newest())
  expect(all.rounds.map(({ key }) => key)).toEqual(closed)
  expect([all.limits, all.counted]).toEqual([{ state: 'no-limits' }, closed.length])
  for (const { key, sample, figure } of all.rounds) {
    const rows = at(key, all.level)
    const { numerator, denominator, notApplicable } = counts(rows)
    expect(figure).toMatchObject({ numerator, denominator, notApplicable })
    expect(figure?.share).toBeCloseTo(composite(rows), 9)
    expect(sample).toBe(new Set(rows.map(({ review }) => review)).size)
  }
  const stage = 'underretning'
  const ofStage = await series('director', newest(), `?stage=${stage}`)
  for (const { key, figure } of ofStage.rounds)
    expect(figure?.share).toBeCloseTo(composite(at(key, 2).filter((row) => row.stage === stage)), 9)
  const question = [...questions.values()].find(showsCompliance)?.key ?? ''
  const ofQuestion = await series('director', newest(), `?question=${question}`)
  for (const { key, figure, sample } of ofQuestion.rounds) {
    const { applicable, numerator, denominator } = counts(
      at(key, 2).filter((row) => row.question === question),
    )
    expect([figure?.numerator, figure?.denominator, sample]).toEqual([numerator, denominator, denominator])
    const weight = (rows: readonly StoredAnswer[]) => rows.reduce((sum, row) => sum + row.weight, 0)
    expect(figure?.share).toBeCloseTo(weight(applicable.filter(met)) / weight(applicable), 9)
  }
})

test('the highest level stands beside its estimate by its own answers, and an estimate has a size or a reason', async () => {
  const { cascade, levels } = await ready('director', newest())
  expect(levels.map(({ weights }) => weights)).toEqual(levels.map(() => 'draw'))
  expect(cascade.filter(({ scope }) => scope.question === null).length).toBe(7)
  const alone: { readonly printed: number; readonly counted: number }[] = []
  const expertAnswers: number[] = []
  for (const row of cascade) {
    const { scope, expertOnly, usable, estimate, expertEquivalent, reason } = row
    const rows = at(newest(), row.reference).filter(
      ({ stage, question }) => (scope.stage ?? stage) === stage && (scope.question ?? question) === question,
    )
    const { numerator, denominator, notApplicable } = counts(rows)
    expect([scope, expertOnly]).toMatchObject([scope, { numerator, denominator, notApplicable }])
    if (scope.question === null) alone.push({ printed: expertOnly.estimate ?? -1, counted: composite(rows) })
    else if (usable) expertAnswers.push(denominator)
    expect([estimate === null, expertEquivalent === null, reason === null]).toEqual(
      usable ? [false, false, true] : [true, true, false],
    )
  }
  for (const { printed, counted } of alone) expect(printed).toBeCloseTo(counted, 9)
  // How many single questions have enough answers differs from day to day, as the demo's cases do.
  expect(cascade.some(({ usable }) => usable)).toBe(true)
  for (const answers of expertAnswers) expect(answers).toBeGreaterThanOrEqual(10)
})

test('levels agree as often as the same answers to the same cases say, and differ where the list says', async () => {
  const { agreement, differences } = await ready('director', newest())
  const paired = (pair: readonly [number, number]) => {
    const key = (row: StoredAnswer) => `${row.caseStage} ${row.question}`
    const lower = new Map(counts(at(newest(), pair[0])).applicable.map((row) => [key(row), row]))
    return counts(at(newest(), pair[1])).applicable.flatMap((higher) => {
      const other = lower.get(key(higher))
      return other === undefined ? [] : [{ higher, lower: other }]
    })
  }
  const tally = (rows: ReturnType<typeof paired>) => ({
    n: rows.length,
    same: rows.filter(({ higher, lower }) => higher.answer === lower.answer).length,
    higherStricter: rows.filter(({ higher, lower }) => met(lower) && !met(higher)).length,
    lowerStricter: rows.filter(({ higher, lower }) => met(higher) && !met(lower)).length,
  })
  const overall = agreement.filter(({ stage }) => stage === null)
  expect(overall.length).toBe(6)
  for (const row of overall) expect([row.pair, row]).toMatchObject([row.pair, tally(paired(row.pair))])
  expect(differences.length).toBeGreaterThan(50)
  for (const row of differences) {
    const rows = paired(row.pair).filter(({ higher }) => higher.question === row.question)
    expect([row.question, row]).toMatchObject([row.question, tally(rows)])
    expect(row.same).toBeLessThan(row.n)
  }
})

test('questions that seldom apply are those whose stored answers say so', async () => {
  const { health } = await ready('director', newest())
  const seldom = [...questions.values()].filter((question) => {
    const rows = at(newest(), 2).filter((row) => row.question === question.key)
    return rows.length >= 10 && rows.filter(({ answer }) => answer === 'na').length / rows.length >= 0.5
  })
  expect(
    health
      .filter(({ sign }) => sign === 'often-not-applicable')
      .map(({ question }) => question)
      .toSorted(),
  ).toEqual(seldom.map(({ key }) => key).toSorted())
})

test('who sees one unit sees its chart and no word of another unit', async () => {
  const [own] = (await ready('area-manager', newest())).units
  const others = await query<{ id: string; name: string }>(
    'select u.id, u.name from unit u join round o using (municipality_id) where o.key = $1 and u.id <> $2',
    [newest(), own?.id],
  )
  expect(others.length).toBeGreaterThan(3)
  const chart = await series('area-manager', newest(), `?unit=${own?.id}`)
  for (const { key, figure } of chart.rounds) {
    const { numerator, denominator } = counts(at(key, 2, own?.id))
    expect([key, figure?.numerator, figure?.denominator]).toEqual([key, numerator, denominator])
  }
  for (const path of ['results', 'series', `results?unit=${own?.id}`, `series?unit=${own?.id}`]) {
    const { body } = await get('area-manager', `/api/rounds/${newest()}/${path}`)
    for (const { id, name } of others) {
      expect([path, name, body.includes(id)]).toEqual([path, name, false])
      expect([path, name, body.includes(`"${name}"`)]).toEqual([path, name, false])
    }
  }
  for (const unit of [others[0]?.id, '00000000-0000-4000-8000-000000000000']) {
    const answer = await get('area-manager', `/api/rounds/${newest()}/series?unit=${unit}`)
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'not-permitted' }])
  }
})

test('the chart is refused to those without results, to other municipalities, and for what does not exist', async () => {
  for (const role of ['caseworker', 'professional-coordinator', 'ombudsman'] as const)
    expect([role, (await get(role, `/api/rounds/${newest()}/series`)).statusCode]).toEqual([role, 403])
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'fremmed', role: 'director' })
  const cookie = await server.signIn(municipalityId, 'fremmed')
  expect((await server.send('GET', `/api/rounds/${newest()}/series`, { cookie })).statusCode).toBe(404)
  for (const [path, status] of [
    [`${newest()}/series?question=nothing`, 404],
    [`${newest()}/series?stage=nothing`, 404],
    [`${newest()}/series?unit=nothing`, 400],
    ['nothing/series', 404],
    [`${open}/series`, 409],
  ] as const)
    expect([path, (await get('director', `/api/rounds/${path}`)).statusCode]).toEqual([path, status])
})

test('every look at a chart is on record, with what it showed', async () => {
  const looks = async () =>
    await query<{ detail: unknown }>("select detail from access_entry where act = 'read-results' order by id")
  const before = (await looks()).length
  const [own] = (await ready('area-manager', newest())).units
  await series('director', newest())
  await series('director', newest(), '?stage=underretning')
  await series('area-manager', newest(), `?unit=${own?.id}`)
  expect((await looks()).slice(before + 1).map(({ detail }) => detail)).toEqual([
    { round: newest(), unit: null, rounds: 'all' },
    { round: newest(), unit: null, rounds: 'all', stage: 'underretning' },
    { round: newest(), unit: own?.id, rounds: 'all' },
  ])
})
