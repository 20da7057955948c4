import type { DerivedCondition, DerivedRule } from '../programme/programme.ts'
import { askedQuestions, type AnswersSoFar, type Conditioned } from './asked-questions.ts'

/** Whether something holds; `open` as long as answers that decide it are missing. */
type Holds = true | false | 'open'

/**
 * The grades that follow from the answers so far, by question; not yet determined ones are left out. `answers` has a
 * derived question only where its reviewer overrode it: what builds on it follows the override, while its own grade here
 * stays the rule's. The rules run in no circle (checked when the programme is read).
 */
export function derivedGrades(
  questions: readonly Conditioned[],
  answers: AnswersSoFar,
): ReadonlyMap<string, number> {
  const asked = new Map(askedQuestions(questions, answers).map((question) => [question.key, question]))
  const known = new Map<string, number | undefined>()

  const gradeOf = (key: string, rules: readonly DerivedRule[]): number | undefined => {
    if (known.has(key)) return known.get(key)
    // A circle would end here without a grade instead of never.
    known.set(key, undefined)
    const grade = firstThatFits(rules)
    known.set(key, grade)
    return grade
  }
  const firstThatFits = (rules: readonly DerivedRule[]): number | undefined => {
    for (const { grade, when } of rules) {
      const fits = all(when.map(holds))
      if (fits === true) return grade
      // While this rule may still fit, no later one can be the first.
      if (fits === 'open') return undefined
    }
    return undefined
  }
  const holds = ({ questions: named, atLeast, answered, grades }: DerivedCondition): Holds => {
    const wanted: readonly string[] = answered ?? (grades ?? []).map(String)
    const each = named.map((key): Holds => {
      const question = asked.get(key)
      if (question === undefined) return false
      const grade = question.derived && !answers.has(key) ? gradeOf(key, question.derived) : undefined
      const answer = answers.get(key) ?? (grade === undefined ? undefined : String(grade))
      return answer === undefined ? 'open' : wanted.includes(answer)
    })
    const so = each.filter((one) => one === true).length
    if (so >= atLeast) return true
    return so + each.filter((one) => one === 'open').length >= atLeast ? 'open' : false
  }

  const grades = new Map<string, number>()
  for (const { key, derived } of asked.values()) {
    const grade = derived && gradeOf(key, derived)
    if (grade !== undefined) grades.set(key, grade)
  }
  return grades
}

function all(parts: readonly Holds[]): Holds {
  if (parts.includes(false)) return false
  return parts.includes('open') ? 'open' : true
}
