import type { Programme, Question } from '../programme/programme.ts'

/** A programme's questions by key, each with its stage. */
export type QuestionIndex = ReadonlyMap<string, { readonly stage: string; readonly question: Question }>

export function indexQuestions(programme: Programme): QuestionIndex {
  return new Map(
    programme.stages.flatMap((stage) =>
      stage.questions.map((question) => [question.key, { stage: stage.key, question }] as const),
    ),
  )
}

/** The level that change is measured on; a checked programme has exactly one. */
export function getComparisonLevel(programme: Programme): number {
  const level = programme.levels.find((candidate) => candidate.comparison)
  if (level === undefined) throw new Error(`programme ${programme.key} has no comparison level`)
  return level.level
}
