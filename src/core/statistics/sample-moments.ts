import { requireFinite } from './require-number.ts'
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
    requireFinite(value, `${name}[${i}]`)
    sum += value
  }
  const mean = sum / n
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return { n, mean, variance: values.every((value) => value === values[0]) ? 0 : squares / (n - 1) }
}
