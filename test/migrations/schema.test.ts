import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { dumpSchema } from '../support/schema-dump.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

test('migrations/schema.sql is what the migrations make', async () => {
  const written = await readFile(new URL('../../migrations/schema.sql', import.meta.url), 'utf8')
  expect(await dumpSchema(t.ownerPool)).toBe(written)
})

test('every table and every non-obvious thing in it is explained in the database', async () => {
  const { rows } = await t.ownerPool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'sealed') and c.relkind = 'r' and obj_description(c.oid, 'pg_class') is null
    union all
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'sealed') and obj_description(p.oid, 'pg_proc') is null`)
  expect(rows).toEqual([])
})
