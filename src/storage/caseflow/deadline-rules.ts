import { createHash } from 'node:crypto'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { parseDeadlineRules } from '../../core/caseflow/parse-deadline-rules.ts'
import type { PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

/** The newest published version of every set of rules, by key; at most 100. */
export async function listDeadlineRules(reader: Reader): Promise<readonly DeadlineRules[]> {
  const rows = await reader.db
    .selectFrom('deadline_rules')
    .select(['key', 'source', 'digest'])
    .distinctOn('key')
    .orderBy('key')
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return rows.map(toRules)
}

interface RulesPublication {
  readonly at: Date
  /** Null: it comes with the program. */
  readonly by: PersonId | null
  readonly reason?: string
  /** The earlier version whose text is in force again. */
  readonly ofVersion?: number | undefined
}

/** Adds a version; the text must have been checked. */
export async function saveDeadlineRules(
  writer: Writer,
  rules: DeadlineRules,
  source: string,
  published: RulesPublication,
): Promise<void> {
  await writer.db
    .insertInto('deadline_rules')
    .values({
      key: rules.key,
      version: rules.version,
      title_da: rules.title.da,
      title_en: rules.title.en,
      source,
      digest: deadlineRulesDigest(source),
      published_at: published.at,
      published_by: published.by,
      reason: published.reason ?? null,
      of_version: published.ofVersion ?? null,
    })
    .execute()
}

/** SHA-256 (hex) of the text of rules, as it is stored beside them. */
export function deadlineRulesDigest(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

/** Reading a text takes milliseconds and a published one never changes; the same text is the same rules everywhere. */
const parsed = new Map<string, DeadlineRules>()
const remembered = 50

function toRules({
  key,
  source,
  digest,
}: {
  readonly key: string
  readonly source: string
  readonly digest: string
}): DeadlineRules {
  const known = parsed.get(digest)
  if (known !== undefined) return known
  const checked = parseDeadlineRules(source, `${key}.yaml`)
  if (!checked.ok)
    throw new Error(`stored deadline rules ${key} cannot be read: ${checked.problems[0]?.code}`)
  if (parsed.size >= remembered) parsed.clear()
  parsed.set(digest, checked.value)
  return checked.value
}
