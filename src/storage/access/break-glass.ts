import { sql } from 'kysely'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import type { BreakGlassId, PersonId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** A case opened in an emergency. */
export interface BreakGlass {
  readonly id: BreakGlassId
  readonly caseId: string
  readonly unitId: UnitId | null
  readonly unit: string | null
  readonly reason: string
  readonly openedBy: PersonId
  readonly opener: string
  readonly openedAt: Date
  /** When its minutes are over, or it was ended. */
  readonly until: Date
  /** By the database's clock. */
  readonly open: boolean
  readonly endedAt: Date | null
  readonly justified: boolean | null
  readonly word: string | null
  readonly reviewer: string | null
}

const rows = sql`
  select b.id, b.case_id as "caseId", b.unit_id as "unitId", u.name as unit, b.reason, b.opened_by as "openedBy",
    p.name as opener, b.opened_at as "openedAt",
    coalesce(b.ended_at, b.opened_at + make_interval(mins => b.minutes)) as until,
    b.ended_at is null and clock_timestamp() between b.opened_at and b.opened_at + make_interval(mins => b.minutes) as open,
    b.ended_at as "endedAt", b.justified, b.review_word as word, r.name as reviewer
  from break_glass b join person p on p.id = b.opened_by
  left join person r on r.id = b.reviewed_by left join unit u on u.id = b.unit_id`

/** The newest first; those that nobody has judged before all others. `of`: opened by this person, or at these units (undefined: all). */
export async function listBreakGlass(
  reader: PersonalReader,
  of: { readonly openedBy: PersonId } | { readonly units: readonly UnitId[] | undefined },
): Promise<readonly BreakGlass[]> {
  const which =
    'openedBy' in of
      ? sql`b.opened_by = ${of.openedBy}`
      : of.units === undefined
        ? sql`true`
        : sql`b.unit_id = any(${of.units}::uuid[])`
  const found = await sql<BreakGlass>`${rows} where ${which}
    order by b.reviewed_at is not null, b.opened_at desc, b.id limit 200`.execute(reader.db)
  return found.rows
}

/** The grant, kept from being ended or judged twice at once. */
export async function lockBreakGlass(
  reader: PersonalReader,
  id: BreakGlassId,
): Promise<BreakGlass | undefined> {
  const found = await sql<BreakGlass>`${rows} where b.id = ${id} for update of b`.execute(reader.db)
  return found.rows[0]
}

export async function addBreakGlass(
  writer: Writer,
  grant: Pick<BreakGlass, 'id' | 'caseId' | 'unitId' | 'reason'> & { readonly minutes: number },
): Promise<void> {
  const { id, caseId, unitId, reason, minutes } = grant
  await writer.db
    .insertInto('break_glass')
    .values({ id, case_id: caseId, unit_id: unitId, reason, minutes })
    .execute()
}

/** By whom is the claim's to say. */
export async function endBreakGlass(writer: Writer, id: BreakGlassId, at: Date): Promise<void> {
  await writer.db.updateTable('break_glass').set({ ended_at: at }).where('id', '=', id).execute()
}

export async function judgeBreakGlass(
  writer: Writer,
  id: BreakGlassId,
  { justified, word }: { readonly justified: boolean; readonly word: string },
): Promise<void> {
  await writer.db
    .updateTable('break_glass')
    .set({ justified, review_word: word })
    .where('id', '=', id)
    .execute()
}

/** How often a person has asked in the last hour, the present request included. Requests of one person wait for each other. */
export async function countAsked(reader: PersonalReader, person: PersonId, act: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act} ${person}`}, 0))`.execute(reader.db)
  const { rows: found } = await sql<{ n: number }>`
    select count(*)::int as n from access_entry
    where person_id = ${person} and at > now() - interval '1 hour' and act = ${act}`.execute(reader.db)
  return found[0]?.n ?? 0
}

/** The case a grant opens to the caller in this session, now. */
export async function findOpenedCase(reader: Reader, id: BreakGlassId): Promise<string | undefined> {
  const { rows: found } = await sql<{ caseId: string | null }>`
    select sealed.break_glass_case(${id}) as "caseId"`.execute(reader.db)
  return found[0]?.caseId ?? undefined
}

/** The events of the case that a grant opens: none once it does not. */
export async function listOpenedEvents(
  reader: PersonalReader,
  id: BreakGlassId,
): Promise<readonly CaseEvent[]> {
  const { rows: found } = await sql<CaseEvent>`
    select e.kind, e.day - date '1970-01-01' as day, (extract(epoch from e.moment) * 1000)::float8 as moment,
      e.unit, e.caseworker, coalesce(c.external_id, '') as child, e.attributes
    from sealed.break_glass_events(${id}) e left join child c on c.id = e.child_id
    order by e.day, e.moment nulls first, e.event_key`.execute(reader.db)
  return found
}

/** The newest case of a child that something has happened in. */
export async function findNewestCase(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<string | undefined> {
  const { rows: found } = await sql<{ caseId: string }>`
    select case_id as "caseId" from case_event where case_id = any(${cases}::text[])
    group by case_id order by max(day) desc, case_id limit 1`.execute(reader.db)
  return found[0]?.caseId
}

/** Who is told: those who hold one of the roles everywhere or at the unit, and who leads the caseworker's team. */
export async function listToTell(
  reader: Reader,
  of: {
    readonly roles: readonly string[]
    readonly unit: UnitId | null
    readonly caseworker: string
    readonly today: string
  },
): Promise<readonly PersonId[]> {
  const { rows: found } = await sql<{ person: PersonId }>`
    select g.person_id as person from role_assignment g
    where g.role = any(${of.roles}::text[]) and (g.unit_id is null or g.unit_id = ${of.unit}::uuid)
      and g.valid_from <= ${of.today}::date and coalesce(g.valid_to >= ${of.today}::date, true)
    union
    select s.leader_id from supervision s where s.caseworker = ${of.caseworker}
      and s.valid_from <= ${of.today}::date and coalesce(s.valid_to >= ${of.today}::date, true)
    order by 1 limit 200`.execute(reader.db)
  return found.map(({ person }) => person)
}
