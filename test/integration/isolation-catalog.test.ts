import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

/** Hold no tenant's data: the key and the list of applied files. */
const withoutTenant = ['sealed.claim_key', 'sealed.migration']

const ours = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'"

async function names(query: string): Promise<readonly string[]> {
  const { rows } = await t.superPool.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}

test('the catalog walk sees the tables', async () => {
  const all = await names(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r'`,
  )
  expect(all.length).toBeGreaterThan(25)
})

test('every table has row-level security, forced upon its owner too, and at least one policy', async () => {
  expect(
    await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`),
  ).toEqual([])
})

test('every policy compares the municipality with the claim, or is for the owner alone', async () => {
  expect(
    await names(`
      select polrelid::regclass || '.' || polname as name from pg_policy
      where polroles <> array[(select oid from pg_roles where rolname = 'tilsyn_owner')]
        and (pg_get_expr(polqual, polrelid) is distinct from
               '(municipality_id = ( SELECT sealed.current_municipality() AS current_municipality))'
             or polwithcheck is not null)`),
  ).toEqual([])
})

test('policies for the owner alone are on tables closed to the app, but for the names on the sign-in page, a session’s roles and what is released to everybody', async () => {
  expect(
    await names(`
      select polrelid::regclass || '.' || polname as name from pg_policy p join pg_class c on c.oid = polrelid
      where polroles = array[(select oid from pg_roles where rolname = 'tilsyn_owner')]
        and c.relnamespace <> 'sealed'::regnamespace order by 1`),
  ).toEqual([
    'municipality.sign_in_page',
    // Released public editions, which are for everybody.
    'report_release.for_everybody',
    'report_release_file.for_everybody',
    'role_assignment.roles_of_session',
  ])
})

test('there are no views, foreign tables or materialised views, which would read with their owner’s rights', async () => {
  expect(
    await names(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('v', 'm', 'f', 'p')`,
    ),
  ).toEqual([])
})

test('every primary key, and every unique key but those of secret tokens, begins with the municipality', async () => {
  const begins = `(select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0])`
  expect(
    await names(`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and i.indisunique and ${begins} <> 'municipality_id' and i.indrelid::regclass::text <> all ('{${withoutTenant.join(',')}}') order by 1`),
  ).toEqual(['sealed.due_feed_token_token_hash_key', 'sealed.session_token_hash_key'])
  expect(
    await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'r' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`),
  ).toEqual([])
})

test('every foreign key carries the municipality', async () => {
  expect(
    await names(`
      select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
      where k.contype = 'f' and not exists (
        select from unnest(k.conkey) column_number join pg_attribute a on a.attrelid = k.conrelid and a.attnum = column_number
        where a.attname = 'municipality_id')`),
  ).toEqual([])
})

test('functions that run with the owner’s rights have a fixed search path', async () => {
  expect(
    await names(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} and p.prosecdef and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false)`),
  ).toEqual([])
})

