import { expect, test } from 'vitest'
import { calibrationState, refusalOfCalibrationAct } from './calibration-state.ts'

const at = new Date('2024-03-01T10:00:00Z')

test('a calibration is answered until it is opened or withdrawn', () => {
  expect(calibrationState({ openedAt: null, withdrawnAt: null })).toBe('answering')
  expect(calibrationState({ openedAt: at, withdrawnAt: null })).toBe('opened')
  expect(calibrationState({ openedAt: null, withdrawnAt: at })).toBe('withdrawn')
})

test('nobody reads before the opening and nobody answers after it', () => {
  expect(refusalOfCalibrationAct('answer', 'answering')).toBeNull()
  expect(refusalOfCalibrationAct('read-results', 'answering')).toBe('calibration-sealed')
  expect(refusalOfCalibrationAct('conclude', 'answering')).toBe('calibration-sealed')
  expect(refusalOfCalibrationAct('read-results', 'opened')).toBeNull()
  expect(refusalOfCalibrationAct('answer', 'opened')).toBe('calibration-closed')
  expect(refusalOfCalibrationAct('withdraw', 'opened')).toBe('calibration-closed')
})

test('nothing is done with a calibration that was withdrawn', () => {
  for (const act of ['answer', 'open', 'withdraw', 'read-results', 'conclude'] as const)
    expect(refusalOfCalibrationAct(act, 'withdrawn')).toBe('calibration-withdrawn')
})
