import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccount, openSession, saveAccount } from '../../src/storage/account.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { getId, type UnitId } from '../../src/storage/ids.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import type { PersonalReader, Reader, Transaction, Writer } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

const change = { room: 'access', act: 'create-unit', subjectKind: 'unit' } as const

async function createUnit(tx: Transaction, name: string): Promise<UnitId> {
  const { db } = await tx.recordChange(change)
  const { id } = await db
    .insertInto('unit')
    .values({ name, kind: 'family' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function count(table: string, where: string): Promise<number> {
  const { rows } = await t.superPool.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
  )
  return rows[0]?.n ?? -1
}

test('a function that writes or reads personal data cannot be called with a lesser handle', () => {
  const save = (writer: Writer): Writer => writer
  const open = (reader: PersonalReader): PersonalReader => reader
  const list = (reader: Reader): Reader => reader
  const check = (tx: Transaction, writer: Writer, personal: PersonalReader): void => {
    list(tx.reader)
    list(writer)
    list(personal)
    // @ts-expect-error -- no change entry was written
    save(tx.reader)
    // @ts-expect-error -- a look is no change
    save(personal)
    // @ts-expect-error -- no access entry was written
    open(tx.reader)
    // @ts-expect-error -- a handle cannot be made by hand
    save({ db: writer.db })
    // @ts-expect-error -- the reading handle has no way to insert
    tx.reader.db.insertInto('unit')
  }
  // `tsc` is what fails; nothing is run.
  expect(check).toBeTypeOf('function')
})

test('work and its log entry are committed together, before the answer', async () => {
  const before = await count('change_entry', "act = 'create-unit'")
  const id = await t.database.transaction(t.first.actor, (tx) => createUnit(tx, 'Sammen'))
  expect(await count('unit', `id = '${id}'`)).toBe(1)
  expect(await count('change_entry', "act = 'create-unit'")).toBe(before + 1)
})

test('when the work fails neither it nor its log entry stays', async () => {
  const before = await count('change_entry', 'true')
  await expect(
    t.database.transaction(t.first.actor, async (tx) => {
      await createUnit(tx, 'Fortrudt')
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await count('unit', "name = 'Fortrudt'")).toBe(0)
  expect(await count('change_entry', 'true')).toBe(before)
})

test('when a look or an act cannot be put on record, nothing is read, kept or answered, and the reason is told', async () => {
  const { actor } = t.first
  const asked = { act: 'list-units', subjectKind: 'unit' }
  const read: string[] = []
  const works: readonly ((tx: Transaction) => Promise<unknown>)[] = [
    async (tx) => tx.recordAccess(asked),
    async (tx) => {
      const { db } = await tx.recordAccess(asked)
      read.push(...(await db.selectFrom('unit').select('name').execute()).map(({ name }) => name))
    },
    (tx) => createUnit(tx, 'Uden spor'),
    (tx) => {
      tx.shows(['Sag-1'])
      return Promise.resolve()
    },
  ]
  await t.superPool.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'the log is full'; end $$`,
  )
  for (const table of ['access_entry', 'change_entry'])
    await t.superPool.query(
      `create trigger refuse before insert on ${table} for each row execute function refuse()`,
    )
  try {
    for (const work of works)
      await expect(t.database.transaction(actor, work)).rejects.toThrow('the log is full')
  } finally {
    await t.superPool.query('drop function refuse cascade')
  }
  expect(read).toEqual([])
  expect(await count('unit', "name = 'Uden spor'")).toBe(0)
})

test('statements sent without waiting are carried out in their order, and the first that fails is told', async () => {
  const { actor } = t.first
  const order = await t.database.transaction(actor, ({ reader }) =>
    Promise.all(
      [3, 1, 2].map((n) =>
        sql<{
          n: number
          at: Date
        }>`select ${n}::int as n, clock_timestamp() as at, pg_sleep(${n} * 0.01)`.execute(reader.db),
      ),
    ),
  )
  const answered = order.flatMap(({ rows }) => rows)
  expect(answered.map(({ n }) => n)).toEqual([3, 1, 2])
  expect(answered.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ n }) => n)).toEqual([3, 1, 2])
  const failing = t.database.transaction(actor, ({ reader }) =>
    Promise.all(
      [sql`select 1`, sql`select 1 / 0`, sql`select 2`].map((statement) => statement.execute(reader.db)),
    ),
  )
  await expect(failing).rejects.toThrow('division by zero')
  // The connection is whole again.
  await expect(
    t.database.transaction(actor, ({ reader }) => sql`select 1`.execute(reader.db)),
  ).resolves.toBeDefined()
})

test('a plan that is made once is made once for that transaction only', async () => {
  const { actor } = t.first
  const mode = async ({ reader }: Transaction): Promise<string | undefined> =>
    (await sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`.execute(reader.db))
      .rows[0]?.mode
  expect(await t.database.transaction(actor, mode, { plans: 'once' })).toBe('force_generic_plan')
  for (let i = 0; i < 12; i += 1) expect(await t.database.transaction(actor, mode)).toBe('auto')
})

test('two transactions that lock each other both come through', async () => {
  const [one, two] = await t.database.transaction(t.first.actor, async (tx) => [
    await createUnit(tx, 'Lås 1'),
    await createUnit(tx, 'Lås 2'),
  ])
  if (one === undefined || two === undefined) throw new Error('two units were made')
  let runs = 0
  const bothHaveOne = Promise.withResolvers<void>()
  let holding = 0
  const rename = (own: UnitId, others: UnitId, kind: 'family' | 'duty'): Promise<void> =>
    t.database.transaction(t.first.actor, async (tx) => {
      runs += 1
      const { db } = await tx.recordChange(change)
      await db.updateTable('unit').set({ kind }).where('id', '=', own).execute()
      holding += 1
      if (holding === 2) bothHaveOne.resolve()
      await bothHaveOne.promise
      await db.updateTable('unit').set({ kind }).where('id', '=', others).execute()
    })
  await Promise.all([rename(one, two, 'duty'), rename(two, one, 'duty')])
  expect(runs).toBe(3)
  expect(await count('unit', "name like 'Lås _' and kind = 'duty'")).toBe(2)
})

test('a conflict that never ends is given up after four tries', async () => {
  let runs = 0
  const raise = t.database.transaction(t.first.actor, async (tx) => {
    runs += 1
    const { db } = await tx.recordChange(change)
    await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(db)
  })
  await expect(raise).rejects.toThrow('again')
  expect(runs).toBe(4)
})

test('a clock that is more than five minutes off is refused with its reason, on either side', async () => {
  for (const off of [-6, 6]) {
    const wrong = openDatabase({
      pool: t.appPool,
      claimKey: t.claimKey,
      now: () => Date.now() + off * 60_000,
    })
    await expect(wrong.transaction(t.first.actor, async () => 'done')).rejects.toThrow('clock')
  }
})

test('what is sent before the claim is answered sees and changes nothing where it is refused, and the reason stays', async () => {
  const seen: number[] = []
  const wrong = openDatabase({ pool: t.appPool, claimKey: t.claimKey, now: () => 0 })
  const read = wrong.transaction(t.first.actor, async ({ reader }) => {
    seen.push((await reader.db.selectFrom('person').select('id').execute()).length)
  })
  await expect(read).rejects.toThrow('clock')
  expect(seen).toEqual([0])
  const write = wrong.transaction(t.first.actor, (tx) => createUnit(tx, 'Uden krav'), { long: true })
  await expect(write).rejects.toThrow('clock')
  const give = wrong.transaction(t.first.actor, () => Promise.reject(new Error('the work gave up')))
  await expect(give).rejects.toThrow('clock')
  expect(await count('unit', "name = 'Uden krav'")).toBe(0)
})

test('days come back as the text they went in, in every time zone', async () => {
  const rows = await t.database.transaction(t.first.actor, ({ reader }) =>
    reader.db.selectFrom('role_assignment').select(['valid_from', 'valid_to']).execute(),
  )
  expect(rows).toEqual([{ valid_from: '2017-01-01', valid_to: null }])
})

test('many rows at once arrive whole, in their types, with the tenant filled in', async () => {
  const rows = 4321
  const unit = await t.database.transaction(t.first.actor, (tx) => createUnit(tx, 'Mange'))
  const written = await t.database.transaction(
    t.first.actor,
    async (tx) => {
      const writer = await tx.recordChange({ room: 'registry', act: 'import', subjectKind: 'import-batch' })
      return tx.copy(
        writer,
        'case_stage',
        ['case_id', 'stage', 'unit_id', 'caseworker', 'started', 'completed', 'attributes'],
        (function* () {
          for (let i = 0; i < rows; i++)
            yield [
              `S-${i}`,
              'underretning',
              unit,
              'Æ"\\{},NULL',
              '2018-03-31',
              i === 0 ? null : '2018-04-01',
              toJson({ alder: '7', note: 'a "b" \\ {c}, é' }),
            ]
        })(),
      )
    },
    { long: true },
  )
  expect(written).toBe(rows)
  expect(await count('case_stage', `municipality_id = '${t.first.municipalityId}'`)).toBe(rows)
  const { rows: some } = await t.superPool.query(
    `select case_id, caseworker, started::text, completed::text, attributes from case_stage where case_id in ('S-0', 'S-4320') order by case_id`,
  )
  const same = {
    caseworker: 'Æ"\\{},NULL',
    started: '2018-03-31',
    attributes: { alder: '7', note: 'a "b" \\ {c}, é' },
  }
  expect(some).toEqual([
    { case_id: 'S-0', completed: null, ...same },
    { case_id: 'S-4320', completed: '2018-04-01', ...same },
  ])
})

test('many rows of which one is wrong leave none', async () => {
  const bad = t.database.transaction(t.first.actor, async (tx) => {
    const writer = await tx.recordChange(change)
    return tx.copy(
      writer,
      'unit',
      ['name', 'kind'],
      [...Array(3000).keys()].map((i) => [`U${i}`, i === 2999 ? 'x' : 'duty']),
    )
  })
  await expect(bad).rejects.toThrow('unit_kind_check')
  expect(await count('unit', "name like 'U%'")).toBe(0)
})

test('a session is found by its token’s hash, of whatever municipality, and not after it was closed', async () => {
  const tokenHash = Buffer.alloc(32, 7)
  const sessionId = getId<never>(randomUUID())
  const expiresAt = new Date(Date.now() + 60_000)
  await t.database.transaction(t.second.actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act: 'sign-in',
      subjectKind: 'session',
      subjectId: sessionId,
    })
    await openSession(writer, {
      sessionId,
      tokenHash,
      expiresAt,
      method: 'password',
      authenticatedAt: new Date(),
    })
  })
  expect(await t.database.beforeSignIn.findSession(tokenHash)).toMatchObject({
    municipalityId: t.second.municipalityId,
    personId: t.second.personId,
    sessionId,
    expiresAt,
  })
  expect(await t.database.beforeSignIn.findSession(Buffer.alloc(32, 8))).toBeUndefined()
  await t.database.beforeSignIn.closeSession(tokenHash)
  expect(await t.database.beforeSignIn.findSession(tokenHash)).toBeUndefined()
})

