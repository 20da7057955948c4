import { requireComputable } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/** Size, mean and variance (n - 1 in the denominator) of at least two finite values. */
export interface SampleMoments {
  readonly n: number
  readonly mean: number
  readonly variance: number
}

/** Moments in two passes, so that values far from 0 lose no digits. `name` is the argument's name for messages. */
export function sampleMoments(values: readonly number[], name: string): SampleMoments {
  const n = values.length
  if (n < 2) {
    throw new StatisticsError('too-few-values', {
      da: `${name} skal have mindst to værdier, men har ${n}.`,
      en: `${name} must have at least two values, but has ${n}.`,
    })
  }
  let sum = 0
  for (const [i, value] of values.entries()) {
    requireComputable(value, `${name}[${i}]`)
    sum += value
  }
  const mean = sum / n
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  const alike = values.every((value) => value === values[0])
  if (!alike && squares < Number.MIN_VALUE / Number.EPSILON) {
    throw new StatisticsError('out-of-range', {
      da: `Værdierne i ${name} er forskellige, men så lidt, at kvadratet på forskellen bliver 0. Brug en mindre enhed.`,
      en: `The values of ${name} differ, but by so little that the square of the difference becomes 0. Use a smaller unit.`,
    })
  }
  return { n, mean, variance: alike ? 0 : squares / (n - 1) }
}
