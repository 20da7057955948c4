import { sql } from 'kysely'
import type { DisputeOutcome } from '../../core/review/feedback.ts'
import type { FeedbackReplyId, PersonId, ProgrammeVersionId, ReviewId, RoundId, UnitId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface Dispute {
  readonly id: FeedbackReplyId
  readonly review: ReviewId
  readonly roundId: RoundId
  readonly roundKey: string
  readonly roundClosed: boolean
  readonly programmeVersionId: ProgrammeVersionId
  readonly unitId: UnitId
  readonly unit: string
  readonly caseId: string
  readonly stage: string
  readonly completed: string
  readonly question: string
  readonly at: Date
  readonly by: PersonId
  readonly byName: string
  readonly words: string
  /** What the review says to the point; null while it is being corrected. */
  readonly comment: string | null
  readonly outcome: DisputeOutcome | null
  readonly outcomeWords: string | null
  readonly outcomeAt: Date | null
  /** The person who asks leads the one who disputes, or did since the case stage began. */
  readonly led: boolean
  /** The person who asks took part in the case stage. */
  readonly tookPart: boolean
  /** The person who asks has reviewed the case in that round, at whatever level. */
  readonly reviewed: boolean
}

function selectDisputes(reader: PersonalReader, person: PersonId) {
  return reader.db
    .selectFrom('feedback_reply as y')
    .innerJoin('review as r', 'r.id', 'y.review_id')
    .innerJoin('round as o', 'o.id', 'r.round_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('case_stage as c', 'c.id', 'r.case_stage_id')
    .innerJoin('person as p', 'p.id', 'y.person_id')
    .innerJoin('draw_case as d', (join) =>
      join.onRef('d.draw_id', '=', 'r.draw_id').onRef('d.case_stage_id', '=', 'r.case_stage_id'),
    )
    .leftJoin('review_answer as a', (join) =>
      join
        .onRef('a.review_id', '=', 'y.review_id')
        .onRef('a.question_key', '=', 'y.question_key')
        .on('r.state', '=', 'submitted'),
    )
    .leftJoin('feedback_outcome as e', 'e.reply_id', 'y.id')
    .select([
      'y.id',
      'r.id as review',
      'r.round_id as roundId',
      'o.key as roundKey',
      sql<boolean>`o.state = 'closed'`.as('roundClosed'),
      'o.programme_version_id as programmeVersionId',
      'r.unit_id as unitId',
      'u.name as unit',
      'd.case_id as caseId',
      'd.stage',
      sql<string>`d.content->>'completed'`.as('completed'),
      'y.question_key as question',
      'y.at',
      'y.person_id as by',
      'p.name as byName',
      sql<string>`y.words`.as('words'),
      'a.comment',
      'e.outcome',
      'e.words as outcomeWords',
      'e.at as outcomeAt',
      leads(person).as('led'),
      sql<boolean>`exists (select from case_stage_participant as t
        where t.case_stage_id = r.case_stage_id and t.person_id = ${person})`.as('tookPart'),
      sql<boolean>`exists (select from review as own
        where own.round_id = r.round_id and own.case_stage_id = r.case_stage_id
          and ${person} in (own.assigned_to, own.assigned_with))`.as('reviewed'),
    ])
    .where('y.kind', '=', 'disputed')
}

/** Of `p` the initials, of `c` the start: somebody leads them now, or did at any time since the case stage began. */
function leads(person: PersonId) {
  return sql<boolean>`exists (select from supervision as s
    where s.leader_id = ${person} and s.caseworker = p.initials
      and coalesce(s.valid_to >= s.valid_from, true) and coalesce(s.valid_to, 'infinity') >= c.started)`
}

/** Which disputes somebody may see. */
export interface DisputeReach {
  /** Of the people they lead. */
  readonly led: boolean
  readonly units: readonly UnitId[]
  /** All that ended with a request for correction. */
  readonly corrections: boolean
}

/** The disputes within reach: the unanswered first, the oldest of them first, then the answered, the newest first. */
export async function listDisputes(
  reader: PersonalReader,
  person: PersonId,
  reach: DisputeReach,
): Promise<readonly Dispute[]> {
  return selectDisputes(reader, person)
    .where(within(person, reach))
    .orderBy(sql`e.at is not null`)
    .orderBy(sql`e.at desc nulls first`)
    .orderBy('y.at')
    .orderBy('y.id')
    .limit(200)
    .execute()
}

export async function findDispute(
  reader: PersonalReader,
  id: FeedbackReplyId,
  person: PersonId,
  reach: DisputeReach,
): Promise<Dispute | undefined> {
  return selectDisputes(reader, person).where('y.id', '=', id).where(within(person, reach)).executeTakeFirst()
}

function within(person: PersonId, { led, units, corrections }: DisputeReach) {
  return sql<boolean>`(r.unit_id = any(${[...units]}::uuid[])
    or (${corrections}::boolean and e.outcome = 'changed')
    or (${led}::boolean and ${leads(person)}))`
}

/** Who leads somebody on a day. */
export async function listLeadersOf(
  reader: PersonalReader,
  person: PersonId,
  today: string,
): Promise<readonly PersonId[]> {
  const rows = await reader.db
    .selectFrom('supervision as s')
    .innerJoin('person as p', 'p.initials', 's.caseworker')
    .select('s.leader_id as leader')
    .distinct()
    .where('p.id', '=', person)
    .where('s.valid_from', '<=', today)
    .where(sql<boolean>`coalesce(s.valid_to, 'infinity') >= ${today}::date`)
    .orderBy('s.leader_id')
    .limit(50)
    .execute()
  return rows.map(({ leader }) => leader)
}

/** Ends a dispute. False when it has ended already. */
export async function saveOutcome(
  writer: Writer,
  of: {
    readonly dispute: FeedbackReplyId
    readonly by: PersonId
    readonly at: Date
    readonly outcome: DisputeOutcome
    readonly words: string
  },
): Promise<boolean> {
  const saved = await writer.db
    .insertInto('feedback_outcome')
    .values({
      reply_id: of.dispute,
      person_id: of.by,
      at: of.at,
      outcome: of.outcome,
      words: of.words,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('reply_id')
    .execute()
  return saved.length > 0
}
