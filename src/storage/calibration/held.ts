import { sql } from 'kysely'
import type { CalibrationId, ProgrammeVersionId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** A calibration whose answers are open, for a round of the same programme. */
export interface Held {
  readonly id: CalibrationId
  readonly name: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly openedAt: Date
  readonly pairs: number
  readonly agreeing: number
  /** Who handed something in, by level. */
  readonly levels: readonly number[]
  readonly people: number
}

/** The opened calibrations of a programme in any version, up to a moment; the newest first. */
export async function listHeld(reader: Reader, programme: string, until: Date): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select c.id, c.name, c.programme_version_id as "programmeVersionId", c.opened_at as "openedAt", c.pairs, c.agreeing,
      f.levels, f.people
    from calibration as c
      join programme_version as v on v.id = c.programme_version_id
      cross join lateral (
        select coalesce(array_agg(distinct form.level order by form.level), '{}') as levels,
          count(distinct form.person_id)::int as people
        from calibration_form as form
        where form.calibration_id = c.id and form.submitted_at is not null
      ) as f
    where v.key = ${programme} and c.opened_at is not null and c.opened_at <= ${until}
    order by c.opened_at desc, c.id limit 50`.execute(reader.db)
  return rows
}

/** When the programme's round before this one was opened; null: this is its first. */
export async function findRoundBefore(reader: Reader, programme: string, before: Date): Promise<Date | null> {
  const { rows } = await sql<{ openedAt: Date }>`
    select r.opened_at as "openedAt"
    from round as r join programme_version as v on v.id = r.programme_version_id
    where v.key = ${programme} and r.opened_at < ${before}
    order by r.opened_at desc, r.id limit 1`.execute(reader.db)
  return rows[0]?.openedAt ?? null
}
