const minute = 60_000

/** A mail that has failed this often, over some three days, is given up; what it told still stands on the person's page. */
export const mostAttempts = 24

/** When a mail is tried again after its `attempts`-th failed attempt: 1, 2, 4 ... minutes, at most 4 hours. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(2 ** (attempts - 1), 240) * minute)
}
