import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purgeAsOwner } from '../../src/boot/purge.ts'
import { whyKept } from '../../src/core/access/retention/due.ts'
import { caseKinds } from '../../src/core/access/retention/kinds.ts'
import { caseTables } from '../../src/storage/access/retention/case-tables.ts'
import { listParts } from '../../src/storage/access/retention/parts.ts'
import { getId, type MunicipalityId, type PersonId, type PurgeRunId } from '../../src/storage/ids.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import { approvePurge } from '../support/approved-purge.ts'
import { ownerUrlOf, serverClaimKey } from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let held: TestDatabase
let actor: Actor & { personId: PersonId }
let second: PersonId
/** Due by their periods, the most manifold first. */
let due: readonly string[]

const today = '2099-01-01'
const periods = Object.fromEntries(caseKinds.map((kind) => [kind, 12]))

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  const people = await rows<{ municipality: string; id: string }>(`
    select p.municipality_id as municipality, p.id from person p join municipality m using (municipality_id)
    where m.demo order by p.name limit 2`)
  const municipalityId = getId<MunicipalityId>(people[0]?.municipality ?? '')
  actor = { municipalityId, personId: getId<PersonId>(people[0]?.id ?? '') }
  second = getId<PersonId>(people[1]?.id ?? '')
  const all = await held.database.transaction({ municipalityId, personId: null }, async (tx) =>
    listParts(await tx.recordAccess({ act: 'test', subjectKind: 'case' })),
  )
  due = all
    .filter(({ parts }) => whyKept(parts, periods, today) === undefined)
    .toSorted((a, b) => b.parts.length - a.parts.length || a.caseId.localeCompare(b.caseId))
    .map(({ caseId }) => caseId)
}, 120_000)
afterAll(() => held.close())

async function rows<T extends object>(query: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await held.superPool.query<T>(query, [...values])).rows
}

function approve(cases: readonly string[]): Promise<PurgeRunId> {
  return approvePurge(held.database, actor, second, { cases, today })
}

async function purge() {
  return purgeAsOwner(
    { ownerUrl: await ownerUrlOf(held.superPool), claimKey: serverClaimKey() },
    { today, progress: () => undefined, purged: () => undefined },
  )
}

/** Tables whose rows quote the text anywhere. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const tables = await rows<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'sealed'::regnamespace)`,
  )
  const found: string[] = []
  for (const { name } of tables)
    if (
      (await rows(`select from ${name} t where strpos(to_jsonb(t)::text, $1) > 0 limit 1`, [text])).length > 0
    )
      found.push(name)
  return found
}

/** What results are made of, by question. */
const counted = `
  select r.round_id, r.level, r.unit_id, a.question_key, a.answer, a.derived_value, count(*)::integer as n
  from review r join review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`

describe('erasing cases of the demo', () => {
  test('leaves their numbers nowhere in the database, and what was counted as it was', async () => {
    const cases = due.slice(1, 6)
    expect(cases).toHaveLength(5)
    const before = await rows(counted)
    const tallies = await rows('select * from question_tally order by 1, 2, 3, 4, 5, 6')
    const states = await rows('select round_id, state, count(*) from finding group by 1, 2 order by 1, 2')
    for (const caseId of cases) expect((await tablesWith(caseId)).length).toBeGreaterThan(3)
    const run = await approve(cases)
    expect(await purge()).toMatchObject({ ok: true })
    for (const caseId of cases) expect(await tablesWith(caseId)).toEqual([])
    expect(
      await rows('select erased, left_alone from purge_run where id = $1 and finished_at is not null', [run]),
    ).toEqual([{ erased: 5, left_alone: 0 }])
    expect(await rows(counted)).toEqual(before)
    expect(await rows('select * from question_tally order by 1, 2, 3, 4, 5, 6')).toEqual(tallies)
    expect(await rows('select round_id, state, count(*) from finding group by 1, 2 order by 1, 2')).toEqual(
      states,
    )
  }, 120_000)

  test('leaves nothing that was written about a case, in whatever column it stood', async () => {
    const cases = [due[0] ?? '', ...due.slice(9, 30)]
    const marked = await markTexts(cases)
    expect(marked.length).toBeGreaterThan(15)
    await approve(cases)
    expect(await purge()).toMatchObject({ ok: true })
    const left: string[] = []
    for (const mark of marked) if ((await tablesWith(mark)).length > 0) left.push(mark)
    expect(left).toEqual([])
  }, 240_000)

  test('leaves a case alone that was held, or became active, after the approval', async () => {
    const [heldCase = '', active = '', third = ''] = due.slice(6, 9)
    const run = await approve([heldCase, active, third])
    await held.superPool.query(
      `insert into legal_hold (municipality_id, case_id, reason, placed_by) values ($1, $2, 'klage', $3)`,
      [actor.municipalityId, heldCase, second],
    )
    await held.superPool.query(
      `update case_stage set completed = null where municipality_id = $1 and case_id = $2`,
      [actor.municipalityId, active],
    )
    expect(await purge()).toMatchObject({ ok: true })
    expect(await rows('select erased, left_alone from purge_run where id = $1', [run])).toEqual([
      { erased: 1, left_alone: 2 },
    ])
    expect(await tablesWith(third)).toEqual([])
    for (const kept of [heldCase, active])
      expect(await rows('select from case_stage where case_id = $1', [kept])).not.toEqual([])
  }, 120_000)
})

