import { sql } from 'kysely'
import type { PersonId, SupervisionId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface Supervision {
  readonly id: SupervisionId
  readonly leader: PersonId
  readonly leaderName: string
  readonly leaderInitials: string
  readonly caseworker: string
  readonly caseworkerName: string | null
  readonly from: string
  readonly until: string | null
}

/** By leader and caseworker, the newest period first; those taken back are left out. */
export async function listSupervision(reader: Reader): Promise<readonly Supervision[]> {
  return reader.db
    .selectFrom('supervision as s')
    .innerJoin('person as l', 'l.id', 's.leader_id')
    .leftJoin('person as c', 'c.initials', 's.caseworker')
    .select([
      's.id',
      's.leader_id as leader',
      'l.name as leaderName',
      'l.initials as leaderInitials',
      's.caseworker',
      'c.name as caseworkerName',
      's.valid_from as from',
      's.valid_to as until',
    ])
    .where(sql<boolean>`coalesce(s.valid_to >= s.valid_from, true)`)
    .orderBy('l.initials')
    .orderBy('s.caseworker')
    .orderBy('s.valid_from', 'desc')
    .orderBy('s.id')
    .limit(5000)
    .execute()
}

/** The caseworkers among these whom the leader has on any day of the period already. */
export async function listAlreadyLed(
  reader: Reader,
  of: {
    readonly leader: PersonId
    readonly caseworkers: readonly string[]
    readonly from: string
    readonly until: string | null
  },
): Promise<readonly string[]> {
  const rows = await reader.db
    .selectFrom('supervision')
    .select('caseworker')
    .where('leader_id', '=', of.leader)
    .where('caseworker', 'in', of.caseworkers)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${of.from}::date, ${of.until}::date, '[]')`,
    )
    .where(sql<boolean>`coalesce(valid_to >= valid_from, true)`)
    .orderBy('caseworker')
    .execute()
  return rows.map(({ caseworker }) => caseworker)
}

export async function insertSupervision(
  writer: Writer,
  of: {
    readonly leader: PersonId
    readonly caseworkers: readonly string[]
    readonly from: string
    readonly until: string | null
  },
): Promise<void> {
  await writer.db
    .insertInto('supervision')
    .values(
      of.caseworkers.map((caseworker) => ({
        leader_id: of.leader,
        caseworker,
        valid_from: of.from,
        valid_to: of.until,
      })),
    )
    .execute()
}

export async function findSupervision(
  reader: Reader,
  id: SupervisionId,
): Promise<{ readonly leader: PersonId; readonly from: string; readonly until: string | null } | undefined> {
  return reader.db
    .selectFrom('supervision')
    .select(['leader_id as leader', 'valid_from as from', 'valid_to as until'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function endSupervision(writer: Writer, id: SupervisionId, lastDay: string): Promise<void> {
  await writer.db.updateTable('supervision').set({ valid_to: lastDay }).where('id', '=', id).execute()
}
