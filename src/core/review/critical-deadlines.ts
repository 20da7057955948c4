import { criticalSteps, type CriticalCase, type CriticalStep } from './critical-case.ts'
import { isOpen } from './critical-case.ts'
import { danishMidnight } from './danish-midnight.ts'
import { addDays } from '../calendar/days.ts'
import { workingDaysAfter } from './working-days.ts'

/** How long each step may take, counted from the report. */
export interface CriticalLimits {
  readonly acknowledgeHours: number
  /** Until the end of the day; at least so many hours, for what is reported late in the day. */
  readonly actHours: number
  readonly confirmHours: number
  /** Until the end of this working day. */
  readonly accountWorkingDays: number
}

/** Ours, not the law's: used where the programme sets no others. */
export const usualCriticalLimits: CriticalLimits = {
  acknowledgeHours: 2,
  actHours: 8,
  confirmHours: 24,
  accountWorkingDays: 5,
}

export type CriticalDeadlines = Readonly<Record<CriticalStep, Date>>

const hour = 3_600_000

/** When each step is due. `day`: the ISO day that `startedAt` lies on in Denmark. Hours run day and night. */
export function criticalDeadlines(
  startedAt: Date,
  day: string,
  limits: CriticalLimits,
  saturdayCounts: boolean,
): CriticalDeadlines {
  const after = (hours: number) => new Date(startedAt.getTime() + hours * hour)
  const endOfDay = danishMidnight(addDays(day, 1))
  const atLeast = after(limits.actHours)
  const lastDay = workingDaysAfter(day, limits.accountWorkingDays, saturdayCounts)
  return {
    acknowledged: after(limits.acknowledgeHours),
    acted: atLeast > endOfDay ? atLeast : endOfDay,
    confirmed: after(limits.confirmHours),
    accounted: danishMidnight(addDays(lastDay, 1)),
  }
}

/** The steps that wait, in their order. */
export function stepsLeft(critical: CriticalCase): readonly CriticalStep[] {
  if (!isOpen(critical)) return []
  if (critical.state === 'reported') return criticalSteps
  return criticalSteps.slice(criticalSteps.indexOf(critical.state) + 1)
}

export function overdueSteps(
  critical: CriticalCase,
  deadlines: CriticalDeadlines,
  now: Date,
): readonly CriticalStep[] {
  return stepsLeft(critical).filter((step) => deadlines[step] <= now)
}

/** Whole minutes until an instant, never below 0; with the clock set back no more than there were at the start. */
export function minutesLeft(due: Date, startedAt: Date, now: Date): number {
  const from = now < startedAt ? startedAt : now
  return Math.max(0, Math.floor((due.getTime() - from.getTime()) / 60_000))
}
