import { getId, type CalibrationId, type TrainingCaseId } from '../../storage/ids.ts'

/** The ids in an address whose form the contract has checked. */
export function calibrationIdOf(text: string): CalibrationId {
  return getId<CalibrationId>(text)
}

export function trainingCaseIdOf(text: string): TrainingCaseId {
  return getId<TrainingCaseId>(text)
}
