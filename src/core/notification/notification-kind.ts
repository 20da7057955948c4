import type { Language } from '../language/language.ts'
import { breakGlassKinds } from './kinds/break-glass-kinds.ts'
import { absenceKinds } from './kinds/absence-kinds.ts'
import { calibrationKinds } from './kinds/calibration-kinds.ts'
import { caseflowKinds } from './kinds/caseflow-kinds.ts'
import { consensusKinds } from './kinds/consensus-kinds.ts'
import { criticalCaseKinds } from './kinds/critical-case-kinds.ts'
import { feedbackKinds } from './kinds/feedback-kinds.ts'
import { findingKinds } from './kinds/finding-kinds.ts'
import { learningKinds } from './kinds/learning-kinds.ts'
import { reportKinds } from './kinds/report-kinds.ts'
import { reviewKinds } from './kinds/review-kinds.ts'
import { roundKinds } from './kinds/round-kinds.ts'

/**
 * Everything people are told about, by the room it happens in. The texts name no child, no case and no colleague: they leave the
 * house by e-mail, and may be read on a telephone in a train. Whoever is told opens the thing itself, where permission and log are.
 */
export const notificationKinds = {
  ...reviewKinds,
  ...consensusKinds,
  ...feedbackKinds,
  ...calibrationKinds,
  ...learningKinds,
  ...findingKinds,
  ...caseflowKinds,
  ...absenceKinds,
  ...breakGlassKinds,
  ...roundKinds,
  ...reportKinds,
  ...criticalCaseKinds,
} as const

export type NotificationKind = keyof typeof notificationKinds

export function isNotificationKind(value: string): value is NotificationKind {
  return Object.hasOwn(notificationKinds, value)
}

/** The sentence that tells of `n` of a kind. `n` is 1 or more. */
export function notificationText(kind: NotificationKind, n: number, language: Language): string {
  const { one, other } = notificationKinds[kind].text[language]
  return n === 1 ? one : other.replace('{n}', String(n))
}