test('an account is found in the claimed municipality only', async () => {
  const passwordHash = 'scrypt$16384$8$1$AAAA$AAAA'
  await t.database.transaction(t.second.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'set-password', subjectKind: 'person' })
    await saveAccount(writer, {
      username: 'Birthe',
      personId: t.second.personId,
      passwordHash,
      givenUntil: null,
    })
  })
  const find = (actor: typeof t.first.actor): Promise<unknown> =>
    t.database.transaction({ ...actor, personId: null }, ({ reader }) => findAccount(reader, 'birthe'))
  expect(await find(t.second.actor)).toEqual({ personId: t.second.personId, passwordHash, givenUntil: null })
  expect(await find(t.first.actor)).toBeUndefined()
})

test('a published programme version cannot be changed or deleted, a draft can', async () => {
  const version = { key: 'prøve', title_da: 'a', title_en: 'b', source: 'x', digest: 'a'.repeat(64) }
  const write = (published: Date | null, number: number): Promise<void> =>
    t.database.transaction(t.first.actor, async (tx) => {
      const { db } = await tx.recordChange({
        room: 'programme',
        act: 'publish',
        subjectKind: 'programme-version',
      })
      await db
        .insertInto('programme_version')
        .values({ ...version, version: number, published_at: published })
        .execute()
      await db.updateTable('programme_version').set({ source: 'y' }).where('version', '=', number).execute()
      await db.deleteFrom('programme_version').where('version', '=', number).execute()
    })
  await write(null, 1)
  await expect(write(new Date('2018-01-01'), 2)).rejects.toThrow('never changes')
})
