import { sql } from 'kysely'
import type { UnitId } from '../ids.ts'
import type { Writer } from '../transaction.ts'

/** A judged deadline as it is kept. Days are ISO, moments ISO in UTC. */
export interface JudgedRow {
  readonly case_id: string
  readonly n: number
  readonly rule: string
  readonly rules: string
  readonly rules_version: number
  readonly unit: string
  readonly unit_id: UnitId | null
  readonly caseworker: string
  readonly started_on: string | null
  readonly started_at: string | null
  readonly due_on: string | null
  readonly due_at: string | null
  readonly ends_at: string | null
  readonly done_on: string | null
  readonly done_at: string | null
  readonly verdict: 'met' | 'late' | 'pending' | 'cannot-tell'
  readonly late_by: number | null
  readonly because: string | null
  /** From here on the same events are judged otherwise. */
  readonly judge_again_at: string | null
}

/** Puts what was judged of some cases in the place of what was judged before. */
export async function replaceDeadlines(
  { db }: Writer,
  cases: readonly string[],
  rows: readonly JudgedRow[],
  judgedAt: Date,
): Promise<void> {
  await sql`delete from case_deadline where case_id = any(${cases}::text[])`.execute(db)
  if (rows.length === 0) return
  await sql`
    insert into case_deadline (municipality_id, case_id, n, rule, rules, rules_version, unit, unit_id, caseworker, started_on,
      started_at, due_on, due_at, ends_at, done_on, done_at, verdict, late_by, because, judge_again_at, judged_at)
    select (select sealed.current_municipality()), r.*, ${judgedAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(case_id text, n int, rule text, rules text,
      rules_version int, unit text, unit_id uuid, caseworker text, started_on date, started_at timestamptz, due_on date,
      due_at timestamptz, ends_at timestamptz, done_on date, done_at timestamptz, verdict text,
      late_by double precision, because text, judge_again_at timestamptz)`.execute(db)
}
