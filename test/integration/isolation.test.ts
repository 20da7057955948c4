import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { signClaim, findClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { getId, type SessionId } from '../../src/storage/ids.ts'
import { createPool } from '../../src/storage/pool.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import type { Database } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { failure, inRawSession } from '../support/raw-app-session.ts'

let t: TestDatabase
let databaseName: string
let secondUnit: string
beforeAll(async () => {
  t = await createTestDatabase()
  const { rows } = await t.superPool.query<{ name: string }>('select current_database() as name')
  databaseName = rows[0]?.name ?? ''
  secondUnit = await t.database.transaction(t.second.actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'create-unit', subjectKind: 'unit' })
    await db
      .insertInto('import_source')
      .values({ name: 'Hemmelig kilde', mapping: toJson({}) })
      .execute()
    const unit = await db
      .insertInto('unit')
      .values({ name: 'Hemmelig enhed', kind: 'family' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return unit.id
  })
})
afterAll(() => t.close())

const denied = /^42501 permission denied/
const visible = 'select municipality_id from municipality order by municipality_id'

describe('a session of the app without a true claim', () => {
  test('sees no row of any table', async () => {
    await inRawSession(t, undefined, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
      )
      expect(rows.length).toBeGreaterThan(20)
      for (const { name } of rows) {
        const { rowCount } = await client.query(`select municipality_id from ${name}`)
        expect({ name, rowCount }).toEqual({ name, rowCount: 0 })
      }
    })
  })

  test('sees nothing with a forged, a cut, an altered or a stale claim', async () => {
    const now = Date.now()
    const foreignKey = findClaimKey('ab'.repeat(32))
    if (foreignKey === undefined) throw new Error('no key')
    const own = signClaim(t.claimKey, t.first.actor, now)
    const forged = [
      t.second.municipalityId,
      `${t.second.municipalityId}||||`,
      `${t.second.municipalityId}|||${now}|`,
      signClaim(foreignKey, t.second.actor, now),
      own.replace(t.first.municipalityId, t.second.municipalityId),
      own.replace(`|${t.first.personId}|`, '||'),
      `${own}0`,
      `${own}|`,
      own.toUpperCase(),
      signClaim(t.claimKey, t.first.actor, now - 6 * 60_000),
      signClaim(t.claimKey, t.first.actor, now + 6 * 60_000),
      '|||0|',
      "'; drop table municipality; --",
    ]
    for (const claim of forged) {
      await inRawSession(t, undefined, async (client) => {
        await client.query("select set_config('tilsyn.claim', $1, true)", [claim])
        expect({ claim, rows: (await client.query(visible)).rows }).toEqual({ claim, rows: [] })
      })
    }
  })
})

