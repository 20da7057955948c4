const msInHour = 3_600_000
const msInDay = 86_400_000

interface Due {
  /** ISO day. */
  readonly dueOn: string | null
  /** Only where the rule counts in hours. */
  readonly dueAt: Date | null
}

/** Begun hours or days past the time. */
export function pastBy({ dueAt, dueOn }: Due, now: Date, today: string): number | null {
  if (dueAt !== null) return Math.max(1, Math.ceil((now.getTime() - dueAt.getTime()) / msInHour))
  return dueOn === null ? null : daysBetween(dueOn, today)
}

/** Whole hours or days until the time is up. */
export function leftOf({ dueAt, dueOn }: Due, now: Date, today: string): number | null {
  if (dueAt !== null) return Math.floor((dueAt.getTime() - now.getTime()) / msInHour)
  return dueOn === null ? null : daysBetween(today, dueOn)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msInDay)
}
