import type pg from 'pg'
import type { Problem } from '../core/language/problem.ts'

/** PostgreSQL 15: the first where only a database's owner may create in schema public. */
const oldestServer = 150_000

/** Why this connection cannot migrate this database, or undefined when it can. Makes the app's role if it may. */
export async function migrationProblems(client: pg.Client): Promise<Problem | undefined> {
  const { rows } = await client.query<{
    name: string
    version: number
    unbound: boolean
    may_make_roles: boolean
    has_app: boolean
    app_in_owner: boolean
    may_create: boolean
  }>(`
    select current_user as name, current_setting('server_version_num')::int as version,
      r.rolsuper or r.rolbypassrls as unbound, r.rolcreaterole as may_make_roles,
      app.oid is not null as has_app,
      coalesce(pg_has_role(app.oid, r.oid, 'member'), false) as app_in_owner,
      has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may_create
    from pg_roles r left join pg_roles app on app.rolname = 'tilsyn_app' where r.rolname = current_user`)
  const [found] = rows
  if (found === undefined) throw new Error('current_user is no role')
  if (found.version < oldestServer)
    return {
      code: 'server-too-old',
      text: {
        da: 'Databaseserveren er ældre end PostgreSQL 15. Opgradér den først.',
        en: 'The database server is older than PostgreSQL 15. Upgrade it first.',
      },
    }
  if (found.name !== 'tilsyn_owner' || found.unbound)
    return {
      code: 'wrong-owner',
      text: {
        da: `Databasen skal opdateres af rollen tilsyn_owner, som hverken må være superbruger eller have BYPASSRLS; forbindelsen er ${found.name}. Se docs/database.md.`,
        en: `The database must be migrated by the role tilsyn_owner, which must be neither superuser nor BYPASSRLS; the connection is ${found.name}. See docs/database.md.`,
      },
    }
  if (!found.may_create)
    return {
      code: 'owner-may-not-create',
      text: {
        da: 'Rollen tilsyn_owner må ikke oprette noget i denne database. Gør den til databasens ejer: ALTER DATABASE navn OWNER TO tilsyn_owner.',
        en: 'The role tilsyn_owner may not create anything in this database. Make it the database’s owner: ALTER DATABASE name OWNER TO tilsyn_owner.',
      },
    }
  if (found.app_in_owner)
    return {
      code: 'app-in-owner',
      text: {
        da: 'Rollen tilsyn_app er medlem af tilsyn_owner og kunne derved omgå al adskillelse. Fjern medlemskabet: REVOKE tilsyn_owner FROM tilsyn_app.',
        en: 'The role tilsyn_app is a member of tilsyn_owner and could so get around all separation. Remove it: REVOKE tilsyn_owner FROM tilsyn_app.',
      },
    }
  if (found.has_app) return undefined
  if (found.may_make_roles) {
    // Without a password, so nobody can log in as it before an administrator sets one.
    await client.query('create role tilsyn_app login')
    return undefined
  }
  return {
    code: 'app-role-missing',
    text: {
      da: "Rollen tilsyn_app findes ikke, og tilsyn_owner må ikke oprette roller. Lad en administrator køre: CREATE ROLE tilsyn_app LOGIN PASSWORD '…'.",
      en: "The role tilsyn_app does not exist and tilsyn_owner may not create roles. Have an administrator run: CREATE ROLE tilsyn_app LOGIN PASSWORD '…'.",
    },
  }
}
