import type { Analysis, CompositeResult, Proportion } from '../../core/analysis/analysis.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { Acting } from '../frame/context.ts'
import { analyseRound } from './analyse-round.ts'
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
  const analysis = await analyseRound(context, onlyAsking(calculator, questions), { ...of, baseline: null })
  return analysis === null || analysis === 'too-busy' ? analysis : figuresAt(analysis, of.level)
}

function onlyAsking(calculator: Calculator, questions: ReadonlySet<string>): Calculator {
  return {
    analyse: async (input) =>
      await calculator.analyse({
        ...input,
        programme: {
          ...input.programme,
          stages: input.programme.stages.map((stage) => ({
            ...stage,
            questions: stage.questions.filter(({ key }) => questions.has(key)),
          })),
        },
        answers: input.answers.filter(({ question }) => questions.has(question)),
      }),
  }
}

function figuresAt({ composites, questions }: Analysis, level: number): RoundFigures {
  return {
    composites: composites
      .filter((row) => row.level === level)
      .map(({ stage, unit, cases, ...row }) => ({ stage, unit, cases, ...proportionOf(row) })),
    questions: questions
      .filter((row) => row.level === level)
      .map(({ question, unit, ...row }) => ({ question, unit, ...proportionOf(row) })),
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
