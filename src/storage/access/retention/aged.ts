import { sql } from 'kysely'
import type { AgedKind } from '../../../core/access/retention/kinds.ts'
import type { Writer } from '../../transaction.ts'

/** Deletes what is older than the day; returns the number of rows. */
export async function eraseAged(writer: Writer, kind: AgedKind, before: string): Promise<number> {
  const day = sql`(${before}::date::timestamp at time zone 'Europe/Copenhagen')`
  const run = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await statement.execute(writer.db)).numAffectedRows ?? 0)
  const erase: Readonly<Record<AgedKind, () => Promise<number>>> = {
    mail: () =>
      run(sql`delete from mail where created_at < ${day} and (sent_at is not null or failure is not null)`),
    notifications: () => run(sql`delete from notification where created_at < ${day}`),
    imports: async () =>
      (await run(sql`with gone as (
            update import_batch set state = 'discarded' where state = 'previewed' and created_at < ${day}
            returning municipality_id, id)
          delete from import_row r using gone where r.municipality_id = gone.municipality_id and r.batch_id = gone.id`)) +
      (await run(sql`with gone as (
            update event_import set state = 'discarded' where state = 'previewed' and created_at < ${day}
            returning municipality_id, id)
          delete from event_import_row r using gone where r.municipality_id = gone.municipality_id and r.batch_id = gone.id`)),
    sessions: () =>
      run(sql`delete from sealed.session
        where municipality_id = (select sealed.current_municipality()) and expires_at < ${day}`),
  }
  return erase[kind]()
}
