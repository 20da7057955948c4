import { sql } from 'kysely'
import type { RegistryClock } from '../../../core/caseflow/reconcile/registry-finding.ts'
import type { DrawId } from '../../ids.ts'
import type { PersonalReader, Reader } from '../../transaction.ts'

interface Row {
  readonly caseId: string
  readonly rule: string
  readonly started: number | null
  readonly startedAt: number | null
  readonly due: number | null
  readonly dueAt: number | null
  readonly done: number | null
  readonly doneAt: number | null
  readonly state: RegistryClock['state']
  readonly lateBy: number | null
  readonly because: string | null
}

/** What was judged of some rules in the cases of a draw's frozen frame, by case. Where a rule asks nothing, nothing is kept. */
export async function listJudgedClocks(
  reader: PersonalReader,
  { draw, rules, now }: { readonly draw: DrawId; readonly rules: readonly string[]; readonly now: Date },
): Promise<ReadonlyMap<string, readonly RegistryClock[]>> {
  const { rows } = await sql<Row>`
    select d.case_id as "caseId", d.rule, d.started_on - date '1970-01-01' as started,
      (extract(epoch from d.started_at) * 1000)::float8 as "startedAt", d.due_on - date '1970-01-01' as due,
      (extract(epoch from d.due_at) * 1000)::float8 as "dueAt", d.done_on - date '1970-01-01' as done,
      (extract(epoch from d.done_at) * 1000)::float8 as "doneAt",
      case when d.verdict <> 'pending' then d.verdict when d.ends_at <= ${now} then 'open' else 'running' end as state,
      d.late_by as "lateBy", d.because
    from case_deadline d
    where d.rule = any(${rules}::text[]) and d.case_id in (select case_id from draw_case where draw_id = ${draw})
    order by d.case_id, d.n`.execute(reader.db)
  const clocks = new Map<string, RegistryClock[]>()
  for (const row of rows) {
    const { caseId, rule, state, lateBy, because } = row
    const clock = {
      rule,
      state,
      lateBy,
      because,
      started: point(row.started, row.startedAt),
      due: point(row.due, row.dueAt),
      done: point(row.done, row.doneAt),
    }
    const known = clocks.get(caseId)
    if (known === undefined) clocks.set(caseId, [clock])
    else known.push(clock)
  }
  return clocks
}

function point(day: number | null, moment: number | null) {
  return day === null ? null : { day, moment }
}

/** Changes whenever a deadline is judged anew or rules are published. */
export async function deadlineVersion(reader: Reader): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/', (select concat_ws('-', count(*), max(judged_at)) from case_deadline),
      (select count(*) from deadline_rules)) as version`.execute(reader.db)
  return rows[0]?.version ?? ''
}
