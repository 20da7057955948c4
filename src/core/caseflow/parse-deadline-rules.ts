import type { Checked } from '../language/problem.ts'
import type { DeadlineRules } from './deadline-rules.ts'

export function parseDeadlineRules(text: string, file: string): Checked<DeadlineRules> {
  throw new Error(`${file}: ${text.length}`)
}
