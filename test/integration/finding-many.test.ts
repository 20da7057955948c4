import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasProposed, hasWorked } from '../../src/storage/finding/own-work.ts'
import { createFindingCast, type FindingCast } from '../support/finding-cast.ts'

const many = 20_000
let cast: FindingCast

beforeAll(async () => {
  cast = await createFindingCast()
  const { caseStage } = await cast.newCase({ caseId: 'M-0' })
  const { superPool } = cast.held
  await superPool.query(
    `with cases as (
      insert into case_stage (municipality_id, id, case_id, stage, unit_id, caseworker, started, completed, attributes)
      select c.municipality_id, gen_random_uuid(), 'M-' || n, c.stage, c.unit_id, c.caseworker, c.started, c.completed,
        c.attributes
      from case_stage c cross join generate_series(1, ${many / 10}) n where c.id = $1 returning municipality_id, id, unit_id)
    insert into finding (municipality_id, round_id, case_stage_id, unit_id, stage, question_key, found_at, recorded_at)
    select municipality_id, $2, id, unit_id, 'underretning',
      'U-' || 1 + (n - 1) / 5 || '.' || 1 + (n - 1) % 5, now() - n * interval '1 day', now()
    from cases cross join generate_series(1, 10) n`,
    [caseStage, cast.round.id],
  )
  await cast.closeRound()
  await superPool.query('analyze')
}, 240_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

test('every page of twenty thousand findings is reached, each finding once and in one order', async () => {
  const first = await cast.list('stab')
  expect(first.total).toBe(many)
  const second = await cast.list('stab', '?page=2')
  const last = await cast.list('stab', `?page=${many / 50}`)
  expect([first, second, last].map(({ findings }) => findings.length)).toEqual([50, 50, 50])
  const ids = new Set([first, second, last].flatMap(({ findings }) => findings.map(({ id }) => id)))
  expect(ids.size).toBe(150)
})

test('a page that there is not is the last one', async () => {
  const last = await cast.list('stab', `?page=${many / 50}`)
  expect(await cast.list('stab', `?page=${many / 50 + 1}`)).toEqual(last)
  expect(last.page).toBe(many / 50)
  expect(await cast.list('stab', '?page=99&state=verified')).toMatchObject({
    page: 1,
    total: 0,
    findings: [],
  })
})

test('a page is read by the index in its order and not by sorting all of them', async () => {
  const { database, first } = cast.held
  const plan = await database.transaction({ ...first.actor, personId: null }, async ({ reader }) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select f.id from finding as f where f.round_id = any(${[cast.round.id]}::uuid[])
      order by f.closed, f.due_on, f.found_at, f.id limit 50`.execute(reader.db)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('finding_in_order')
  expect(plan).not.toContain('Sort')
})

test('what somebody has done is looked up by the person and not in every record', async () => {
  const { database, first, superPool } = cast.held
  await superPool.query(`insert into finding_act (municipality_id, finding_id, run, at, kind)
    select municipality_id, id, 1, now(), 'fell-away' from finding cross join generate_series(1, 3)`)
  await superPool.query('analyze finding_act')
  const plan = await database.transaction({ ...first.actor, personId: null }, async ({ reader }) => {
    const me = sql`${cast.person('stab')}::uuid`
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select f.id from finding as f where not ${hasWorked(me)} and not ${hasProposed(me)}`.execute(
      reader.db,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('finding_act_by_person')
  expect(plan).toContain('finding_act_responsible')
  expect(plan).not.toContain('Seq Scan on finding_act')
})