test('the app may run the narrow functions of schema sealed and no other', async () => {
  expect(
    await names(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} and has_function_privilege('tilsyn_app', p.oid, 'execute') order by 1`),
  ).toEqual([
    'sealed.applied_migrations()',
    'sealed.begin_second_factor(bytea)',
    'sealed.begin_sign_in(uuid,bytea,text,text,text,text,bytea)',
    'sealed.break_glass_case(uuid)',
    'sealed.break_glass_events(uuid)',
    'sealed.close_due_feed(uuid)',
    'sealed.close_other_sessions()',
    'sealed.close_own_session(uuid)',
    'sealed.close_session(bytea)',
    'sealed.close_sessions_of(uuid)',
    'sealed.confirm_second_factor(bigint,bytea[])',
    'sealed.current_municipality()',
    'sealed.current_person()',
    'sealed.current_session()',
    'sealed.draw_seed(uuid)',
    'sealed.due_days(uuid,uuid,integer,date)',
    'sealed.find_account(text)',
    'sealed.find_due_feed(bytea)',
    'sealed.find_provider_account(text,text)',
    'sealed.find_public_file(uuid,text,text,text)',
    'sealed.find_second_factor(uuid)',
    'sealed.find_session(bytea)',
    'sealed.is_purging()',
    'sealed.link_provider_account(text,text,uuid)',
    'sealed.list_accounts()',
    'sealed.list_municipalities()',
    'sealed.list_own_sessions()',
    'sealed.list_public_releases(uuid)',
    'sealed.open_due_feed(uuid,bytea)',
    'sealed.open_session(uuid,bytea,timestamp with time zone,text,timestamp with time zone)',
    'sealed.remove_account(text)',
    'sealed.remove_second_factor(uuid)',
    'sealed.renew_event_statistics()',
    'sealed.set_account(text,uuid,text,timestamp with time zone)',
    'sealed.take_sign_in(uuid,bytea)',
    'sealed.touch_session(bytea)',
    'sealed.unlink_provider_accounts(uuid)',
    'sealed.use_code_step(uuid,bigint)',
    'sealed.use_recovery_code(uuid,bytea)',
  ])
})

test('the app may delete and empty only what is meant to go, and owns nothing', async () => {
  const may = (right: string): Promise<readonly string[]> =>
    names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'r' and has_table_privilege('tilsyn_app', c.oid, '${right}') order by 1`)
  expect(await may('delete')).toEqual([
    'answered_request',
    // Computed from events, and which of them to compute.
    'case_deadline',
    'case_flow',
    'case_stage_participant',
    'case_to_judge',
    'draft_salt',
    'event_import_row',
    // A mail that a person asked for and no longer wants.
    'flow_subscription',
    'import_row',
    // Of a draft only: a trigger keeps what is published.
    'initiative_aim',
    'initiative_version',
    'mail',
    'notification',
    'own_answer',
    'programme_version',
    'purge_case',
    'review_answer',
    'review_note',
  ])
  expect(await may('truncate')).toEqual([])
  expect(await may('references')).toEqual([])
  expect(await may('trigger')).toEqual([])
  expect(await may('update')).toEqual([
    'case_stage',
    'child',
    'due_plan',
    'import_source',
    'mail_preference',
    'own_answer',
    'person',
    'programme_version',
    'review_answer',
    'review_note',
    'unit',
  ])
  expect(
    await names(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and pg_get_userbyid(c.relowner) <> 'tilsyn_owner'`,
    ),
  ).toEqual([])
})

test('nothing is granted to everyone, and the app’s role has no special right and is member of no role', async () => {
  expect(
    await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      where ${ours} and a.grantee = 0`),
  ).toEqual([])
  const { rows } = await t.superPool.query<{ rolsuper: boolean; memberships: readonly string[] }>(`
    select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
      array(select roleid::regrole::text from pg_auth_members where member = r.oid) as memberships
    from pg_roles r where rolname in ('tilsyn_app', 'tilsyn_owner') order by rolname`)
  const [app, owner] = rows
  const none = {
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolbypassrls: false,
  }
  expect(app).toEqual({ ...none, memberships: [] })
  // In the program's own database the owner may ask for a checkpoint, which the purge ends with.
  const { memberships, ...rights } = owner ?? { ...none, memberships: ['nobody'] }
  expect(rights).toEqual(none)
  expect(memberships.filter((role) => role !== 'pg_checkpoint')).toEqual([])
})

test('the seed of a draw is not among the columns the app may read', async () => {
  const { rows } = await t.superPool.query<{ seed: boolean; digest: boolean }>(
    "select has_column_privilege('tilsyn_app', 'draw', 'seed', 'select') as seed, has_column_privilege('tilsyn_app', 'draw', 'seed_digest', 'select') as digest",
  )
  expect(rows).toEqual([{ seed: false, digest: true }])
})
