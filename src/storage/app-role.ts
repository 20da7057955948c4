import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Problem } from '../core/language/problem.ts'
import { signClaim, type ClaimKey } from './claim.ts'
import { getId, type MunicipalityId } from './ids.ts'
import type { MigrationFile } from './migrator.ts'

/**
 * The functions for large objects, which row-level security does not reach: what one municipality's session writes
 * there another's could read. Only a superuser can take them from everyone.
 */
export const largeObjectFunctions = `select p.oid from pg_proc p
  where p.pronamespace = 'pg_catalog'::regnamespace and (p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite'))`

/** Why the program must not work with this connection: a role that could do too much, another schema, another key. */
export async function appRoleProblem(
  pool: pg.Pool,
  files: readonly MigrationFile[],
  claimKey: ClaimKey,
  now: number,
): Promise<Problem | undefined> {
  const role = await pool.query<{
    name: string
    too_much: boolean
    temporary: boolean
    migrated: boolean
    own_settings: boolean
    large_objects: boolean
    database: string
  }>(`
    select current_user as name,
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
        or pg_has_role(current_user, (select nspowner from pg_namespace where nspname = 'sealed'), 'member') as too_much,
      has_database_privilege(current_database(), 'temporary')
        or has_schema_privilege('public', 'create') as temporary,
      to_regprocedure('sealed.applied_migrations()') is not null as migrated,
      exists (
        select from pg_db_role_setting s where s.setrole = pg_roles.oid
          and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
      ) as own_settings,
      exists (
        select from (${largeObjectFunctions}) f where has_function_privilege(f.oid, 'execute')
      ) as large_objects,
      quote_ident(current_database()) as database
    from pg_roles where rolname = current_user`)
  const [found] = role.rows
  if (found === undefined) throw new Error('current_user is no role')
  if (!found.migrated) return notMigrated
  if (found.name !== 'tilsyn_app' || found.too_much || found.temporary) return wrongRole(found.name)
  if (found.own_settings) return roleHasSettings(found.database)
  if (found.large_objects) return largeObjectsOpen
  const applied = await pool.query<{ file: string; digest: string }>(
    'select file, digest from sealed.applied_migrations() order by file',
  )
  const same =
    applied.rows.length === files.length &&
    files.every(({ file, digest }, i) => applied.rows[i]?.file === file && applied.rows[i]?.digest === digest)
  if (!same) return notMigrated
  return (await claimAccepted(pool, claimKey, now)) ? undefined : claimRefused
}

async function claimAccepted(pool: pg.Pool, key: ClaimKey, now: number): Promise<boolean> {
  const municipalityId = getId<MunicipalityId>(randomUUID())
  const { rows } = await pool.query<{ municipality: string | null }>(
    "select sealed.current_municipality() as municipality from set_config('tilsyn.claim', $1, true)",
    [signClaim(key, { municipalityId, personId: null }, now)],
  )
  return rows[0]?.municipality === municipalityId
}

const notMigrated: Problem = {
  code: 'database-not-migrated',
  text: {
    da: 'Databasens tabeller passer ikke til denne version af programmet. Kør tilsyn migrate først.',
    en: 'The database’s tables are not those of this version of the program. Run tilsyn migrate first.',
  },
}

const claimRefused: Problem = {
  code: 'claim-refused',
  text: {
    da: 'Databasen godtager ikke programmets nøgle. Kør tilsyn migrate med den samme TILSYN_CLAIM_KEY, og se efter, at urene på de to maskiner går ens.',
    en: 'The database does not accept the program’s key. Run tilsyn migrate with the same TILSYN_CLAIM_KEY, and see that the clocks of the two machines agree.',
  },
}

const largeObjectsOpen: Problem = {
  code: 'large-objects-open',
  text: {
    da: 'Rollen tilsyn_app kan bruge databasens store objekter (large objects), som adskillelsen af kommunerne ikke dækker. Lad en superbruger køre blokken om store objekter i docs/database.md, afsnittet »A server of your own«, i denne database.',
    en: 'The role tilsyn_app can use the database’s large objects, which the separation of municipalities does not cover. Have a superuser run the block on large objects in docs/database.md, “A server of your own”, in this database.',
  },
}

function roleHasSettings(database: string): Problem {
  const command = `ALTER ROLE tilsyn_app RESET ALL; ALTER ROLE tilsyn_app IN DATABASE ${database} RESET ALL;`
  return {
    code: 'app-role-has-settings',
    text: {
      da: `Rollen tilsyn_app har egne indstillinger i databasen, som kan være sat af en uvedkommende. Lad en administrator se dem (\\drds tilsyn_app i psql), og fjern dem: ${command} Se docs/database.md.`,
      en: `The role tilsyn_app has settings of its own in the database, which an intruder may have made. Have an administrator look at them (\\drds tilsyn_app in psql) and remove them: ${command} See docs/database.md.`,
    },
  }
}

function wrongRole(name: string): Problem {
  return {
    code: 'wrong-app-role',
    text: {
      da: `DATABASE_URL skal bruge rollen tilsyn_app uden særlige rettigheder og uden ret til at oprette noget (heller ikke midlertidige tabeller); forbindelsen er ${name}. Se docs/database.md.`,
      en: `DATABASE_URL must use the role tilsyn_app without special rights and without the right to create anything (temporary tables included); the connection is ${name}. See docs/database.md.`,
    },
  }
}
