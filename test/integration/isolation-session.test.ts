import { createHash, randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { PoolClient } from 'pg'
import { to } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { failure, inRawSession } from '../support/raw-app-session.ts'

// What somebody tries who can run SQL as the app with a true claim of their own municipality: every way of reading that
// PostgreSQL has beside a plain select, and every way of having it say something without reading.

let t: TestDatabase
const secret = 'Hemmelig enhed'
const hash = 'scrypt$1$1$1$x$x'
const foreignUnit = randomUUID()
const token = createHash('sha256').update('en fremmed session').digest()

beforeAll(async () => {
  t = await createTestDatabase()
  const { municipalityId, personId } = t.second
  await t.superPool.query(
    `insert into unit (municipality_id, id, name, kind) values ($1, $2, $3, 'family')`,
    [municipalityId, foreignUnit, secret],
  )
  await t.superPool.query(
    `insert into sealed.local_account (municipality_id, username, person_id, password_hash) values ($1, 'fremmed', $2, $3)`,
    [municipalityId, personId, hash],
  )
  await t.database.transaction(t.first.actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'try', subjectKind: 'unit' })
    await db.insertInto('unit').values({ name: 'Egen enhed', kind: 'family' }).execute()
  })
  await t.superPool.query('analyze')
})
afterAll(() => t.close())

const asFirst = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inRawSession(t, t.first.actor, work)

/** Everything a statement gives back, as text. */
async function told(client: PoolClient, statement: string): Promise<string> {
  const { rows } = await client.query<Record<string, unknown>>(statement)
  return JSON.stringify(rows)
}

describe('a foreign row stays unseen', () => {
  test.each([
    'select * from unit',
    'table unit',
    'select u from unit u',
    'select ctid, xmin, tableoid, * from unit',
    'select * from only unit',
    'select * from unit tablesample system (100)',
    'select to_jsonb(u) from unit u',
    "select query_to_xml('select * from unit', true, false, '')",
    "select table_to_xml('unit', true, false, '')",
    "select schema_to_xml('public', true, false, '')",
    'with recursive r as (select name from unit union select name from unit) select * from r',
    'select * from unit a full join unit b on true',
    'select name from unit union all select name from unit',
    'select array_agg(name), string_agg(name, chr(10)), min(name), max(name) from unit',
    'select percentile_disc(array[0, 1]) within group (order by name) from unit',
    "select (xpath('//name/text()', query_to_xml('select name from unit', true, false, '')))::text",
    "update unit set kind = 'duty' returning *",
    'select * from unit for share',
  ])('by %s', (statement) =>
    asFirst(async (client) => {
      const answer = await told(client, statement)
      expect(answer).not.toContain(secret)
      expect(answer).not.toContain(foreignUnit)
    }),
  )

  test('by COPY, which passes the policies too', () =>
    asFirst(async (client) => {
      for (const source of ['unit', '(select * from unit)', '(table unit)']) {
        const copied = await text(client.query(to(`copy ${source} to stdout`)))
        expect(copied).toContain('Egen enhed')
        expect(copied).not.toContain(secret)
      }
      expect(await failure(client, "copy unit to program 'cat'")).toMatch(/^42501/)
      expect(await failure(client, "copy unit from '/etc/hostname'")).toMatch(/^42501/)
    }))

  test('by a cursor or a prepared statement that outlives a change of the claim', () =>
    asFirst(async (client) => {
      await client.query('declare seen cursor with hold for select name from unit order by name')
      await client.query('prepare seen as select name from unit order by name')
      await client.query("select set_config('tilsyn.claim', $1, true)", [t.second.municipalityId])
      expect(await told(client, 'fetch all from seen')).not.toContain(secret)
      expect(await told(client, 'execute seen')).toBe('[]')
    }))

  test('by an anonymous block, whatever it does to role and settings inside', () =>
    asFirst(async (client) => {
      for (const setting of [
        'reset role',
        "perform set_config('role', 'none', true)",
        "perform set_config('session_authorization', session_user, true)",
        `perform set_config('tilsyn.claim', '${t.second.municipalityId}||||', true)`,
        "perform set_config('search_path', 'sealed, public', true)",
        "perform set_config('row_security', 'on', false)",
      ])
        expect({
          setting,
          answer: await failure(
            client,
            `do $$ begin ${setting}; if exists (select from unit where name = '${secret}') then raise 'seen'; end if; end $$`,
          ),
        }).toEqual({ setting, answer: 'succeeded' })
      expect(
        await failure(client, "do $$ begin perform set_config('role', 'tilsyn_owner', true); end $$"),
      ).toMatch(/^42501/)
    }))
})

