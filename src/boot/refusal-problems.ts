import type { Refused } from '../app/frame/result.ts'
import type { Problem } from '../core/language/problem.ts'
import { refusals } from '../http/refusals.ts'

/** A use case's no as a command prints it: its places in a file where it has them, else the sentence that the web says. */
export function refusalProblems({ refusal, problems = [] }: Refused): readonly Problem[] {
  return problems.length > 0 ? problems : [{ code: refusal, text: refusals[refusal].text }]
}
