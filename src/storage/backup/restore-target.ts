import type { Client } from 'pg'
import type { BackupHead } from '../../core/backup/backup-format.ts'
import type { Problem } from '../../core/language/problem.ts'
import type { MigrationFile } from '../migrator.ts'
import { otherTables, unknownVersion } from './backup-problems.ts'
import { newerDatabase, notEmpty } from './restore-problems.ts'

/** Why this program cannot make the tables of the backup; undefined when it can. */
export function tablesProblem(
  file: string,
  { migrations }: BackupHead,
  known: readonly MigrationFile[],
): Problem | undefined {
  if (migrations.length > known.length) return unknownVersion(file)
  const differing = migrations.find((one, i) => known[i]?.file !== one.file || known[i].digest !== one.digest)
  if (differing === undefined) return undefined
  return known.some((one) => one.file === differing.file)
    ? otherTables(file, differing.file)
    : unknownVersion(file)
}

/** Why this database is not the empty one that a backup is restored into; looks only. */
export async function targetProblem(
  client: Client,
  { migrations }: BackupHead,
): Promise<Problem | undefined> {
  const { rows } = await client.query<{ migrated: boolean; municipality: boolean; foreign: boolean }>(`
    select to_regclass('sealed.migration') is not null as migrated,
      to_regclass('public.municipality') is not null as municipality,
      exists (select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as foreign`)
  const [found] = rows
  if (found?.migrated !== true) return found?.foreign === true ? notEmpty : undefined
  // The names on the sign-in page: the owner sees them without a claim, and no row is without a municipality.
  if (found.municipality && (await client.query('select from municipality limit 1')).rowCount !== 0)
    return notEmpty
  const applied = await client.query<{ file: string }>('select file from sealed.migration order by file')
  const newer = applied.rows.find(({ file }) => !migrations.some((one) => one.file === file))
  return newer === undefined ? undefined : newerDatabase(newer.file)
}
