import { sql } from 'kysely'
import type { PersonId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface ReviewAfterRole {
  readonly review: ReviewId
  readonly person: PersonId
  readonly programmeVersionId: ProgrammeVersionId
  readonly level: number
  /** The roles they hold on the day that reach the review's unit. */
  readonly roles: readonly string[]
}

/** Open reviews of people one of whose roles has ended, with the roles they still hold there: at most 500 at a time. */
export async function listReviewsAfterRole(
  reader: Reader,
  today: string,
): Promise<readonly ReviewAfterRole[]> {
  const { rows } = await sql<ReviewAfterRole>`
    select r.id as review, who.person, round.programme_version_id as "programmeVersionId", r.level,
      array(select a.role from role_assignment as a where a.person_id = who.person
        and (a.unit_id is null or a.unit_id = r.unit_id) and a.valid_from <= ${today}
        and coalesce(a.valid_to, 'infinity') >= ${today} order by a.role) as roles
    from review as r
      join round on round.id = r.round_id and round.state <> 'closed'
      cross join lateral (values (r.assigned_to), (r.assigned_with)) as who (person)
    where r.state in ('assigned', 'in-progress') and who.person is not null
      and exists (select from role_assignment as a where a.person_id = who.person and a.valid_to < ${today})
    order by r.id, who.person
    limit 500`.execute(reader.db)
  return rows
}
