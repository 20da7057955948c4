/** The ends of a scale; what lies outside is drawn at the nearer end. */
export interface ChartScale {
  readonly lowest: number
  readonly highest: number
}

/** A point that has a value and its place across the picture, in per cent. */
export interface PlacedPoint<Point> {
  readonly point: Point
  /** Whether the point just before it has a value too. */
  readonly follows: boolean
  readonly value: number
  readonly x: number
}

/** Points side by side at equal distances; those without a value leave a gap. */
export function placePoints<Point extends { readonly value: number | null }>(
  points: readonly Point[],
): readonly PlacedPoint<Point>[] {
  return points.flatMap((point, at) =>
    point.value === null
      ? []
      : [
          {
            point,
            follows: (points[at - 1]?.value ?? null) !== null,
            value: point.value,
            x: ((at + 0.5) / points.length) * 100,
          },
        ],
  )
}

/** How far down a value lies, in per cent. */
export function heightOf(value: number, { lowest, highest }: ChartScale): number {
  const part = (value - lowest) / (highest - lowest)
  return 100 - Math.min(1, Math.max(0, part)) * 100
}

/** Whether the point so many from the end keeps its word on a long axis; the last always does. */
export function keepsLabel(fromEnd: number, points: number, room: number): boolean {
  return fromEnd % Math.ceil(points / room) === 0
}
