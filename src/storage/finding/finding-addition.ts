import { sql } from 'kysely'
import { wordsKey } from '../../core/finding/words-key.ts'
import type { FindingAdditionId, FindingId, PersonId, ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/**
 * A reviewer's own words in a review; they become a finding when it is submitted. The same words about the case, of whomever
 * and at whatever level, are one finding, and of one reviewer one addition; what was withdrawn stands again. The case's
 * findings must be held.
 */
export async function saveAddition(
  writer: Writer,
  of: { readonly review: ReviewId; readonly by: PersonId; readonly text: string; readonly at: Date },
): Promise<void> {
  const { review, by, text, at } = of
  const key = wordsKey(text)
  await sql`insert into finding (round_id, case_stage_id, unit_id, stage, words, words_key, added_in, added_by, found_at,
      recorded_at, fallen)
    select r.round_id, r.case_stage_id, r.unit_id, c.stage, ${text}, ${key}, r.id, ${by}, ${at}, ${at}, true
    from review as r join case_stage as c on c.id = r.case_stage_id where r.id = ${review}
    on conflict (municipality_id, round_id, case_stage_id, words_key) where words_key is not null do nothing`.execute(
    writer.db,
  )
  await sql`insert into finding_addition (finding_id, review_id, person_id, text, at)
    select f.id, r.id, ${by}, ${text}, ${at}
    from review as r join finding as f on f.round_id = r.round_id and f.case_stage_id = r.case_stage_id
    where r.id = ${review} and f.words_key = ${key}
    on conflict (municipality_id, finding_id, review_id, person_id) do update
      set text = excluded.text, at = excluded.at, withdrawn_at = null
      where finding_addition.withdrawn_at is not null`.execute(writer.db)
}

export interface Addition {
  readonly id: FindingAdditionId
  readonly text: string
  readonly at: Date
  /** The person who asks has written it. */
  readonly own: boolean
  /** It stands or stood behind its finding, and somebody has done something about that. */
  readonly actedOn: boolean
}

const additions = sql`a.id, a.text, a.at`
// A review that is sent back for correction has lost its source for the time being; what was done stays done.
const actedOn = sql`f.version > 1 and exists (select from finding_source as s
  where s.finding_id = f.id and s.review_id = a.review_id)`

/** Of an open review only one's own words: two who answer apart do not read each other before both have handed in. */
export async function listAdditions(
  reader: PersonalReader,
  review: ReviewId,
  person: PersonId,
): Promise<readonly Addition[]> {
  const { rows } = await sql<Addition>`
    select ${additions}, a.person_id = ${person} as own, ${actedOn} as "actedOn"
    from finding_addition as a join finding as f on f.id = a.finding_id join review as r on r.id = a.review_id
    where a.review_id = ${review} and a.withdrawn_at is null and (a.person_id = ${person} or r.state = 'submitted')
    order by a.at, a.id limit 200`.execute(reader.db)
  return rows
}

/** What a person has added to a review and not withdrawn; its finding is held, so that nobody acts on it meanwhile. */
export async function holdAddition(
  reader: Reader,
  {
    id,
    review,
    person,
  }: { readonly id: FindingAdditionId; readonly review: ReviewId; readonly person: PersonId },
): Promise<(Pick<Addition, 'actedOn'> & { readonly finding: FindingId }) | undefined> {
  await sql`select from finding as f join finding_addition as a on a.finding_id = f.id
    where a.id = ${id} for no key update of f`.execute(reader.db)
  const { rows } = await sql<{ finding: FindingId; actedOn: boolean }>`
    select f.id as finding, ${actedOn} as "actedOn" from finding_addition as a join finding as f on f.id = a.finding_id
    where a.id = ${id} and a.review_id = ${review} and a.person_id = ${person} and a.withdrawn_at is null`.execute(
    reader.db,
  )
  return rows[0]
}

/** The row stays: what was added, and when it was taken back. */
export async function withdrawAddition(writer: Writer, id: FindingAdditionId, at: Date): Promise<void> {
  await sql`update finding_addition set withdrawn_at = ${at} where id = ${id}`.execute(writer.db)
}