describe('a foreign row is not given away by what goes wrong', () => {
  const conditions = [
    `1 / (case when name = '${secret}' then 0 else 1 end) = 1`,
    `(case when name = '${secret}' then name else '1' end)::int = 1`,
    `sqrt(case when name = '${secret}' then -1 else 1 end) >= 0`,
    `name ~ (case when name = '${secret}' then '[' else '.' end)`,
    `(case when name = '${secret}' then '{' else '{}' end)::jsonb is not null`,
    `to_date(case when name = '${secret}' then name else '2026' end, 'YYYY') is not null`,
    `(xpath('/a', case when name = '${secret}' then name::xml else '<a/>'::xml end)) is not null`,
    `pg_sleep(case when name = '${secret}' then 3600 else 0 end) is not null`,
  ]
  test.each(conditions)('by an error in the condition %s', (condition) =>
    asFirst(async (client) => {
      // None fails for the own rows, so an error could only come of the foreign one.
      const statement = `select count(*) from unit where ${condition}`
      expect(await failure(client, statement)).toBe('succeeded')
    }),
  )

  test('by a unique key: the same ids and names can be taken beside it', () =>
    asFirst(async (client) => {
      const insert = `insert into unit (id, name, kind) values ('${foreignUnit}', '${secret}', 'family')`
      expect(await failure(client, insert)).toBe('succeeded')
      // A second time it is the own row that stands in the way, and the error tells of that one.
      expect(await failure(client, insert)).toMatch(/^23505/)
      const upsert = `${insert} on conflict (municipality_id, id) do update set name = 'taget' returning municipality_id`
      expect(await told(client, upsert)).toContain(t.first.municipalityId)
    }))

  test('by a foreign key, an upsert or a merge upon it', () =>
    asFirst(async (client) => {
      const merge = `merge into unit u using (values ('${foreignUnit}'::uuid)) v(id) on u.id = v.id
        when matched then update set name = 'taget' when not matched then do nothing`
      expect((await client.query(merge)).rowCount).toBe(0)
      const { rows } = await t.superPool.query('select name from unit where id = $1', [foreignUnit])
      expect(rows).toEqual([{ name: secret }])
    }))
})

describe('the functions of schema sealed answer for the claimed municipality only', () => {
  test('about accounts, sessions, draws, calendars and deadlines', () =>
    asFirst(async (client) => {
      const { municipalityId, personId } = t.second
      expect(await told(client, "select * from sealed.find_account('fremmed')")).toBe('[]')
      expect(await told(client, 'select * from sealed.list_accounts()')).not.toContain('fremmed')
      expect(await told(client, "select sealed.remove_account('fremmed') as person")).toBe(
        '[{"person":null}]',
      )
      await client.query('select sealed.close_sessions_of($1)', [personId])
      await client.query('select sealed.close_due_feed($1)', [randomUUID()])
      expect(await told(client, `select sealed.draw_seed('${randomUUID()}') as seed`)).toBe('[{"seed":null}]')
      expect(await told(client, 'select sealed.current_municipality() as m')).not.toContain(municipalityId)
      // Whoever knows a session's token is that session; its hash cannot be guessed.
      const tokenHash = token.toString('hex')
      expect(await told(client, `select * from sealed.find_session('\\x${tokenHash}')`)).toBe('[]')
      const { rows } = await t.superPool.query(
        "select username from sealed.local_account where username = 'fremmed'",
      )
      expect(rows).toHaveLength(1)
    }))

  test('an account of a name that another municipality has is made beside it', () =>
    asFirst(async (client) => {
      await client.query('select sealed.set_account($1, $2, $3, null)', ['fremmed', t.first.personId, hash])
      expect(
        await failure(client, `select sealed.set_account('andet', '${t.second.personId}', '${hash}', null)`),
      ).toMatch(/^23503/)
    }))
})

describe('nothing of another municipality stands outside the tables', () => {
  test('neither in statistics, cursors, prepared statements nor sequences', () =>
    asFirst(async (client) => {
      for (const view of ['pg_stats', 'pg_stats_ext', 'pg_stats_ext_exprs']) {
        const rows = await told(client, `select * from ${view} where schemaname in ('public', 'sealed')`)
        expect({ view, rows }).toEqual({ view, rows: '[]' })
      }
      expect(await failure(client, 'select * from pg_statistic')).toMatch(/^42501/)
      expect(await told(client, 'select name, statement from pg_prepared_statements')).not.toContain(secret)
      expect(await failure(client, 'select last_value from access_entry_id_seq')).toMatch(/^42501/)
    }))

  test('nothing is told over notification channels, by the schema or by the program', async () => {
    const { rows } = await t.superPool.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'sealed') and p.prosrc ~* '\\m(pg_)?notify\\M'`,
    )
    expect(rows).toEqual([])
  })

  test.each([
    'create extension dblink',
    'create extension postgres_fdw',
    'create extension pg_stat_statements',
    'create foreign data wrapper w',
    'create event trigger e on ddl_command_start execute function f()',
    'create publication p for all tables',
    "create subscription s connection 'dbname=x' publication p",
    'create cast (text as int) without function',
    'create operator === (leftarg = text, rightarg = text, function = texteq)',
    'create aggregate a (text) (sfunc = textcat, stype = text)',
    'create statistics s on name, kind from unit',
    'create index i on unit (name)',
    'create rule r as on select to unit do instead select 1',
    "alter system set log_statement = 'all'",
    "load 'auto_explain'",
    "select pg_read_binary_file('PG_VERSION')",
    "select pg_ls_dir('.')",
    "select pg_stat_file('PG_VERSION')",
    'select * from pg_ls_logdir()',
    "select pg_create_logical_replication_slot('s', 'pgoutput')",
    'select * from pg_show_all_file_settings()',
    "set log_statement = 'all'",
    'set log_min_messages = debug5',
    'vacuum full unit',
    'cluster unit using unit_pkey',
    'refresh materialized view x',
    'reindex table unit',
    'security label on table unit is null',
    "comment on table unit is 'x'",
  ])('there is no way around by %s', (statement) =>
    asFirst(async (client) => {
      expect(await failure(client, statement)).not.toBe('succeeded')
    }),
  )
})
