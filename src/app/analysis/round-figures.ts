import type { CompositeResult, Proportion } from '../../core/analysis/analysis.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { Acting } from '../frame/context.ts'
import { analyseRoundAtLevel } from './analyse-round.ts'
import type { Calculator } from './calculator.ts'

interface In {
  /** Null: the whole municipality. */
  readonly unit: string | null
}
export type CompositeFigure = Proportion & In & Pick<CompositeResult, 'stage' | 'cases'>
export type QuestionFigure = Proportion & In & { readonly question: string }

/** What of a finished round stands beside another one: one level's shares, compared with nothing. */
export interface RoundFigures {
  readonly composites: readonly CompositeFigure[]
  readonly questions: readonly QuestionFigure[]
}

/** Figures of a round as if its programme had asked the given questions only. */
export async function computeFigures(
  context: Acting,
  calculator: Calculator,
  of: { readonly round: Round; readonly programme: Programme; readonly level: number },
  questions: ReadonlySet<string>,
): Promise<RoundFigures | null | 'too-busy'> {
  const figures = await analyseRoundAtLevel(
    context,
    calculator,
    { ...of, baseline: null },
    { level: of.level, units: true },
    questions,
  )
  if (figures === null || figures === 'too-busy') return figures
  return {
    composites: figures.composites.map(({ stage, unit, cases, ...row }) => ({
      stage,
      unit,
      cases,
      ...proportionOf(row),
    })),
    questions: figures.questions.map(({ question, unit, ...row }) => ({
      question,
      unit,
      ...proportionOf(row),
    })),
  }
}

function proportionOf({
  numerator,
  denominator,
  notApplicable,
  share,
  interval,
  method,
}: Proportion): Proportion {
  return { numerator, denominator, notApplicable, share, interval, method }
}
