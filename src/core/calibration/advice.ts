/** A calibration whose answers are open. */
export interface HeldCalibration {
  readonly openedAt: Date
}

/** What a round's page says of calibration: the newest one held for this round, or when the last one was. */
export type RoundAdvice<C extends HeldCalibration> =
  | { readonly kind: 'held'; readonly calibration: C }
  | { readonly kind: 'none'; readonly last: C | null; readonly since: Date | null }

/**
 * A calibration counts for a round when it was opened after the round before it was opened: people calibrate between
 * two rounds or early in the new one. `before`: when the programme's round before was opened; null: there was none.
 */
export function calibrationAdvice<C extends HeldCalibration>(
  calibrations: readonly C[],
  before: Date | null,
): RoundAdvice<C> {
  const last = calibrations.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime())[0] ?? null
  const held = last !== null && (before === null || last.openedAt > before)
  return held ? { kind: 'held', calibration: last } : { kind: 'none', last, since: before }
}

/** The questions that the advice names: those with the least agreement, at most this many. */
export const advisedQuestions = 5
