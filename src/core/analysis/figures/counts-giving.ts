/** x of m. */
export interface Count {
  readonly x: number
  readonly m: number
}

/** Whether x of m is printed as `percent`, rounded to so many decimals, half a step upwards as schools and offices do. */
export function givesPercent({ x, m }: Count, percent: number, decimals = 0): boolean {
  // Compared as whole numbers times 2 * 10^decimals, so that no half is lost to floating point.
  const scale = 10 ** decimals
  const excess = 200 * scale * x - 2 * Math.round(percent * scale) * m
  return excess >= -m && excess < m
}

/** The counts of exactly m cases that are printed as `percent`. */
export function countsGiving(percent: number, m: number, decimals = 0): readonly Count[] {
  const near = Math.round((percent / 100) * m)
  return [near - 1, near, near + 1]
    .filter((x) => x >= 0 && x <= m)
    .map((x) => ({ x, m }))
    .filter((count) => givesPercent(count, percent, decimals))
}

/** The sizes up to n, largest first, that can give every one of the percentages. */
export function sizesGiving(
  shares: readonly { readonly percent: number; readonly decimals: number }[],
  n: number,
): readonly number[] {
  return Array.from({ length: n }, (_, at) => n - at).filter((m) =>
    shares.every(({ percent, decimals }) => countsGiving(percent, m, decimals).length > 0),
  )
}
