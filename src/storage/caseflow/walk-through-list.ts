import { sql } from 'kysely'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import type { PersonId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

/** Who has a case now. */
export interface CaseHolder {
  readonly caseId: string
  /** Null: the source names a unit that there is not. */
  readonly unitId: UnitId | null
  readonly unit: string
  /** The case system's code; '' where nobody says. */
  readonly caseworker: string
}

/** By the newest event that says so, else by the newest step in the register, as deadlines are judged. `c` names the case. */
const holderColumns = sql`
  coalesce((select e.unit from case_event e where e.case_id = c.case_id and e.unit <> ''
    order by e.day desc, e.moment desc nulls last, e.event_key desc limit 1),
    (select u.name from case_stage s join unit u on u.id = s.unit_id where s.case_id = c.case_id
    order by s.started desc, s.id limit 1), '') as unit,
  coalesce((select e.caseworker from case_event e where e.case_id = c.case_id and e.caseworker <> ''
    order by e.day desc, e.moment desc nulls last, e.event_key desc limit 1),
    (select s.caseworker from case_stage s where s.case_id = c.case_id order by s.started desc, s.id limit 1), '')
    as caseworker`

/** As units are told apart in files: without case, spaces, hyphens and underscores. */
const comparable = (name: string) => sql`regexp_replace(lower(${sql.ref(name)}), '[\\s_-]+', '', 'g')`

/** Undefined: nothing has happened in such a case. */
export async function findCaseHolder(reader: Reader, caseId: string): Promise<CaseHolder | undefined> {
  const { rows } = await sql<CaseHolder>`
    select c.case_id as "caseId", u.id as "unitId", c.unit, c.caseworker
    from (select c.case_id, ${holderColumns} from (select ${caseId}::text as case_id) c
      where exists (select from case_event e where e.case_id = ${caseId})) c
    left join unit u on ${comparable('u.name')} = ${comparable('c.unit')}
    order by u.id limit 1`.execute(reader.db)
  return rows[0]
}

/** Cases with an event that names the unit or with a deadline there, and that nobody else has had since. */
export async function listCasesOfUnit(
  reader: PersonalReader,
  unit: { readonly id: UnitId; readonly name: string },
): Promise<readonly CaseHolder[]> {
  const { rows } = await sql<CaseHolder>`
    with named as (
      select name from unit where id = ${unit.id}
      union select distinct d.unit from case_deadline d where d.unit_id = ${unit.id} and d.unit <> ''),
    candidate as (
      select d.case_id from case_deadline d where d.unit_id = ${unit.id}
      union select e.case_id from case_event e where e.unit <> '' and e.unit in (select name from named))
    select h.case_id as "caseId", ${unit.id}::uuid as "unitId", h.unit, h.caseworker
    from (select c.case_id, ${holderColumns} from candidate c) h
    where ${comparable('h.unit')} = regexp_replace(lower(${unit.name}::text), '[\\s_-]+', '', 'g')
    order by h.case_id limit 50000`.execute(reader.db)
  return rows
}

type PhaseEvent = Pick<CaseEvent, 'kind' | 'day' | 'child' | 'attributes'>

/** What of some cases' events tells whether they run, in the order that deadlines are judged in. */
export async function listPhaseEvents(
  reader: PersonalReader,
  cases: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlyMap<string, readonly PhaseEvent[]>> {
  const { rows } = await sql<{ caseId: string; kind: string; day: number; child: string; measure: string }>`
    select e.case_id as "caseId", e.kind, e.day - date '1970-01-01' as day, coalesce(e.child_id::text, '') as child,
      coalesce(e.attributes ->> 'measure', '') as measure
    from case_event e where e.case_id = any(${cases}::text[]) and e.kind = any(${kinds}::text[])
    order by e.case_id, e.day, e.moment nulls first, e.event_key`.execute(reader.db)
  const found = new Map<string, PhaseEvent[]>()
  for (const { caseId, measure, ...event } of rows) {
    const list = found.get(caseId) ?? []
    if (list.length === 0) found.set(caseId, list)
    list.push({ ...event, attributes: measure === '' ? {} : { measure } })
  }
  return found
}

export interface CaseLoad {
  readonly caseId: string
  readonly overdue: number
  readonly overdueSince: Date | null
  readonly next: Date | null
}

/** Deadlines not done of some cases: how many have passed, since when, and when the next one ends. */
export async function listCaseLoads(
  reader: PersonalReader,
  cases: readonly string[],
  now: Date,
): Promise<readonly CaseLoad[]> {
  const { rows } = await sql<CaseLoad>`
    select d.case_id as "caseId", count(*) filter (where d.ends_at <= ${now})::int as overdue,
      min(d.ends_at) filter (where d.ends_at <= ${now}) as "overdueSince",
      min(d.ends_at) filter (where d.ends_at > ${now}) as next
    from case_deadline d where d.case_id = any(${cases}::text[]) and d.verdict = 'pending'
    group by d.case_id order by d.case_id`.execute(reader.db)
  return rows
}

export interface CaseWalks {
  readonly caseId: string
  /** ISO day of the newest that is closed; null: none. */
  readonly lastWalked: string | null
  readonly begun: boolean
  readonly lateAgreements: number
}

/** What the walk-throughs of some cases have come to. */
export async function listCaseWalks(
  reader: PersonalReader,
  cases: readonly string[],
  today: string,
): Promise<readonly CaseWalks[]> {
  const { rows } = await sql<CaseWalks>`
    select w.case_id as "caseId", max(w.held_on) filter (where w.closed_at is not null) as "lastWalked",
      bool_or(w.closed_at is null) as begun,
      coalesce(sum((select count(*) from walk_through_agreement a where a.walk_through_id = w.id
        and a.due_on < ${today}::date and ${isOpenAgreement})), 0)::int as "lateAgreements"
    from walk_through w where w.case_id = any(${cases}::text[])
    group by w.case_id order by w.case_id`.execute(reader.db)
  return rows
}

/** `a` names the agreement. */
const isOpenAgreement = sql`coalesce((select o.outcome from walk_through_outcome o where o.agreement_id = a.id
  order by o.n desc limit 1), 'reopened') = 'reopened'`

export interface MyAgreement {
  readonly caseId: string
  readonly dueOn: string
}

/** What was agreed that a person does and that is open, in cases that are theirs or that one of these units has now; by day. */
export async function listMyAgreements(
  reader: PersonalReader,
  person: PersonId,
  { units, initials }: { readonly units: readonly UnitId[]; readonly initials: string },
): Promise<readonly MyAgreement[]> {
  const { rows } = await sql<MyAgreement>`
    select w.case_id as "caseId", a.due_on as "dueOn"
    from walk_through_agreement a join walk_through w on w.id = a.walk_through_id
      cross join lateral (select ${holderColumns} from (select w.case_id) c) h
    where a.who_id = ${person} and ${isOpenAgreement}
      and ((h.caseworker = ${initials} and h.caseworker <> '')
        or exists (select from unit u where u.id = any(${units}::uuid[]) and ${comparable('u.name')} = ${comparable('h.unit')}))
    order by a.due_on, a.id limit 1000`.execute(reader.db)
  return rows
}
