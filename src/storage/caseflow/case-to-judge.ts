import { sql } from 'kysely'
import type { CaseEvent } from '../../core/caseflow/case-event.ts'
import type { Reader, Writer } from '../transaction.ts'

/** Cases that wait to be judged; counted up to a million. */
export async function countCasesToJudge(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from case_to_judge limit 1000000) waiting`.execute(reader.db)
  return rows[0]?.count ?? 0
}

/**
 * Takes the cases that have waited longest. Whoever else takes at this moment gets others; events that come meanwhile
 * put the case back, because their note of it waits for this transaction.
 */
export async function takeCasesToJudge(writer: Writer, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    delete from case_to_judge where case_id in (
      select case_id from case_to_judge order by since, case_id limit ${limit} for update skip locked)
    returning case_id`.execute(writer.db)
  return rows.map(({ case_id }) => case_id)
}

/** Puts every case that has events in line, after the rules have changed. */
export async function judgeAllAgain(writer: Writer): Promise<void> {
  await sql`
    insert into case_to_judge (municipality_id, case_id)
    select distinct (select sealed.current_municipality()), case_id from case_event
    on conflict do nothing`.execute(writer.db)
}

export interface CaseWithEvents {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
}

interface Row {
  readonly caseId: string
  readonly kind: string
  readonly day: number
  readonly moment: number | null
  readonly unit: string
  readonly caseworker: string
  readonly child: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The events of some cases, in the order that they are judged in. */
export async function listEventsOf(
  reader: Reader,
  cases: readonly string[],
): Promise<readonly CaseWithEvents[]> {
  const { rows } = await sql<Row>`
    select e.case_id as "caseId", e.kind, e.day - date '1970-01-01' as day,
      (extract(epoch from e.moment) * 1000)::float8 as moment, e.unit, e.caseworker,
      coalesce(c.external_id, '') as child, e.attributes
    from case_event e left join child c on c.id = e.child_id
    where e.case_id = any(${cases}::text[])
    order by e.case_id, e.day, e.moment nulls first, e.event_key`.execute(reader.db)
  const found: { caseId: string; events: CaseEvent[] }[] = []
  for (const { caseId, ...event } of rows) {
    const last = found.at(-1)
    if (last?.caseId === caseId) last.events.push(event)
    else found.push({ caseId, events: [event] })
  }
  return found
}

/** Who has a case by the register, for events that do not say: the newest step of the case. */
export async function listRegisteredHolders(
  reader: Reader,
  cases: readonly string[],
): Promise<ReadonlyMap<string, { readonly unit: string; readonly caseworker: string }>> {
  const { rows } = await sql<{ caseId: string; unit: string; caseworker: string }>`
    select distinct on (s.case_id) s.case_id as "caseId", u.name as unit, s.caseworker
    from case_stage s join unit u on u.id = s.unit_id
    where s.case_id = any(${cases}::text[])
    order by s.case_id, s.started desc, s.id`.execute(reader.db)
  return new Map(rows.map(({ caseId, ...holder }) => [caseId, holder]))
}

/** Whether a clock has run out since its case was judged, or may have. */
export async function hasEnded(reader: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select exists (select from case_deadline where ${ended(now)}) as ended`.execute(reader.db)
  return rows[0]?.ended === true
}

/** Puts the cases in line whose clocks have run out since they were judged, or may have. */
export async function judgeEndedAgain(writer: Writer, now: Date): Promise<void> {
  await sql`
    insert into case_to_judge (municipality_id, case_id)
    select distinct (select sealed.current_municipality()), case_id from case_deadline where ${ended(now)}
    on conflict do nothing`.execute(writer.db)
}

function ended(now: Date) {
  return sql`(verdict = 'pending' and ends_at <= ${now} and judged_at < ends_at)
    or (judge_again_at <= ${now} and judged_at < judge_again_at)`
}
