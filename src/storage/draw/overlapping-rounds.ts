import { sql } from 'kysely'
import type { Actor, Reader } from '../transaction.ts'

/**
 * Keys of the programme's rounds, of any version, that have days in common with the period; oldest first. Until the
 * transaction ends no other asks for the same programme, so that of two rounds opened at once one sees the other.
 */
export async function holdOverlappingRounds(
  reader: Reader,
  actor: Actor,
  programme: string,
  { periodFrom, periodTo }: { readonly periodFrom: string; readonly periodTo: string },
): Promise<readonly string[]> {
  const name = `tilsyn rounds ${actor.municipalityId} ${programme}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(reader.db)
  const rows = await reader.db
    .selectFrom('round')
    .innerJoin('programme_version as version', 'version.id', 'round.programme_version_id')
    .select('round.key')
    .where('version.key', '=', programme)
    .where('round.period_from', '<=', periodTo)
    .where('round.period_to', '>=', periodFrom)
    .orderBy('round.opened_at')
    .orderBy('round.key')
    .limit(500)
    .execute()
  return rows.map(({ key }) => key)
}
