import type { Programme } from '../programme/programme.ts'
import type { Proportion, QuestionResult, ThemeResult } from './analysis.ts'

/** The questions that recur over the stages, in the programme's order of themes: stage by who it concerns by round. */
export function listThemeResults(
  programme: Programme,
  questions: readonly QuestionResult[],
): readonly ThemeResult[] {
  return programme.themes.flatMap((theme) =>
    questions
      .filter((row) => row.theme === theme.key)
      .map(({ stage, question, concerns, level, unit, baseline, ...row }) => ({
        theme: theme.key,
        stage,
        question,
        concerns,
        level,
        unit,
        now: proportionOnly(row),
        baseline,
      })),
  )
}

function proportionOnly(row: Proportion): Proportion {
  const { numerator, denominator, notApplicable, share, interval, method } = row
  return { numerator, denominator, notApplicable, share, interval, method }
}
