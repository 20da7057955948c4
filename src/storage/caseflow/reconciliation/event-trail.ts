import { sql } from 'kysely'
import type { PersonalReader } from '../../transaction.ts'

/** An event as it stands, with what its earlier registrations said, the newest first. Days are ISO. */
export interface EventTrail {
  readonly caseId: string
  readonly kind: string
  readonly day: string
  readonly moment: Date | null
  /** When what stands was delivered here. */
  readonly recordedAt: Date
  readonly before: readonly {
    readonly day: string
    readonly moment: string | null
    readonly replacedAt: string
  }[]
}

/** Events of some kinds in some cases, the oldest of a case first; at most 5,000. */
export async function listEventTrails(
  reader: PersonalReader,
  cases: readonly string[],
  kinds: readonly string[],
): Promise<readonly EventTrail[]> {
  const { rows } = await sql<EventTrail>`
    select e.case_id as "caseId", e.kind, e.day, e.moment, e.recorded_at as "recordedAt",
      coalesce((select jsonb_agg(jsonb_build_object('day', v.content->>'day', 'moment', v.content->>'moment',
          'replacedAt', v.replaced_at) order by v.version desc)
        from case_event_version v where v.municipality_id = e.municipality_id and v.source_id = e.source_id
          and v.event_key = e.event_key), '[]') as before
    from case_event e
    where e.case_id = any(${cases}::text[]) and e.kind = any(${kinds}::text[])
    order by e.case_id, e.day, e.moment nulls first, e.event_key limit 5000`.execute(reader.db)
  return rows
}
