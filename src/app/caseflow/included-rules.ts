import type { Checked } from '../../core/language/problem.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { parseDeadlineRules } from '../../core/caseflow/parse-deadline-rules.ts'
import {
  deadlineRulesDigest,
  listDeadlineRules,
  saveDeadlineRules,
} from '../../storage/caseflow/deadline-rules.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'

interface RulesFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The deadline rules that come with the program. Which they are is decided at the start, never by a caller. */
export type IncludedRules = () => Promise<readonly RulesFile[]>

/**
 * The rules that a municipality's cases are judged by. One that has published none gets those that come with the program,
 * published as they are today; later versions of the program change nothing of what was published.
 */
export async function rulesToJudgeBy(
  tx: Transaction,
  included: IncludedRules,
  now: Date,
): Promise<readonly DeadlineRules[]> {
  const published = await listDeadlineRules(tx.reader)
  if (published.length > 0) return published
  for (const { rules, source } of await readIncluded(included)) {
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'publish-deadline-rules',
      subjectKind: 'deadline-rules',
      subjectId: rules.key,
      detail: { version: rules.version, digest: deadlineRulesDigest(source) },
    })
    await saveDeadlineRules(writer, rules, source, { at: now, by: null })
  }
  return listDeadlineRules(tx.reader)
}

/** The rules that cases are judged by, or would be from the first import on. */
export async function rulesToCome(
  reader: Reader,
  included: IncludedRules,
): Promise<readonly DeadlineRules[]> {
  const published = await listDeadlineRules(reader)
  return published.length > 0 ? published : (await readIncluded(included)).map(({ rules }) => rules)
}

async function readIncluded(
  included: IncludedRules,
): Promise<readonly { readonly rules: DeadlineRules; readonly source: string }[]> {
  return (await included()).map(({ name, bytes }) => {
    const source = new TextDecoder('utf-8').decode(bytes)
    return { source, rules: valueOf(parseDeadlineRules(source, name), name) }
  })
}

function valueOf(checked: Checked<DeadlineRules>, name: string): DeadlineRules {
  if (!checked.ok) throw new Error(`the included deadline rules ${name} cannot be read`)
  return checked.value
}
