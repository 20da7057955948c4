/** Answering under way; opened to the invited; given up. The last two are for good. */
export const calibrationStates = ['answering', 'opened', 'withdrawn'] as const
export type CalibrationState = (typeof calibrationStates)[number]

interface Ends {
  readonly openedAt: Date | null
  readonly withdrawnAt: Date | null
}

export function calibrationState({ openedAt, withdrawnAt }: Ends): CalibrationState {
  if (withdrawnAt !== null) return 'withdrawn'
  return openedAt === null ? 'answering' : 'opened'
}

/** What is done with a calibration: its invited answer and hand in; who leads opens or withdraws it, and concludes. */
export type CalibrationAct = 'answer' | 'open' | 'withdraw' | 'read-results' | 'conclude'

/**
 * Why an act cannot be done in a state; null: it can. Answering ends with the opening, because from then on everybody
 * has seen what the others said.
 */
export function refusalOfCalibrationAct(
  act: CalibrationAct,
  state: CalibrationState,
): 'calibration-sealed' | 'calibration-closed' | 'calibration-withdrawn' | null {
  if (state === 'withdrawn') return 'calibration-withdrawn'
  const wantsOpened = act === 'read-results' || act === 'conclude'
  if (wantsOpened === (state === 'opened')) return null
  return wantsOpened ? 'calibration-sealed' : 'calibration-closed'
}