/** Codes, keys and wordings of the programme: what they can say is not about one case. */
const codes =
  /^(?:question_key|wording|value_wording|stage|state|kind|unit|stratum|act|rule|rules|goes_to|phase|derived_value|answer|value|value_type)$/

/** Writes a text of its own into every column that takes one, of the rows about the cases; returns the texts. */
async function markTexts(cases: readonly string[]): Promise<readonly string[]> {
  const marks: string[] = []
  const client = await held.superPool.connect()
  try {
    for (const { table } of caseTables) {
      const columns = await client.query<{ name: string; json: boolean }>(
        `select attname as name, atttypid = 'jsonb'::regtype as json from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and atttypid in ('text'::regtype, 'jsonb'::regtype)`,
        [table],
      )
      for (const { name, json } of columns.rows.filter((column) => !codes.test(column.name))) {
        const mark = `Mærke ${table}.${name}`
        const value = json ? `jsonb_set(${name}, '{mark}', to_jsonb('${mark}'::text))` : `'${mark}'`
        try {
          await client.query('begin')
          await client.query('set local session_replication_role = replica')
          const done = await client.query(
            `update ${table} set ${name} = ${value} where municipality_id = $1 and ${conditionOf(table)}`,
            [actor.municipalityId, cases],
          )
          await client.query(name === 'case_id' || name.endsWith('_key') ? 'rollback' : 'commit')
          if ((done.rowCount ?? 0) > 0 && name !== 'case_id' && !name.endsWith('_key')) marks.push(mark)
        } catch {
          await client.query('rollback')
        }
      }
    }
  } finally {
    client.release()
  }
  return marks
}

function conditionOf(table: string): string {
  const link = caseTables.find((known) => known.table === table)?.link
  if (link === undefined) throw new Error(`no table ${table}`)
  if ('caseId' in link) return `${table}.${link.caseId} = any($2::text[])`
  return `(${link.columns.join(', ')}) in (select ${(link.to ?? ['id']).join(', ')} from ${link.of} where ${conditionOf(link.of)})`
}

describe('the list of what is about a case', () => {
  test('holds every table that names a case by its number or refers to one that does', async () => {
    const known = new Set(caseTables.map(({ table }) => table))
    const named = await rows<{ name: string }>(
      `select distinct attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and attname ~ 'case_id$' and attname !~ 'training|critical'`,
    )
    const referring = await rows<{ name: string; to: string }>(
      `select distinct conrelid::regclass::text as name, confrelid::regclass::text as to from pg_constraint where contype = 'f'`,
    )
    const missing = [
      ...named.map(({ name }) => name),
      ...referring.flatMap(({ name, to }) => (known.has(to) ? [name] : [])),
    ].filter((name) => !known.has(name))
    expect([...new Set(missing)]).toEqual([])
  })

  test('has each table after those that refer to it', () => {
    const place = new Map(caseTables.map(({ table }, i) => [table, i]))
    const tooEarly = caseTables.filter(
      ({ link }, i) => !('caseId' in link) && (place.get(link.of) ?? -1) <= i,
    )
    expect(tooEarly).toEqual([])
  })
})
