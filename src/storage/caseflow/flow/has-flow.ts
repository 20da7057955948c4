import { sql } from 'kysely'
import type { Reader } from '../../transaction.ts'

/** Whether there is anything that a report counts. */
export async function hasFlow(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from case_flow) as any`.execute(
    reader.db,
  )
  return rows[0]?.any === true
}
