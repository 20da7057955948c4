import { sql } from 'kysely'
import type { DuePlan } from '../../core/review/due-dates.ts'
import type { PersonId, ReviewId, RoundId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

/** What was chosen for a round's levels; a level that is not named has the usual plan. */
export async function listDuePlans(reader: Reader, round: RoundId): Promise<ReadonlyMap<number, DuePlan>> {
  const rows = await reader.db
    .selectFrom('due_plan')
    .select(['level', 'days', 'spread'])
    .where('round_id', '=', round)
    .limit(100)
    .execute()
  return new Map(rows.map(({ level, days, spread }) => [level, { days, spread }]))
}

export async function saveDuePlan(
  writer: Writer,
  of: { readonly round: RoundId; readonly level: number },
  { days, spread }: DuePlan,
): Promise<void> {
  await writer.db
    .insertInto('due_plan')
    .values({ round_id: of.round, level: of.level, days, spread })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'round_id', 'level']).doUpdateSet({ days, spread }),
    )
    .execute()
}

export interface OpenReview {
  readonly id: ReviewId
  readonly assignedTo: PersonId | null
  readonly assignedWith: PersonId | null
  readonly dueOn: string | null
}

/** A level's open reviews by id, which is chance: no order of theirs tells anything. Held until the transaction ends. */
export async function holdOpenReviews(
  reader: Reader,
  of: { readonly round: RoundId; readonly level: number },
): Promise<readonly OpenReview[]> {
  return reader.db
    .selectFrom('review')
    .select(['id', 'assigned_to as assignedTo', 'assigned_with as assignedWith', 'due_on as dueOn'])
    .where('round_id', '=', of.round)
    .where('level', '=', of.level)
    .where('state', 'in', ['assigned', 'in-progress'])
    .orderBy('id')
    .limit(20_000)
    .forNoKeyUpdate()
    .execute()
}

export async function saveDueDates(writer: Writer, days: ReadonlyMap<string, string>): Promise<void> {
  if (days.size === 0) return
  await sql`update review as r set due_on = d.day
    from unnest(${[...days.keys()]}::uuid[], ${[...days.values()]}::date[]) as d (id, day)
    where r.id = d.id`.execute(writer.db)
}

/** Levels of rounds under way that have open reviews nobody has set a day for, with the day of their draw. */
export async function listLevelsWithoutDue(
  reader: Reader,
): Promise<readonly { readonly round: RoundId; readonly level: number; readonly drawnAt: Date }[]> {
  const { rows } = await sql<{ round: RoundId; level: number; drawnAt: Date }>`
    select r.round_id as round, r.level, max(draw.drawn_at) as "drawnAt"
    from review as r join round on round.id = r.round_id and round.state <> 'closed'
      join draw on draw.id = r.draw_id and draw.drawn_at is not null
    where r.state in ('assigned', 'in-progress') and r.due_on is null
    group by r.round_id, r.level order by r.round_id, r.level limit 100`.execute(reader.db)
  return rows
}
