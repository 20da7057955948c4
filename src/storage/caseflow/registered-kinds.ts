import { sql } from 'kysely'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { kindsToRegister, rulesOnceRegistered } from '../../core/caseflow/once-registered.ts'
import { unregisteredPrefix } from '../../core/caseflow/reasons.ts'
import type { Reader, Writer } from '../transaction.ts'

/**
 * Of the kinds that rules wait for, those that were never registered in any case; what was entered in a register and withdrawn
 * was registered.
 */
export async function listUnregistered(
  reader: Reader,
  rules: readonly DeadlineRules[],
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>()
  for (const kind of kindsToRegister(rules)) if (!(await isRegistered(reader, kind))) missing.add(kind)
  return missing
}

/** Whether any of the kinds was ever registered in any case of the municipality. */
export async function isAnyRegistered(reader: Reader, kinds: readonly string[]): Promise<boolean> {
  for (const kind of kinds) if (await isRegistered(reader, kind)) return true
  return false
}

/** A kind is written out and no parameter, so that the index of the gates' kinds can be used. */
async function isRegistered({ db }: Reader, kind: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from case_event where kind = ${sql.lit(kind)})
      or exists (select from register_entry_version where kind = ${kind}) as known`.execute(db)
  return rows[0]?.known === true
}

/**
 * Puts the cases in line of which it was said that a kind was never registered, where it is now. Asked whenever cases are
 * judged, so that a case judged at the very moment of the first event is told anew with the next.
 */
export async function judgeRegisteredAgain(
  writer: Writer,
  rules: readonly DeadlineRules[],
  unregistered: ReadonlySet<string>,
): Promise<void> {
  const told = kindsToRegister(rules)
    .filter((kind) => !unregistered.has(kind))
    .map((kind) => `${unregisteredPrefix}${kind}`)
  if (told.length === 0) return
  await sql`
    insert into case_to_judge (municipality_id, case_id)
    select distinct (select sealed.current_municipality()), case_id from case_deadline
    where rule = any(${rulesOnceRegistered(rules)}::text[]) and due_on is null and verdict = 'cannot-tell'
      and because = any(${told}::text[])
    order by case_id
    on conflict do nothing`.execute(writer.db)
}
