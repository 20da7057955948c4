import type { QuestionResult } from '../analysis/analysis.ts'
import type { ReportContext } from './report-context.ts'

/** Ids of the figures of one question's row. */
export interface QuestionFigures {
  readonly compliant: string
  readonly notCompliant: string
  readonly notApplicable: string
  readonly applicable: string
  readonly share: string
  readonly baseline: string
  readonly change: string
  readonly withheld: boolean
}

/** Registers all numbers of a question's row; those of a withheld row are registered as withheld. */
export function addQuestionFigures(context: ReportContext, result: QuestionResult): QuestionFigures {
  const { figures, withholding } = context
  const { stage, question, level, unit, baseline, change } = result
  const withheld = withholding.question(result)
  const query = `questions[stage=${stage},question=${question},level=${level},unit=${unit ?? '*'}]`
  const path = ['question', stage, question, `level-${level}`, unit] as const
  const count = (name: string, value: number) => figures.count([...path, name], value, query, withheld)
  return {
    withheld,
    compliant: count('compliant', result.numerator),
    notCompliant: count('not-compliant', result.denominator - result.numerator),
    notApplicable: count('not-applicable', result.notApplicable),
    applicable: count('applicable', result.denominator),
    share: figures.add([...path, 'share'], {
      value: result.share,
      format: 'percent',
      numerator: result.numerator,
      denominator: result.denominator,
      notApplicable: result.notApplicable,
      interval: result.interval,
      sample: result.denominator,
      query,
      withheld,
    }),
    baseline: figures.add([...path, 'baseline'], {
      value: baseline?.share ?? null,
      format: 'percent',
      numerator: baseline?.numerator ?? null,
      denominator: baseline?.denominator ?? null,
      notApplicable: baseline?.notApplicable ?? null,
      interval: baseline?.interval ?? null,
      sample: baseline?.denominator ?? null,
      query: `${query}.baseline`,
      withheld,
    }),
    change: figures.add([...path, 'change'], {
      value: change?.difference ?? null,
      format: 'points',
      interval: change?.interval ?? null,
      sample: Math.min(result.denominator, baseline?.denominator ?? 0),
      query: `${query}.change`,
      withheld,
    }),
  }
}
