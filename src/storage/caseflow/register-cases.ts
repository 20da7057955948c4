import { sql } from 'kysely'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import {
  approvingRoles,
  shownKinds,
  type ApprovingRole,
  type Register,
  type SteppedRegister,
} from '../../core/caseflow/registers/register.ts'
import { comparable } from '../../core/tabular/column-names.ts'
import type { ChildId, PersonId, RegisterEntryId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** Who has a case: what its newest event says, or else the register of case stages. */
export interface CaseHolder {
  readonly caseId: string
  /** Null: the name that the source gives is none of ours. */
  readonly unitId: UnitId | null
  readonly unit: string
  /** As the case system calls them. */
  readonly caseworker: string
  readonly caseworkerName: string | null
}

/** At most so many cases in a register. */
const most = 1000

/**
 * Cases that a register shows: those with an event of its kinds since a day, and those with a deadline of its rules that
 * is not met; the ones with the newest such event first.
 */
export async function listCasesInRegister(
  reader: Reader,
  register: SteppedRegister,
  { since, rules }: { readonly since: string; readonly rules: readonly string[] },
): Promise<readonly string[]> {
  // Literals, so that the index of these kinds is seen to cover them; an exception or an end says nothing by itself.
  const telling = shownKinds[register].filter(
    (kind) => kind !== 'exception-recorded' && kind !== 'placement-ended',
  )
  const kinds = sql.join(telling.map((kind) => sql.lit(kind)))
  const { rows } = await sql<{ caseId: string }>`
    select case_id as "caseId" from (
      select case_id, day from case_event where kind in (${kinds}) and day >= ${since}::date
      union all
      select case_id, due_on from case_deadline where rule = any(${rules}::text[]) and verdict = 'pending') found
    group by case_id order by max(day) desc nulls last, case_id limit ${most}`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}

/** Cases about which something was entered in a register that happened since a day; the newest entries first. */
export async function listCasesEntered(
  reader: Reader,
  register: Register,
  since: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select e.case_id as "caseId" from register_entry e
    join register_entry_version v on v.entry_id = e.id and v.version = 1
    where e.register = ${register} and v.day >= ${since}::date
    group by e.case_id order by max(v.day) desc, e.case_id limit ${most}`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}

/** Who has each of the cases; one that nothing is known of is left out. */
export async function listCaseHolders(
  reader: Reader,
  cases: readonly string[],
): Promise<ReadonlyMap<string, CaseHolder>> {
  const { rows } = await sql<Omit<CaseHolder, 'unitId'>>`
    select c.case_id as "caseId", coalesce(u.unit, s.unit, '') as unit,
      coalesce(w.caseworker, s.caseworker, '') as caseworker, p.name as "caseworkerName"
    from unnest(${cases}::text[]) as c(case_id)
    left join lateral (select e.unit from case_event e where e.case_id = c.case_id and e.unit <> ''
      order by e.day desc, e.moment desc nulls last, e.event_key desc limit 1) u on true
    left join lateral (select e.caseworker from case_event e where e.case_id = c.case_id and e.caseworker <> ''
      order by e.day desc, e.moment desc nulls last, e.event_key desc limit 1) w on true
    left join lateral (select n.name as unit, g.caseworker from case_stage g join unit n on n.id = g.unit_id
      where g.case_id = c.case_id order by g.started desc, g.id limit 1) s on true
    left join lateral (select name from person where initials = coalesce(w.caseworker, s.caseworker)
      order by id limit 1) p on true
    where s.unit is not null or exists (select from case_event e where e.case_id = c.case_id)`.execute(
    reader.db,
  )
  const units = await reader.db.selectFrom('unit').select(['id', 'name']).orderBy('name').execute()
  const byName = new Map(units.map(({ id, name }) => [comparable(name), { id, name }]))
  return new Map(
    rows.map((row) => {
      const unit = byName.get(comparable(row.unit))
      return [row.caseId, { ...row, unitId: unit?.id ?? null, unit: unit?.name ?? row.unit }]
    }),
  )
}

/** An event with the entry that it is, if a person entered it. */
export interface GateEvent extends CaseEvent {
  readonly entry: RegisterEntryId | null
}

/** Events of the kinds that a register shows, by case and in order. */
export async function listGateEvents(
  reader: PersonalReader,
  cases: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlyMap<string, readonly GateEvent[]>> {
  const { rows } = await sql<GateEvent & { readonly caseId: string }>`
    select e.case_id as "caseId", e.kind, e.day - date '1970-01-01' as day,
      (extract(epoch from e.moment) * 1000)::float8 as moment, e.unit, e.caseworker,
      coalesce(c.external_id, '') as child, e.attributes, r.id as entry
    from case_event e left join child c on c.id = e.child_id
    left join register_entry r on r.source_id = e.source_id and r.event_key = e.event_key
    where e.case_id = any(${cases}::text[]) and e.kind = any(${kinds}::text[])
    order by e.case_id, e.day, e.moment nulls first, e.event_key`.execute(reader.db)
  return Map.groupBy(rows, ({ caseId }) => caseId)
}

/** The children of a case in the order that its events name them, so that a number stands for each. */
export async function listChildrenOf(reader: PersonalReader, caseId: string): Promise<readonly ChildId[]> {
  const { rows } = await sql<{ id: ChildId }>`
    select child_id as id from (
      select child_id, row_number() over (order by day, moment nulls first, event_key) as n
      from case_event where case_id = ${caseId} and child_id is not null) named
    group by child_id order by min(n)`.execute(reader.db)
  return rows.map(({ id }) => id)
}

export interface Approver {
  readonly id: PersonId
  readonly name: string
  readonly role: ApprovingRole
  readonly unitId: UnitId
}

/** Who holds one of the approving roles on a day, by name. */
export async function listApprovers(reader: PersonalReader, day: string): Promise<readonly Approver[]> {
  const { rows } = await sql<Approver>`
    select distinct p.id, p.name, g.role, g.unit_id as "unitId", lower(p.name) as sorted
    from role_assignment g join person p on p.id = g.person_id
    where g.unit_id is not null and g.role = any(${[...approvingRoles]}::text[])
      and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true)
    order by sorted, p.id, g.role limit 1000`.execute(reader.db)
  return rows.map(({ id, name, role, unitId }) => ({ id, name, role, unitId }))
}

/** Puts one case first in line, so that it is judged before whatever else waits. */
export async function judgeNext(writer: Writer, caseId: string): Promise<void> {
  await sql`
    insert into case_to_judge (municipality_id, case_id, since)
    values ((select sealed.current_municipality()), ${caseId}, 'epoch')
    on conflict (municipality_id, case_id) do update set since = 'epoch'`.execute(writer.db)
}