describe('a session of the app with the claim of one municipality', () => {
  const rowsAfter = (...statements: readonly string[]): Promise<readonly unknown[]> =>
    inRawSession(t, t.first.actor, async (client) => {
      for (const statement of statements) await client.query(statement)
      return (await client.query<{ municipality_id: string }>(visible)).rows
    })

  test('sees its own rows only, whatever it does to its role and settings', async () => {
    const own = [{ municipality_id: t.first.municipalityId }]
    expect(await rowsAfter()).toEqual(own)
    expect(await rowsAfter('reset role')).toEqual(own)
    expect(await rowsAfter('reset session authorization')).toEqual(own)
    expect(await rowsAfter('set session authorization default')).toEqual(own)
    expect(await rowsAfter('set local role none')).toEqual(own)
    expect(await rowsAfter("set local search_path = 'pg_temp', 'sealed', 'public'")).toEqual(own)
    expect(await rowsAfter('reset all')).toEqual([])
  })

  test('gets an error, not rows, when it turns row security off', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      await client.query('set local row_security = off')
      expect(await failure(client, visible)).toMatch(/^42501 query would be affected by row-level security/)
    })
  })

  test('cannot become another role', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const role of ['tilsyn_owner', 'postgres', 'pg_read_all_data', 'pg_monitor']) {
        expect(await failure(client, `set role ${role}`)).toMatch(/^42501/)
        expect(await failure(client, `set session authorization ${role}`)).toMatch(/^42501/)
        expect(await failure(client, `grant ${role} to tilsyn_app`)).not.toBe('succeeded')
      }
      expect(await failure(client, 'set session_replication_role = replica')).toMatch(denied)
      expect(await failure(client, 'alter role tilsyn_app bypassrls')).toMatch(/^42501/)
    })
  })

  test('reads neither the key, the accounts nor the sessions, nor other files of the server', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const table of ['claim_key', 'local_account', 'session', 'migration']) {
        expect(await failure(client, `select * from sealed.${table}`)).toMatch(denied)
        expect(await failure(client, `copy sealed.${table} to stdout`)).toMatch(denied)
        expect(await failure(client, `delete from sealed.${table}`)).toMatch(denied)
      }
      expect(await failure(client, 'select sealed.claim_part(1)')).toMatch(denied)
      expect(await failure(client, 'select rolpassword from pg_authid')).toMatch(denied)
      expect(await failure(client, "select pg_read_file('postgresql.conf')")).toMatch(denied)
      expect(await failure(client, "copy municipality to '/dev/null'")).toMatch(/^42501/)
      expect(await failure(client, "copy municipality to program 'cat'")).toMatch(/^42501/)
      expect(await failure(client, 'select stavalues1 from pg_statistic')).toMatch(denied)
    })
  })

  test('creates nothing: no table, temporary table, view, function, schema, trigger or policy', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const statement of [
        'create table x (a int)',
        'create temporary table municipality (municipality_id uuid)',
        'create view x as select 1',
        'create schema x',
        "create function f() returns int language sql as 'select 1'",
        'create policy p on municipality using (true)',
        'drop policy tenant on municipality',
        'alter table municipality disable row level security',
        'alter table municipality no force row level security',
        'drop table irregularity',
        'truncate irregularity',
        "alter function sealed.current_municipality() set search_path = ''",
        'create or replace function sealed.current_municipality() returns uuid language sql as $$ select null::uuid $$',
      ])
        expect({ statement, result: await failure(client, statement) }).toEqual({
          statement,
          result: expect.stringMatching(/^42501/),
        })
    })
  })

  test('leaves nothing in large objects, which another municipality could read there', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const call of [
        'lo_creat(-1)',
        'lo_create(0)',
        "lo_from_bytea(0, 'x')",
        "lo_put(1, 0, 'x')",
        'lo_get(1)',
        'lo_get(1, 0, 1)',
        'lo_open(1, 393216)',
        'lo_lseek(0, 0, 0)',
        'lo_lseek64(0, 0, 0)',
        'lo_tell(0)',
        'lo_tell64(0)',
        'lo_truncate(0, 0)',
        'lo_truncate64(0, 0)',
        'lo_close(0)',
        'loread(0, 1)',
        "lowrite(0, 'x')",
        'lo_unlink(1)',
        "lo_import('/etc/hostname')",
        "lo_export(1, '/dev/null')",
      ])
        expect({ call, result: await failure(client, `select ${call}`) }).toEqual({
          call,
          result: expect.stringMatching(denied),
        })
    })
  })

  test('cannot write into the other municipality, nor move a row there', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      const policy = /^42501 new row violates row-level security policy/
      expect(
        await failure(client, "insert into unit (municipality_id, name, kind) values ($1, 'x', 'family')", [
          t.second.municipalityId,
        ]),
      ).toMatch(policy)
      await client.query("insert into unit (name, kind) values ('egen', 'family')")
      expect(
        await failure(client, 'update unit set municipality_id = $1', [t.second.municipalityId]),
      ).toMatch(policy)
      const touched = await client.query('update unit set name = $2 where id = $1', [secondUnit, 'taget'])
      expect(touched.rowCount).toBe(0)
    })
  })

  test('gets the same error for a row of the other municipality as for one that does not exist', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      const insert = `insert into role_assignment (person_id, role, unit_id, valid_from) values ('${t.first.personId}', 'caseworker', $1, '2020-01-01')`
      await client.query('savepoint here')
      const tries = []
      for (const unit of [secondUnit, randomUUID()]) tries.push(await failure(client, insert, [unit]))
      expect(tries[0]).toMatch(/^23503/)
      expect(tries[0]).toBe(tries[1])
    })
  })

  test('learns nothing from errors raised inside a condition', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      const probe =
        "select count(*)::int as n from unit where 1 / (case when name = 'Hemmelig enhed' then 0 else 1 end) = 1"
      expect(await failure(client, probe)).toBe('succeeded')
      expect(await failure(client, 'select name::int from unit')).toBe('succeeded')
    })
  })

  test('sees no statistics of hidden values and no claim of another session', async () => {
    await t.superPool.query('analyze')
    const other = await t.appPool.connect()
    try {
      await other.query('begin')
      await other.query("select set_config('tilsyn.claim', $1, true)", [
        signClaim(t.claimKey, t.second.actor, Date.now()),
      ])
      await inRawSession(t, t.first.actor, async (client) => {
        const stats = await client.query("select * from pg_stats where schemaname in ('public', 'sealed')")
        expect(stats.rowCount).toBe(0)
        const activity = await client.query<{ query: string }>(
          'select query from pg_stat_activity order by pid',
        )
        expect(activity.rows.some(({ query }) => query.includes('tilsyn.claim'))).toBe(true)
        expect(activity.rows.filter(({ query }) => query.includes(t.second.municipalityId))).toEqual([])
      })
    } finally {
      await other.query('rollback')
      other.release()
    }
  })
})

