import { sql } from 'kysely'
import type { FlowFact } from '../../../core/caseflow/flow/flow-fact.ts'
import type { UnitId } from '../../ids.ts'
import type { Writer } from '../../transaction.ts'

/** What the reports count, as it is kept. Days are ISO. */
export interface FlowRow {
  readonly case_id: string
  readonly n: number
  readonly fact: FlowFact['kind']
  readonly key: string
  readonly from_on: string | null
  readonly to_on: string | null
  readonly outcome: FlowFact['outcome']
  readonly unit: string
  readonly unit_id: UnitId | null
  readonly plan_on: string | null
  readonly plan_due: string | null
}

/** Puts what the reports count of some cases in the place of what they counted before. */
export async function replaceFlow(
  { db }: Writer,
  cases: readonly string[],
  rows: readonly FlowRow[],
): Promise<void> {
  await sql`delete from case_flow where case_id = any(${cases}::text[])`.execute(db)
  if (rows.length === 0) return
  await sql`
    insert into case_flow (municipality_id, case_id, n, fact, key, from_on, to_on, outcome, unit, unit_id, plan_on, plan_due)
    select (select sealed.current_municipality()), r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(case_id text, n int, fact text, key text, from_on date,
      to_on date, outcome text, unit text, unit_id uuid, plan_on date, plan_due date)`.execute(db)
}
