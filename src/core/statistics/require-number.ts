import { StatisticsError } from './statistics-error.ts'

/** Refuses NaN and infinities. `name` is the argument's name as the caller knows it. */
export function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) {
    throw new StatisticsError('not-finite', {
      da: `${name} skal være et endeligt tal, men er ${value}.`,
      en: `${name} must be a finite number, but is ${value}.`,
    })
  }
}

/** The largest size of a value or weight; squares of larger ones and their sums would not be numbers any more. */
const largestValue = 1e100

/** Refuses what is not finite, and numbers so large that sums of their squares would not be. */
export function requireComputable(value: number, name: string): void {
  requireFinite(value, name)
  if (Math.abs(value) > largestValue) {
    throw new StatisticsError('out-of-range', {
      da: `${name} er ${value}; tal over ${largestValue} kan ikke regnes med, fordi deres kvadrater bliver uendelige. Brug en større enhed.`,
      en: `${name} is ${value}; numbers above ${largestValue} cannot be computed with, because their squares become infinite. Use a larger unit.`,
    })
  }
}

/** Refuses what is not a whole number from 0 up to 2^53 - 1. */
export function requireCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new StatisticsError('not-a-count', {
      da: `${name} skal være et helt tal på mindst 0, men er ${value}.`,
      en: `${name} must be a whole number of at least 0, but is ${value}.`,
    })
  }
}

/** Refuses a sample without observations. */
export function requireSampleSize(value: number, name: string): void {
  requireCount(value, name)
  refuseEmpty(value, name)
}

/** Refuses a number of successes that is no count or lies above its number of trials, and an empty sample. */
export function requireSuccesses(x: number, n: number, xName = 'x', nName = 'n'): void {
  requireSampleSize(n, nName)
  requireCount(x, xName)
  requireNotAbove(x, n, xName, nName)
}

/** Refuses a part that is larger than its whole. */
export function requireNotAbove(x: number, n: number, xName: string, nName: string): void {
  if (x > n) {
    throw new StatisticsError('count-above-total', {
      da: `${xName} (${x}) må ikke være større end ${nName} (${n}).`,
      en: `${xName} (${x}) must not be above ${nName} (${n}).`,
    })
  }
}

function refuseEmpty(value: number, name: string): void {
  if (value === 0) {
    throw new StatisticsError('empty-sample', {
      da: `${name} er 0: uden observationer er der intet at beregne.`,
      en: `${name} is 0: without observations there is nothing to compute.`,
    })
  }
}

/** Refuses a part that lies outside 0 to its whole, and an empty whole; both may be real numbers. */
export function requirePart(x: number, n: number): void {
  requireNotNegative(n, 'n')
  refuseEmpty(n, 'n')
  requireNotNegative(x, 'x')
  requireNotAbove(x, n, 'x', 'n')
}

/** Refuses negative numbers and numbers that are not finite. */
export function requireNotNegative(value: number, name: string): void {
  requireFinite(value, name)
  if (value < 0) {
    throw new StatisticsError('out-of-range', {
      da: `${name} skal være mindst 0, men er ${value}.`,
      en: `${name} must be at least 0, but is ${value}.`,
    })
  }
}

/** Refuses numbers that are not above 0. */
export function requirePositive(value: number, name: string): void {
  requireFinite(value, name)
  if (value <= 0) {
    throw new StatisticsError('out-of-range', {
      da: `${name} skal være større end 0, men er ${value}.`,
      en: `${name} must be above 0, but is ${value}.`,
    })
  }
}

/** Refuses what is no probability; 0 and 1 are. */
export function requireProbability(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw new StatisticsError('not-a-probability', {
      da: `${name} skal ligge mellem 0 og 1, men er ${value}.`,
      en: `${name} must lie between 0 and 1, but is ${value}.`,
    })
  }
}

/** Refuses confidence levels outside the open interval from 0 to 1; a level of 95 % is written 0.95. */
export function requireConfidence(value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new StatisticsError('not-a-confidence-level', {
      da: `conf skal ligge mellem 0 og 1 (95 % skrives 0.95), men er ${value}.`,
      en: `conf must lie between 0 and 1 (95 % is written 0.95), but is ${value}.`,
    })
  }
}

/** Refuses sizes that would take a function minutes or more memory than there is; `instead` says what to do. */
export function requireAtMost(
  value: number,
  limit: number,
  name: string,
  instead: { readonly da: string; readonly en: string },
): void {
  if (value > limit) {
    throw new StatisticsError('too-large', {
      da: `${name} er ${value}; højst ${limit} kan regnes. ${instead.da}`,
      en: `${name} is ${value}; at most ${limit} can be computed. ${instead.en}`,
    })
  }
}
