import { sql } from 'kysely'
import type { PersonId, ReviewId } from '../ids.ts'
import type { Reader } from '../transaction.ts'
import { waitsForColleague } from './own-turn.ts'

export interface Reminder {
  readonly review: ReviewId
  readonly person: PersonId
  readonly dueOn: string
}

/**
 * Open reviews due between two days with the reviewers who are not away, where they have not been told with `once`: an
 * expression over `r`, the review.
 */
async function listUntold(
  reader: Reader,
  kind: 'review-due' | 'review-overdue',
  {
    from,
    until,
    today,
    once,
  }: { from: string; until: string; today: string; once: ReturnType<typeof sql<string>> },
): Promise<readonly (Reminder & { readonly once: string })[]> {
  const { rows } = await sql<Reminder & { once: string }>`
    select r.id as review, who.person, r.due_on as "dueOn", ${once} as once
    from review as r
      join round on round.id = r.round_id and round.state <> 'closed'
      cross join lateral (values (r.assigned_to), (r.assigned_with)) as who (person)
    where r.state in ('assigned', 'in-progress') and who.person is not null
      and not ${waitsForColleague(sql`who.person`)}
      and r.due_on between ${from}::date and ${until}::date
      and not exists (select from absence as a where a.person_id = who.person and a.taken_back_at is null
        and ${today}::date between a.valid_from and a.valid_to)
      and not exists (select from notification as n where n.person_id = who.person and n.kind = ${kind}
        and n.subject_id = r.id and n.once = ${once})
    order by who.person, r.due_on, r.id
    limit 2000`.execute(reader.db)
  return rows
}

/** Whom to tell that a review is due soon: once for each day it is due on. */
export function listDueSoon(reader: Reader, today: string, until: string) {
  return listUntold(reader, 'review-due', { from: today, until, today, once: sql<string>`r.due_on::text` })
}

/** Whom to tell that a review is overdue: the day after, and then once a week. */
export function listOverdue(reader: Reader, today: string, yesterday: string) {
  return listUntold(reader, 'review-overdue', {
    from: '1900-01-01',
    until: yesterday,
    today,
    once: sql<string>`r.due_on::text || ' +' || ((${today}::date - r.due_on - 1) / 7)::text`,
  })
}
