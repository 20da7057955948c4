import type { Analysis, ChangeClass, ClassicalClass, QuestionResult } from './analysis.ts'
import { highestP } from './classes.ts'
import { isInSummary } from './questions.ts'

/** How many questions fell in each class: the baseline set at the comparison level, whole municipality. */
export function summarise(
  questions: readonly QuestionResult[],
  comparisonLevel: number,
): Analysis['summary'] {
  const classes: Record<ChangeClass, number> = {
    improved: 0,
    declined: 0,
    'signal-up': 0,
    'signal-down': 0,
    'no-clear-change': 0,
    'all-compliant-both': 0,
    'too-few': 0,
  }
  const classicalClasses: Record<ClassicalClass, number> = {
    progress: 0,
    unchanged: 0,
    decline: 0,
    'held-at-100': 0,
  }
  let [compared, tested, expectedFalseSignals] = [0, 0, 0]
  for (const row of questions) {
    if (!isInSummary(row, comparisonLevel)) continue
    compared += 1
    if (row.change.p !== null) {
      tested += 1
      expectedFalseSignals += row.change.chanceOfSignal ?? highestP
    }
    classes[row.change.class] += 1
    classicalClasses[row.change.classicalClass] += 1
  }
  // The same questions that the classes name, so that a reader who adds these up finds this number.
  const standingOut = classes.improved + classes.declined + classes['signal-up'] + classes['signal-down']
  return { compared, tested, classes, classicalClasses, standingOut, expectedFalseSignals }
}
