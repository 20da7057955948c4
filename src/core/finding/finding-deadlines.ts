import { addDays } from '../calendar/days.ts'
import { workingDaysAfter } from '../review/working-days.ts'
import { planOf, type Finding } from './finding.ts'

/** Working days after the due day on which the director is told too. */
const daysToDirector = 5
/** Working days within which a finding is to be planned. */
const daysToPlan = 10
/** Working days after a restoration was carried out within which somebody else is to verify it. */
const daysToVerify = 10

/** Whether restoration is late: due and not carried out. That somebody proposes to leave it does not stop the clock. */
export function isOverdue(finding: Finding, today: string): boolean {
  switch (finding.state) {
    case 'planned':
    case 'contacted':
    case 'proposed': {
      const plan = planOf(finding)
      return plan !== null && plan.due < today
    }
    case 'open':
    case 'carried-out':
    case 'verified':
    case 'not-restored':
    case 'fallen-away':
      return false
  }
  return finding satisfies never
}

/** The due days before which the director is told on `today`: overdue longer than five working days. */
export function isForDirector(due: string, today: string): boolean {
  return workingDaysAfter(due, daysToDirector) < today
}

/** The last day such that what waits for a plan since then has waited too long on `today`. */
export function lastDayUnplannedTooLong(today: string): string {
  let day = today
  while (lastDayToPlan(day) >= today) day = addDays(day, -1)
  return day
}

/** The last day on which a finding that could be seen from `day` on is planned in time. */
export function lastDayToPlan(day: string): string {
  return workingDaysAfter(day, daysToPlan)
}

/** The last day on which what was carried out on `day` is verified in time. */
export function lastDayToVerify(day: string): string {
  return workingDaysAfter(day, daysToVerify)
}

/** Null: nothing waits to be verified. */
export function verifyBy(finding: Finding): string | null {
  return finding.state === 'carried-out' ? lastDayToVerify(finding.done.on) : null
}

/** The latest day of carrying out whose verification is overdue on `today`; all days before it are overdue too. */
export function carriedOutTooLongAgo(today: string): string {
  let day = today
  while (lastDayToVerify(day) >= today) day = addDays(day, -1)
  return day
}
