import { plural } from '../../../core/language/plural.ts'
import type { calibrationWaiting as danish } from '../da/calibration-waiting.ts'

export const calibrationWaiting: typeof danish = {
  heading: (n) => plural('en', n, 'A calibration waits for you', `${n} calibrations wait for you`),
  due: (day) => `answer by ${day}`,
  overdue: (day) => `was due ${day}`,
}
