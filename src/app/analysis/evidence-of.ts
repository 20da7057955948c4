import type { Results } from '../../contract/analysis/results.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { AgreementResult, Analysis } from '../../core/analysis/analysis.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { estimateScopeWords } from '../../core/report/estimate-scope.ts'
import type { Programme } from '../../core/programme/programme.ts'

/** Per pair of levels and stage: what one talks about at a meeting. More where several are equal. */
const mostDifferences = 12

/**
 * What tells how far the figures can be trusted. All of it is of the whole municipality, also for those who see one unit
 * only: it holds totals and no unit.
 */
export function evidenceOf(analysis: Analysis, programme: Programme) {
  const { plan } = analysis
  return {
    differences: listDifferences(analysis.agreement),
    cascade: analysis.cascade,
    estimateScope: estimateScopeWords(analysis, (_, count) => `${count}`),
    drift: analysis.drift,
    sight: {
      cases: plan.cases,
      baselineCases: plan.baselineCases,
      power: plan.power,
      detectableChange: plan.detectableChange,
      margin: plan.margin,
      detectableQuestion: plan.detectableQuestion,
    },
    health: analysis.health,
    seriesBreaks: analysis.series,
    asked: [...indexQuestions(programme).values()].map(({ stage, question: { key, number, text } }) => ({
      key,
      stage,
      number,
      text,
    })),
  } satisfies Partial<Immutable<Results>>
}

type QuestionAgreement = AgreementResult & { readonly stage: string; readonly question: string }

function listDifferences(agreement: readonly AgreementResult[]): readonly QuestionAgreement[] {
  const differing = agreement.filter(
    (row): row is QuestionAgreement => row.question !== null && row.stage !== null && row.same < row.n,
  )
  return [
    ...Map.groupBy(
      differing,
      ({ pair, reviewers, stage }) => `${pair.join()} ${reviewers?.join() ?? ''} ${stage}`,
    ).values(),
  ].flatMap((rows) => {
    const sorted = rows.toSorted((a, b) => b.n - b.same - (a.n - a.same))
    const last = sorted[mostDifferences - 1]
    // Those equal to the last one stay: which of them are left out would be chosen by nothing.
    return last === undefined ? sorted : sorted.filter(({ n, same }) => n - same >= last.n - last.same)
  })
}
