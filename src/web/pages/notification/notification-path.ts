import type { NotificationView } from '../../../contract/notification/notifications.ts'
import { isNotificationKind, type NotificationKind } from '../../../core/notification/notification-kind.ts'
import { paths, type Path } from '../../paths.ts'

/** Where each kind is dealt with. Kinds that are not here lead to the tasks, where everything one has to do begins. */
const ways: Readonly<Partial<Record<NotificationKind, (subject: string) => Path>>> = {
  'review-assigned': paths.review,
  'review-due': paths.review,
  'review-overdue': paths.review,
  'review-returned': paths.review,
  'review-reopened': paths.review,
  'review-resubmitted': paths.review,
  'merge-ready': paths.review,
  'consensus-proposed': paths.review,
  'consensus-answered': paths.differences,
  'thread-message': paths.review,
  'critical-reported': paths.critical,
  'critical-overdue': paths.critical,
  'critical-handled': paths.critical,
  'critical-withdrawn': paths.critical,
  'finding-responsible': paths.finding,
  'finding-due': paths.finding,
  'finding-to-verify': paths.finding,
  'finding-to-approve': paths.finding,
  'finding-sent-back': paths.finding,
  'finding-overdue': paths.finding,
  'finding-unverified': paths.finding,
  'finding-waiting': (unit) => paths.findings({ unit, state: 'open' }),
  'review-unassigned': () => paths.assignment({ state: 'unassigned' }),
  'feedback-ready': paths.feedback,
  'feedback-answered': paths.feedback,
  'feedback-disputed': () => paths.disputes(),
  'feedback-overdue': () => paths.disputes(),
  'feedback-correction': () => paths.disputes(),
  'calibration-invited': paths.calibration,
  'calibration-opened': paths.calibration,
  'goal-judged': paths.goal,
  'visit-planned': paths.visit,
  'visit-changed': paths.visit,
  'break-glass-opened': () => paths.breakGlass(),
  'absence-entered': () => paths.calendar(),
  'case-deadlines-due': () => paths.deadlines(),
  'round-closed': () => paths.rounds(),
  'report-released': () => paths.reports(),
  'report-corrected': () => paths.reports(),
  'report-sent-back': paths.release,
}

/** A review that was taken away is no longer there to open. */
const leadNowhere: ReadonlySet<string> = new Set(['review-taken'])

export function notificationPath({ kind, subject }: Pick<NotificationView, 'kind' | 'subject'>): Path | null {
  if (leadNowhere.has(kind)) return null
  const way = isNotificationKind(kind) ? ways[kind] : undefined
  return way === undefined || subject === null ? paths.tasks() : way(subject)
}
