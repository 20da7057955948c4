import { sql } from 'kysely'
import type { DifferenceMove, DifferenceMoveKind, DifferenceReason } from '../../core/review/difference.ts'
import type { PersonId, ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

/** Two levels' reviews of a case; `review` is the higher level's. */
export interface PairIds {
  readonly review: ReviewId
  readonly below: ReviewId
}

export interface StoredMove extends DifferenceMove {
  readonly question: string
  readonly reason: DifferenceReason | null
  readonly consensus: string | null
  readonly note: string | null
  readonly by: string
  readonly at: Date
}

/** Everything said to the differences between two reviews, in the order it was said. */
export async function listMoves(
  reader: PersonalReader,
  { review, below }: PairIds,
): Promise<readonly StoredMove[]> {
  return reader.db
    .selectFrom('difference_move as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select([
      'm.id',
      'm.question_key as question',
      'm.kind',
      'm.reason',
      'm.consensus',
      'm.own_answer as own',
      'm.below_answer as below',
      'm.note',
      'p.name as by',
      'm.at',
    ])
    .where('m.review_id', '=', review)
    .where('m.below_id', '=', below)
    .orderBy('m.id')
    .limit(5000)
    .execute()
}

/** Until the transaction ends nobody else settles anything between these two reviews, and neither is sent back. */
export async function holdPair(reader: PersonalReader, { review, below }: PairIds): Promise<void> {
  await sql`select from review where id in (${review}, ${below}) order by id for update`.execute(reader.db)
}

export interface NewMove extends PairIds {
  readonly question: string
  readonly kind: DifferenceMoveKind
  readonly reason: DifferenceReason | null
  readonly consensus: string | null
  readonly ownAnswer: string | null
  readonly belowAnswer: string | null
  readonly note: string | null
  readonly by: PersonId
}

export async function saveMove(writer: Writer, move: NewMove): Promise<void> {
  await writer.db
    .insertInto('difference_move')
    .values({
      review_id: move.review,
      below_id: move.below,
      question_key: move.question,
      person_id: move.by,
      kind: move.kind,
      reason: move.reason,
      consensus: move.consensus,
      own_answer: move.ownAnswer,
      below_answer: move.belowAnswer,
      note: move.note,
    })
    .execute()
}

/** What two levels agreed on about a question: a value of its own beside their two answers. */
export interface Consensus {
  readonly caseId: string
  readonly stage: string
  /** The unit on the day of the draw, by its name today. */
  readonly unit: string
  readonly level: number
  readonly levelBelow: number
  readonly question: string
  readonly own: string | null
  readonly below: string | null
  readonly reason: DifferenceReason
  readonly consensus: string
}

/**
 * A round's consensus values: where the newest proposal about the answers as they stand was agreed to by the newest reply.
 */
export async function listConsensus(reader: PersonalReader, round: RoundId): Promise<readonly Consensus[]> {
  const { rows } = await sql<Consensus>`
    with proposed as (
      select distinct on (m.review_id, m.below_id, m.question_key) m.* from difference_move m
      join review r on r.id = m.review_id and r.round_id = ${round}
      where m.kind = 'proposed' order by m.review_id, m.below_id, m.question_key, m.id desc
    ), replied as (
      select distinct on (p.id) p.id, m.kind from proposed p
      join difference_move m on m.review_id = p.review_id and m.below_id = p.below_id
        and m.question_key = p.question_key and m.id > p.id
      order by p.id, m.id desc
    )
    select d.case_id as "caseId", d.stage, u.name as unit, r.level, b.level as "levelBelow", p.question_key as question,
      p.own_answer as own, p.below_answer as below, p.reason, p.consensus
    from proposed p
    join replied on replied.id = p.id and replied.kind = 'agreed'
    join review r on r.id = p.review_id and r.state = 'submitted'
    join review b on b.id = p.below_id and b.state = 'submitted'
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.drawn_case_stage_id
    join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
    left join review_answer o on o.review_id = r.id and o.question_key = p.question_key
    left join review_answer a on a.review_id = b.id and a.question_key = p.question_key
    where coalesce(o.answer, o.value, o.derived_value) is not distinct from p.own_answer
      and coalesce(a.answer, a.value, a.derived_value) is not distinct from p.below_answer
    order by r.level, d.stage, d.case_id, p.question_key`.execute(reader.db)
  return rows
}
