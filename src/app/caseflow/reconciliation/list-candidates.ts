import type { getReconciliation } from '../../../contract/caseflow/reconciliation.ts'
import type { RouteInput } from '../../../contract/frame/route.ts'
import { listConclusions } from '../../../storage/caseflow/reconciliation/conclusion.ts'
import { listEventTrails } from '../../../storage/caseflow/reconciliation/event-trail.ts'
import { listReviewsOf } from '../../../storage/caseflow/reconciliation/reviewed-case.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import type { OpenedReconciliation } from './open-reconciliation.ts'
import { isDifference, kindsBehind, standingOf, type Candidate } from './reconciliation-entry.ts'

export type Filter = Pick<
  RouteInput<typeof getReconciliation>['query'],
  'unit' | 'question' | 'view' | 'standing'
>
export type Ready = Extract<OpenedReconciliation, { readonly state: 'ready' }>

/** The answers of a filter within the person's reach, each with what stands behind it, by question and case. */
export async function listCandidates(
  reader: PersonalReader,
  context: Context,
  { round, level, rules, found }: Ready,
  filter: Filter,
): Promise<readonly Candidate[]> {
  const reach = reachIn(context, 'reconciliation.read')
  const reviews = (await listReviewsOf(reader, round.id, level)).filter(
    ({ unitId }) =>
      (reach.municipality || reach.units.includes(unitId)) &&
      (filter.unit === undefined || filter.unit === unitId),
  )
  const byCase = new Map(reviews.map((review) => [`${review.caseId}\t${review.stage}`, review]))
  const concluded = Map.groupBy(
    await listConclusions(reader, round.id, level),
    ({ review, question }) => `${review} ${question}`,
  )
  const view = filter.view ?? 'differences'
  const rows = found.answers.flatMap((answer): Candidate[] => {
    const review = byCase.get(`${answer.caseId}\t${answer.stage}`)
    if (review === undefined || (filter.question !== undefined && filter.question !== answer.question))
      return []
    const row = {
      answer,
      review,
      conclusions: concluded.get(`${review.id} ${answer.question}`) ?? [],
      events: [],
    }
    const isShown = view === 'all' || (view === 'differences' ? isDifference(row) : answer.outcome === view)
    return isShown ? [row] : []
  })
  // Whether a correction came is seen from the events, so those of concluded cases are needed before filtering.
  if (filter.standing === undefined) return rows
  const { standing } = filter
  const needed = rows.filter(({ conclusions }) => conclusions.length > 0)
  const known = await withEvents(reader, rules, needed)
  const settled = new Map(known.map((row) => [row.answer, row]))
  return rows.filter((row) => standingOf(settled.get(row.answer) ?? row) === standing)
}

/** Some rows with the events their deadlines are judged by. */
export async function withEvents(
  reader: PersonalReader,
  rules: Ready['rules'],
  rows: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const kinds = kindsBehind(
    rules,
    rows.flatMap(({ answer }) => answer.rules),
  )
  const cases = [...new Set(rows.map(({ answer }) => answer.caseId))]
  const trails = Map.groupBy(await listEventTrails(reader, cases, kinds), ({ caseId }) => caseId)
  return rows.map((row) => {
    const own = kindsBehind(rules, row.answer.rules)
    const events = (trails.get(row.answer.caseId) ?? []).filter(({ kind }) => own.includes(kind))
    return { ...row, events }
  })
}
