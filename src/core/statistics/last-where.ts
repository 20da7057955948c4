/**
 * The last whole number in low+1..high up to which a condition holds; `low` when it never does. The search starts at
 * `near` and goes from there in doubled steps, for conditions that cost much and whose end is roughly known.
 */
export function lastWhere(low: number, high: number, holds: (k: number) => boolean, near?: number): number {
  let [from, to] = [low, high]
  if (near !== undefined) {
    let at = Math.min(high, Math.max(low + 1, near))
    for (let step = 1; from < to && at > from && at <= to; step *= 2) {
      if (holds(at)) {
        from = at
        at += step
      } else {
        to = at - 1
        at -= step
      }
    }
  }
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if (holds(middle)) from = middle
    else to = middle - 1
  }
  return from
}
