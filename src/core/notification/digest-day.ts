/** How often somebody wants the mail that collects what waits. */
export const digestRhythms = ['daily', 'weekly', 'never'] as const
export type DigestRhythm = (typeof digestRhythms)[number]

/** Whether a digest is due on an ISO day: daily from Monday to Friday, weekly on Monday. Public holidays are not left out. */
export function isDigestDay(rhythm: DigestRhythm, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (rhythm === 'daily') return weekday >= 1 && weekday <= 5
  return rhythm === 'weekly' && weekday === 1
}
