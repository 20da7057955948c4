import type { RulesCandidate } from '../../../contract/caseflow/rules.ts'
import type { DeadlineRules } from '../../../core/caseflow/deadline-rules.ts'
import { parseDeadlineRules } from '../../../core/caseflow/parse-deadline-rules.ts'
import { renumberRules } from '../../../core/caseflow/publish/renumber-rules.ts'
import { findRuleClashes } from '../../../core/caseflow/publish/rule-clashes.ts'
import type { Problem } from '../../../core/language/problem.ts'
import { holdsCpr } from '../../../core/registry/hide-cpr.ts'
import { withoutCpr } from '../../../core/registry/registry-row.ts'
import { findNewestRulesText, findRulesText } from '../../../storage/caseflow/rules-version.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { rulesToCome, type IncludedRules } from '../included-rules.ts'
import * as wrong from './candidate-problems.ts'
import { findUnfitTexts } from './unfit-texts.ts'

/** Rules that may be published, and what they are beside. */
export interface Candidate {
  readonly rules: DeadlineRules
  readonly text: string
  readonly standing: 'first' | 'newer' | 'same'
  /** The version of these rules that is in force; undefined where there is none. */
  readonly before: DeadlineRules | undefined
  /** All rules as they are, and as they would be. */
  readonly inForce: readonly DeadlineRules[]
  readonly toBe: readonly DeadlineRules[]
  readonly ofVersion: number | undefined
}

/** Reads what is to be published, or tells everything that keeps it from being so, line by line. */
export async function readCandidate(
  reader: Reader,
  included: IncludedRules,
  asked: RulesCandidate,
): Promise<Result<Candidate, 'unusable-file' | 'not-found'>> {
  const inForce = await rulesToCome(reader, included)
  const { file: name = '', text: written, key = '', version = 0 } = asked
  const read =
    written === undefined
      ? await readEarlier(reader, { key, version })
      : readText({ file: name, text: written })
  if (!read.ok) return read
  const { rules, text, file, ofVersion } = read.value
  const before = inForce.find(({ key }) => key === rules.key)
  const newest = await findNewestRulesText(reader, rules.key)
  const isSame = newest !== undefined && newest.text.trim() === text.trim()
  // Rules that come with the program are published at the first import, as they are.
  const taken = newest?.version ?? before?.version
  const problems: readonly Problem[] = isSame
    ? []
    : [
        ...(taken !== undefined && rules.version <= taken
          ? [wrong.versionTaken(rules.version, taken, { file, text })]
          : []),
        ...findRuleClashes({ rules, text, file }, inForce),
      ]
  if (problems.length > 0) return refused('unusable-file', problems)
  return done({
    rules,
    text,
    standing: isSame ? 'same' : before === undefined ? 'first' : 'newer',
    before,
    inForce,
    toBe: [...inForce.filter(({ key }) => key !== rules.key), rules],
    ofVersion,
  })
}

type Read = Pick<Candidate, 'rules' | 'text' | 'ofVersion'> & { readonly file: string }

function readText({
  file,
  text,
}: {
  readonly file: string
  readonly text: string
}): Result<Read, 'unusable-file'> {
  const hidden = text
    .split(/\r?\n/u)
    .flatMap((line, at) => (holdsCpr(line) ? [wrong.cprInRules(file, at + 1)] : []))
  const checked = parseDeadlineRules(text, file)
  if (!checked.ok) return refused('unusable-file', [...hidden, ...checked.problems.map(withoutCpr)])
  if (hidden.length > 0) return refused('unusable-file', hidden)
  const unfit = findUnfitTexts(text, file)
  if (unfit.length > 0) return refused('unusable-file', unfit)
  return done({ rules: checked.value, text, file, ofVersion: undefined })
}

/** An earlier version under the next number. */
async function readEarlier(
  reader: Reader,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<Result<Read, 'unusable-file' | 'not-found'>> {
  const text = await findRulesText(reader, key, version)
  const newest = await findNewestRulesText(reader, key)
  if (text === undefined || newest === undefined) return refused('not-found')
  const file = `${key}-${version}.yaml`
  const renumbered = renumberRules(text, newest.version + 1)
  if (renumbered === undefined) return refused('unusable-file', [wrong.versionNotInLine(file)])
  // In force already: nothing to bring back.
  return done(
    version === newest.version
      ? { ...renumbered, text: newest.text, file, ofVersion: undefined }
      : { ...renumbered, file, ofVersion: version },
  )
}
