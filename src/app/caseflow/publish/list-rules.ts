import type { listRules as listRoute, PublishedRule, RulesSet } from '../../../contract/caseflow/rules.ts'
import type { FileAnswer, Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import type { DeadlineRule, DeadlineRules } from '../../../core/caseflow/deadline-rules.ts'
import { limitWords } from '../../../core/caseflow/limit-words.ts'
import { countCasesToJudge } from '../../../storage/caseflow/case-to-judge.ts'
import {
  countJudged,
  findRulesText,
  listRulesVersions,
  type JudgedCount,
  type RulesVersionRow,
} from '../../../storage/caseflow/rules-version.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { rulesToCome, type IncludedRules } from '../included-rules.ts'

/** Every rule that cases are judged by, for everybody in the service; only sums of the municipality stand beside them. */
export async function listRules(
  context: Context,
  included: IncludedRules,
): Promise<Result<Immutable<RouteOutput<typeof listRoute>>>> {
  const granted = authorise(context, 'caseflow.rules-read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const versions = await listRulesVersions(reader)
    const judged = await countJudged(reader, context.now)
    const rules = await rulesToCome(reader, included)
    return done({
      sets: rules.map((each) => toSet(each, versions, judged)),
      toJudge: await countCasesToJudge(reader),
    })
  })
}

/** The text of a version, to be read or to begin a new one with. */
export async function downloadRules(
  context: Context,
  key: string,
  version: number,
): Promise<Result<FileAnswer>> {
  const granted = authorise(context, 'caseflow.rules-read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const text = await findRulesText(reader, key, version)
    if (text === undefined) return refused('not-found')
    return done({ name: `${key}-${version}.yaml`, type: 'application/yaml', bytes: text })
  })
}

function toSet(
  rules: DeadlineRules,
  versions: readonly RulesVersionRow[],
  judged: readonly JudgedCount[],
): Immutable<RulesSet> {
  const { key, version, title, status, inForce, settings, deadlines } = rules
  return {
    key,
    version,
    title,
    status,
    ...inForce,
    saturdayCounts: settings.saturdayCounts,
    alsoClosed: settings.alsoClosed,
    rules: deadlines.map((rule) =>
      toRule(
        rule,
        judged.filter((one) => one.rules === key && one.rule === rule.id),
      ),
    ),
    versions: versions
      .filter((one) => one.key === key)
      .map(({ key: _key, publishedAt, ...rest }) => ({ ...rest, publishedAt: publishedAt.toISOString() })),
  }
}

function toRule(rule: DeadlineRule, judged: readonly JudgedCount[]): Immutable<PublishedRule> {
  return {
    id: rule.id,
    text: rule.text,
    basis: rule.legal,
    confidence: rule.confidence,
    note: rule.note,
    limit: limitWords(rule),
    states: Object.fromEntries(judged.map(({ state, count }) => [state, count])),
  }
}
