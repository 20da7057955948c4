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
  for (const one of await readIncluded(included)) await publish(tx, one, now)
  return listDeadlineRules(tx.reader)
}

/**
 * The same, and the rules of one key among them: a municipality that published its rules before the program came with
 * these gets them when somebody first needs them. `isNew`: every case is to be judged anew.
 */
export async function rulesWith(
  tx: Transaction,
  included: IncludedRules,
  key: string,
  now: Date,
): Promise<{ readonly rules: readonly DeadlineRules[]; readonly isNew: boolean }> {
  const published = await rulesToJudgeBy(tx, included, now)
  if (published.some((rules) => rules.key === key)) return { rules: published, isNew: false }
  const one = (await readIncluded(included)).find(({ rules }) => rules.key === key)
  if (one === undefined) return { rules: published, isNew: false }
  await publish(tx, one, now)
  return { rules: await listDeadlineRules(tx.reader), isNew: true }
}

async function publish(tx: Transaction, { rules, source }: Included, now: Date): Promise<void> {
  const writer = await tx.recordChange({
    room: 'caseflow',
    act: 'publish-deadline-rules',
    subjectKind: 'deadline-rules',
    subjectId: rules.key,
    detail: { version: rules.version, digest: deadlineRulesDigest(source) },
  })
  await saveDeadlineRules(writer, rules, source, { at: now, by: null })
}

/** The rules that cases are judged by, or would be from the first import on. */
export async function rulesToCome(
  reader: Reader,
  included: IncludedRules,
): Promise<readonly DeadlineRules[]> {
  const published = await listDeadlineRules(reader)
  return published.length > 0 ? published : (await readIncluded(included)).map(({ rules }) => rules)
}

/** The same, and those of one key among them, which come with the program until somebody needs them. */
export async function rulesToComeWith(
  reader: Reader,
  included: IncludedRules,
  key: string,
): Promise<readonly DeadlineRules[]> {
  const rules = await rulesToCome(reader, included)
  if (rules.some((one) => one.key === key)) return rules
  return [
    ...rules,
    ...(await readIncluded(included)).flatMap((one) => (one.rules.key === key ? [one.rules] : [])),
  ]
}

interface Included {
  readonly rules: DeadlineRules
  readonly source: string
}

async function readIncluded(included: IncludedRules): Promise<readonly Included[]> {
  return (await included()).map(({ name, bytes }) => {
    const source = new TextDecoder('utf-8').decode(bytes)
    return { source, rules: valueOf(parseDeadlineRules(source, name), name) }
  })
}

function valueOf(checked: Checked<DeadlineRules>, name: string): DeadlineRules {
  if (!checked.ok) throw new Error(`the included deadline rules ${name} cannot be read`)
  return checked.value
}
