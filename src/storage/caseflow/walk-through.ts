import { sql } from 'kysely'
import type {
  AgreementOutcome,
  WalkThroughParticipant,
} from '../../core/caseflow/walk-through/walk-through.ts'
import type { AgreementId, PersonId, UnitId, WalkThroughId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface WalkThroughHead {
  readonly id: WalkThroughId
  readonly caseId: string
  readonly unit: UnitId
  readonly version: number
  readonly closedAt: Date | null
}

/** `hold`: until the transaction ends nobody else writes in it. */
export async function findWalkThrough(
  reader: Reader,
  id: WalkThroughId,
  { hold = false } = {},
): Promise<WalkThroughHead | undefined> {
  let query = reader.db
    .selectFrom('walk_through')
    .select(['id', 'case_id as caseId', 'unit_id as unit', 'version', 'closed_at as closedAt'])
    .where('id', '=', id)
  if (hold) query = query.forNoKeyUpdate()
  return query.executeTakeFirst()
}

export interface StoredWalkThrough extends WalkThroughHead {
  readonly unitName: string
  readonly day: string
  readonly participants: readonly WalkThroughParticipant[]
  readonly notes: string
  readonly openedBy: string | null
  readonly closedBy: string | null
}

/** Of a case: the open one first, then the newest; at most 120, ten years of months. */
export async function listWalkThroughsOf(
  reader: PersonalReader,
  caseId: string,
): Promise<readonly StoredWalkThrough[]> {
  return reader.db
    .selectFrom('walk_through as w')
    .innerJoin('unit as u', 'u.id', 'w.unit_id')
    .leftJoin('person as opener', 'opener.id', 'w.opened_by')
    .leftJoin('person as closer', 'closer.id', 'w.closed_by')
    .select([
      'w.id',
      'w.case_id as caseId',
      'w.unit_id as unit',
      'w.version',
      'w.closed_at as closedAt',
      'u.name as unitName',
      'w.held_on as day',
      'w.participants',
      'w.notes',
      'opener.name as openedBy',
      'closer.name as closedBy',
    ])
    .where('w.case_id', '=', caseId)
    .orderBy(sql`w.closed_at is not null`)
    .orderBy('w.held_on', 'desc')
    .orderBy('w.opened_at', 'desc')
    .orderBy('w.id')
    .limit(120)
    .execute()
}

/** False: one is open already. */
export async function insertWalkThrough(
  writer: Writer,
  one: {
    readonly id: WalkThroughId
    readonly caseId: string
    readonly unit: UnitId
    readonly day: string
    readonly participants: readonly WalkThroughParticipant[]
    readonly by: PersonId | null
    readonly at: Date
  },
): Promise<boolean> {
  const row = await writer.db
    .insertInto('walk_through')
    .values({
      id: one.id,
      case_id: one.caseId,
      unit_id: one.unit,
      held_on: one.day,
      participants: toJson(one.participants),
      opened_by: one.by,
      opened_at: one.at,
      closed_by: null,
      closed_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'case_id']).where('closed_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The new version. The walk-through must be held. */
export async function saveWalkThrough(
  writer: Writer,
  id: WalkThroughId,
  { day, participants, notes }: Readonly<Pick<StoredWalkThrough, 'day' | 'participants' | 'notes'>>,
): Promise<number> {
  const { version } = await writer.db
    .updateTable('walk_through')
    .set(({ eb }) => ({
      held_on: day,
      participants: toJson(participants),
      notes,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function closeWalkThrough(
  writer: Writer,
  id: WalkThroughId,
  { by, at }: { readonly by: PersonId | null; readonly at: Date },
): Promise<void> {
  await writer.db
    .updateTable('walk_through')
    .set({ closed_by: by, closed_at: at })
    .where('id', '=', id)
    .execute()
}

export interface StoredAddition {
  readonly walkThrough: WalkThroughId
  readonly text: string
  readonly by: string | null
  readonly at: Date
}

/** What was added to closed walk-throughs, the first first. */
export async function listAdditions(
  reader: PersonalReader,
  ids: readonly WalkThroughId[],
): Promise<readonly StoredAddition[]> {
  if (ids.length === 0) return []
  return reader.db
    .selectFrom('walk_through_addition as a')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.walk_through_id as walkThrough', 'a.text', 'p.name as by', 'a.at'])
    .where('a.walk_through_id', 'in', [...ids])
    .orderBy('a.id')
    .limit(2000)
    .execute()
}

export async function insertAddition(
  writer: Writer,
  id: WalkThroughId,
  { text, by, at }: { readonly text: string; readonly by: PersonId | null; readonly at: Date },
): Promise<void> {
  await writer.db
    .insertInto('walk_through_addition')
    .values({ walk_through_id: id, text, person_id: by, at })
    .execute()
}

export interface AgreementText {
  readonly text: string
  readonly who: WalkThroughParticipant
  readonly dueOn: string
}

export interface StoredOutcome {
  readonly n: number
  readonly outcome: AgreementOutcome
  readonly note: string | null
  readonly by: string | null
  /** ISO moment. */
  readonly at: string
}

export interface StoredAgreement extends AgreementText {
  readonly id: AgreementId
  readonly walkThrough: WalkThroughId
  readonly whoId: PersonId | null
  readonly version: number
  /** The first first. */
  readonly outcomes: readonly StoredOutcome[]
}

interface AgreementRow extends Omit<StoredAgreement, 'who'> {
  readonly whoName: string
}

const agreementColumns = sql`a.id, a.walk_through_id as "walkThrough", a.text, a.who_id as "whoId", a.who as "whoName",
  a.due_on as "dueOn", a.version,
  coalesce((select jsonb_agg(jsonb_build_object('n', o.n, 'outcome', o.outcome, 'note', o.note, 'by', p.name, 'at', o.at)
      order by o.n)
    from walk_through_outcome o left join person p on p.id = o.person_id where o.agreement_id = a.id), '[]') as outcomes`

function toAgreement({ whoName, ...row }: AgreementRow): StoredAgreement {
  return { ...row, who: { person: row.whoId, name: whoName } }
}

/** The agreements of some walk-throughs, in the order they were written. */
export async function listAgreements(
  reader: PersonalReader,
  ids: readonly WalkThroughId[],
): Promise<readonly StoredAgreement[]> {
  const { rows } = await sql<AgreementRow>`
    select ${agreementColumns} from walk_through_agreement a
    where a.walk_through_id = any(${ids}::uuid[])
    order by a.written_at, a.id limit 5000`.execute(reader.db)
  return rows.map(toAgreement)
}

export async function findAgreement(
  reader: PersonalReader,
  id: AgreementId,
): Promise<StoredAgreement | undefined> {
  const { rows } = await sql<AgreementRow>`
    select ${agreementColumns} from walk_through_agreement a where a.id = ${id}`.execute(reader.db)
  return rows[0] && toAgreement(rows[0])
}

/** The walk-through of an agreement. */
export async function findWalkThroughOf(
  reader: Reader,
  id: AgreementId,
): Promise<{ readonly walkThrough: WalkThroughId; readonly whoId: PersonId | null } | undefined> {
  return reader.db
    .selectFrom('walk_through_agreement')
    .select(['walk_through_id as walkThrough', 'who_id as whoId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertAgreement(
  writer: Writer,
  {
    id,
    walkThrough,
    text,
    who,
    whoId,
    dueOn,
    by,
    at,
  }: AgreementText & {
    readonly id: AgreementId
    readonly walkThrough: WalkThroughId
    readonly whoId: PersonId | null
    readonly by: PersonId | null
    readonly at: Date
  },
): Promise<void> {
  await writer.db
    .insertInto('walk_through_agreement')
    .values({
      id,
      walk_through_id: walkThrough,
      text,
      who_id: whoId,
      who: who.name,
      due_on: dueOn,
      written_by: by,
      written_at: at,
    })
    .execute()
}

/** The new version. The walk-through must be held. */
export async function saveAgreement(
  writer: Writer,
  id: AgreementId,
  { text, who, whoId, dueOn }: AgreementText & { readonly whoId: PersonId | null },
): Promise<number> {
  const { version } = await writer.db
    .updateTable('walk_through_agreement')
    .set(({ eb }) => ({ text, who_id: whoId, who: who.name, due_on: dueOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** False: somebody else said the `n`th thing of it first. */
export async function insertOutcome(
  writer: Writer,
  agreement: AgreementId,
  {
    n,
    outcome,
    note,
    by,
    at,
  }: Pick<StoredOutcome, 'n' | 'outcome' | 'note'> & { readonly by: PersonId | null; readonly at: Date },
): Promise<boolean> {
  const row = await writer.db
    .insertInto('walk_through_outcome')
    .values({ agreement_id: agreement, n, outcome, note, person_id: by, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('n')
    .executeTakeFirst()
  return row !== undefined
}
