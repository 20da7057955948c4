import { outcomes, type Outcome } from './outcome.ts'
import type { OutcomeCounts, ReconciledAnswer } from './reconciliation.ts'

export function countOutcomes(answers: readonly ReconciledAnswer[]): OutcomeCounts {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number> // each outcome has its entry
  for (const { outcome } of answers) counts[outcome] += 1
  return counts
}