describe('settings that injected SQL left behind', () => {
  /** What the program itself sees, after it wrote. */
  async function seenBy(database: Database): Promise<unknown> {
    const { rows } = await database.transaction(t.first.actor, async (tx) => {
      await tx.recordChange({ room: 'access', act: 'try', subjectKind: 'unit' })
      return sql`select municipality_id, '2026-02-01'::date::text as day, null = null as nothing from municipality`.execute(
        tx.reader.db,
      )
    })
    return { rows, municipalities: (await database.beforeSignIn.listMunicipalities()).length }
  }
  const asEver = (): unknown => ({
    rows: [{ municipality_id: t.first.municipalityId, day: '2026-02-01', nothing: null }],
    municipalities: 2,
  })

  function reopened(options = ''): Database {
    const address = new URL(inject('postgres').appUrl)
    address.pathname = `/${databaseName}`
    if (options !== '') address.searchParams.set('options', options)
    return openDatabase({
      pool: createPool(address.href, 1, () => undefined),
      claimKey: t.claimKey,
      now: Date.now,
    })
  }

  test.each([
    ['row_security', 'off'],
    ['default_transaction_read_only', 'on'],
    ['search_path', 'pg_catalog'],
    ['local_preload_libraries', "'no-such-library'"],
    ['transform_null_equals', 'on'],
    ['DateStyle', "'SQL, DMY'"],
  ])('in the role (%s = %s) change nothing for new connections', async (name, value) => {
    try {
      await inCommittedSession(`alter role tilsyn_app set ${name} = ${value}`)
      for (const database of [reopened(), reopened(`-c ${name}=${value.replaceAll(/[' ]/g, '')}`)])
        expect(await seenBy(database).finally(() => database.close())).toEqual(asEver())
    } finally {
      await t.superPool.query('alter role tilsyn_app reset all')
    }
  })

  test.each(['default_transaction_read_only = on', 'search_path = pg_catalog'])(
    'in the connection (%s) change nothing for the next transaction',
    async (setting) => {
      const database = reopened()
      try {
        await database.transaction(t.first.actor, ({ reader }) =>
          sql.raw(`set ${setting}`).execute(reader.db),
        )
        expect(await seenBy(database)).toEqual(asEver())
      } finally {
        await database.close()
      }
    },
  )

  test('in the connection (row_security = off) do not turn the next transaction away', async () => {
    const database = reopened()
    try {
      await database.transaction(t.first.actor, ({ reader }) =>
        sql`set row_security = off`.execute(reader.db),
      )
      const seen = await database.transaction(t.first.actor, ({ reader }) =>
        reader.db.selectFrom('municipality').select('municipality_id').execute(),
      )
      expect(seen).toEqual([{ municipality_id: t.first.municipalityId }])
    } finally {
      await database.close()
    }
  })

  async function inCommittedSession(statement: string): Promise<void> {
    const client = await t.appPool.connect()
    await client.query(statement).finally(() => client.release(true))
  }
})

describe('the logs', () => {
  test('cannot be changed, deleted or emptied by the app', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const log of ['access_entry', 'change_entry']) {
        expect(await failure(client, `update ${log} set act = 'x'`)).toMatch(denied)
        expect(await failure(client, `delete from ${log}`)).toMatch(denied)
        expect(await failure(client, `truncate ${log}`)).toMatch(denied)
        expect(await failure(client, `select * from ${log} for update`)).toMatch(denied)
      }
    })
  })

  test('cannot be written in the name or at the time of another', async () => {
    await inRawSession(t, t.first.actor, async (client) => {
      for (const column of ['person_id', 'session_id', 'at', 'id', 'municipality_id'])
        expect(
          await failure(
            client,
            `insert into access_entry (act, subject_kind, ${column}) values ('x', 'y', default)`,
          ),
        ).toMatch(denied)
    })
  })

  test('name the person and session of the claim', async () => {
    const actor = { ...t.first.actor, sessionId: getId<SessionId>(randomUUID()) }
    await t.database.transaction(actor, (tx) =>
      tx.recordAccess({ act: 'look', subjectKind: 'child', subjectId: '1' }),
    )
    const { rows } = await t.superPool.query(
      "select municipality_id, person_id, session_id, act, subject_kind, subject_id, detail from access_entry where act = 'look'",
    )
    expect(rows).toEqual([
      {
        municipality_id: t.first.municipalityId,
        person_id: t.first.personId,
        session_id: actor.sessionId,
        act: 'look',
        subject_kind: 'child',
        subject_id: '1',
        detail: {},
      },
    ])
  })
})

test('the owner without a claim sees no tenant row either', async () => {
  const { rowCount } = await t.ownerPool.query('select id from unit')
  expect(rowCount).toBe(0)
})
