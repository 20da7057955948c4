/** A calibration whose answers are open. */
export interface HeldCalibration {
  readonly openedAt: Date
  /** Levels that handed something in, and how many people. */
  readonly levels: readonly number[]
  readonly people: number
}

/** What a round's page says of calibration: the widest one held for this round, or when the last one was. */
export type RoundAdvice<C extends HeldCalibration> =
  | {
      readonly kind: 'held'
      readonly calibration: C
      /** It was opened after the round was: none was held before. */
      readonly whileOpen: boolean
      /** The others that were opened after the round was, the oldest first. */
      readonly furtherWhileOpen: readonly C[]
    }
  | { readonly kind: 'none'; readonly last: C | null; readonly since: Date | null }

/**
 * A calibration counts for a round when it was opened after the round before it was opened. Of those from before this
 * round the widest counts, so that two colleagues who calibrate while it is open do not take the place of one that all
 * levels took part in; one held while it is open counts only when there was none before. `before`: when the programme's
 * round before was opened, null: there was none; `opened`: when this one was, or now.
 */
export function calibrationAdvice<C extends HeldCalibration>(
  calibrations: readonly C[],
  { before, opened }: { readonly before: Date | null; readonly opened: Date },
): RoundAdvice<C> {
  const newestFirst = calibrations.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
  const counting = newestFirst.filter(({ openedAt }) => before === null || openedAt > before)
  const whileOpen = counting.filter(({ openedAt }) => openedAt > opened)
  const ahead = counting.filter(({ openedAt }) => openedAt <= opened)
  const calibration = (ahead.length > 0 ? ahead : whileOpen).toSorted(widestFirst)[0]
  if (calibration === undefined) return { kind: 'none', last: newestFirst[0] ?? null, since: before }
  return {
    kind: 'held',
    calibration,
    whileOpen: ahead.length === 0,
    furtherWhileOpen: whileOpen.filter((each) => each !== calibration).toReversed(),
  }
}

/** Sorting keeps the newest first among alike. */
function widestFirst(a: HeldCalibration, b: HeldCalibration): number {
  return b.levels.length - a.levels.length || b.people - a.people
}

/** The questions that the advice names: those with the least agreement, at most this many. */
export const advisedQuestions = 5
