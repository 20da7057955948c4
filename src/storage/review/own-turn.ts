import { sql, type RawBuilder } from 'kysely'

/**
 * Whether each of two fills a form of their own in `r`. Once what they merged was sent back they correct it together, in
 * the level's form: what each had said first stands for ever.
 */
export const inOwnForms: RawBuilder<boolean> = sql<boolean>`(r.apart and not exists (
  select from review_submission as sent where sent.review_id = r.id))`

/** Whether everybody but `person` who reviews `r`, a review in two forms, has handed in theirs. */
export function colleaguesReady(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(not ${inOwnForms} or not exists (
    select from (values (r.assigned_to), (r.assigned_with)) as other (person)
    where other.person is not null and other.person is distinct from ${person}
      and not exists (select from own_review as o
        where o.review_id = r.id and o.person_id = other.person and o.submitted_at is not null)))`
}

/** Whether `person` has handed in their own form of `r`, so that the review waits for their colleague. */
export function waitsForColleague(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${inOwnForms} and exists (select from own_review as mine
      where mine.review_id = r.id and mine.person_id = ${person} and mine.submitted_at is not null)
    and not ${colleaguesReady(person)})`
}
