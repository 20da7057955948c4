/** Nobody is taken to have worked on through a longer pause than this between two answers; in ms. */
const longestPause = 10 * 60_000

/**
 * Minutes that seem to have been spent on a form, by when its answers were saved: the pauses between them that are short
 * enough to have been work. It is only proposed; what counts is what the reviewer says.
 */
export function spentMinutes(savedAt: readonly Date[]): number {
  const times = savedAt.map((each) => each.getTime()).toSorted((a, b) => a - b)
  const pauses = times.slice(1).map((time, before) => time - (times[before] ?? time))
  const worked = pauses.filter((pause) => pause <= longestPause).reduce((sum, pause) => sum + pause, 0)
  return Math.round(worked / 60_000)
}
