import type { Programme, Question } from './programme.ts'

/** How many questions a version adds, drops and changes against another; a question is known by its stage and key. */
export interface ProgrammeDifference {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export function compareProgrammes(before: Programme, after: Programme): ProgrammeDifference {
  const old = questionsOf(before)
  const now = questionsOf(after)
  const kept = [...now].filter(([key]) => old.has(key))
  return {
    added: now.size - kept.length,
    removed: old.size - kept.length,
    changed: kept.filter(([key, question]) => question !== old.get(key)).length,
  }
}

/** Each question as text, by stage and key; both versions were read by the same reader, so equal ones print equally. */
function questionsOf({ stages }: Programme): ReadonlyMap<string, string> {
  const print = (question: Question) => JSON.stringify(question)
  return new Map(
    stages.flatMap((stage) =>
      stage.questions.map((question) => [`${stage.key} ${question.key}`, print(question)] as const),
    ),
  )
}
