import { sql } from 'kysely'
import type { AnchorId, CaseStageId, DrawId, ReviewId, RoundId } from '../ids.ts'
import type { AnchorInRoundTable } from '../tables/anchor.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export type AnchorOutcome = AnchorInRoundTable['outcome']

export interface AnchorInRound {
  readonly anchor: AnchorId
  readonly outcome: AnchorOutcome
  /** Null unless `given`. */
  readonly review: ReviewId | null
}

/** Notes what became of a level's anchors; what was left out before may be given now. */
export async function saveAnchorsInRound(
  writer: Writer,
  of: { readonly round: RoundId; readonly level: number },
  anchors: readonly AnchorInRound[],
): Promise<void> {
  if (anchors.length === 0) return
  await writer.db
    .insertInto('anchor_in_round')
    .values(
      anchors.map(({ anchor, outcome, review }) => ({
        round_id: of.round,
        level: of.level,
        anchor_id: anchor,
        outcome,
        review_id: review,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'round_id', 'level', 'anchor_id']).doUpdateSet((update) => ({
        outcome: update.ref('excluded.outcome'),
        review_id: update.ref('excluded.review_id'),
      })),
    )
    .execute()
}

export interface ListedAnchor extends AnchorInRound {
  readonly caseStageId: CaseStageId
  readonly level: number
}

/** What became of the round's anchors, by level. */
export async function listAnchorsInRound(
  reader: PersonalReader,
  round: RoundId,
): Promise<readonly ListedAnchor[]> {
  return reader.db
    .selectFrom('anchor_in_round as i')
    .innerJoin('anchor_case as a', 'a.id', 'i.anchor_id')
    .select([
      'i.anchor_id as anchor',
      'i.level',
      'i.outcome',
      'i.review_id as review',
      'a.case_stage_id as caseStageId',
    ])
    .where('i.round_id', '=', round)
    .orderBy('i.level')
    .orderBy('i.anchor_id')
    .limit(4000)
    .execute()
}

/** Case stages of these that stand in the frame of one of the round's draws. */
export async function listInFrames(
  reader: PersonalReader,
  round: RoundId,
  caseStages: readonly CaseStageId[],
): Promise<ReadonlySet<CaseStageId>> {
  const { rows } = await sql<{ id: CaseStageId }>`
    select distinct d.case_stage_id as id from draw w
    join draw_case d on d.municipality_id = w.municipality_id and d.draw_id = w.id
    where w.round_id = ${round} and d.case_stage_id = any(${caseStages}::uuid[])`.execute(reader.db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Columns that every anchor of a level and its draw's frame have: a column that came or went between an anchor's first
 * review and now would tell one from the other.
 */
export async function listSharedColumns(
  reader: Reader,
  of: { readonly round: RoundId; readonly level: number; readonly draw: DrawId },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    with given as (
      select a.content from anchor_in_round i
      join anchor_case a on a.municipality_id = i.municipality_id and a.id = i.anchor_id
      where i.round_id = ${of.round} and i.level = ${of.level} and i.review_id is not null
    ), drawn as (
      select content from draw_case where draw_id = ${of.draw} and status = 'drawn' limit 100
    )
    select name from given cross join lateral jsonb_object_keys(content->'attributes') name
    group by name having count(*) = (select count(*) from given)
    intersect
    select name from drawn cross join lateral jsonb_object_keys(content->'attributes') name`.execute(
    reader.db,
  )
  return new Set(rows.map(({ name }) => name))
}
