import type { Checked, Place, Problem } from '../language/problem.ts'
import { isDay } from '../tabular/written-date.ts'

/** A Danish civil registration number whose form was checked. */
export interface Cpr {
  /** Ten digits without the dash. */
  readonly digits: string
  /** Day of birth, `YYYY-MM-DD`. */
  readonly born: string
  /** A substitute number (erstatningspersonnummer) for somebody not in the civil register: 60 is added to the day. */
  readonly substitute: boolean
}

/**
 * Checks date and century only: modulus 11 has not held for all numbers since 2007. The text of a problem never
 * repeats the number, because problems reach screens and logs.
 */
export function checkCpr(text: string, at?: Place): Checked<Cpr> {
  const trimmed = text.trim()
  const digits = /^\d{6}[- ]?\d{4}$/u.test(trimmed) ? trimmed.replace(/[- ]/u, '') : undefined
  if (digits === undefined) {
    const lostZero = /^\d{9}$|^\d{5}[- ]\d{4}$/u.test(trimmed)
    return refuse(lostZero ? leadingZeroLost : notTenDigits, at)
  }
  const substitute = digits.charAt(0) >= '6'
  const born = birthDay(substitute ? `${Number(digits.charAt(0)) - 6}${digits.slice(1)}` : digits)
  return born === undefined ? refuse(noSuchBirthDay, at) : { ok: true, value: { digits, born, substitute } }
}

/**
 * Day and month are digits 1-4, the year's end digits 5-6; digit 7 gives the century
 * (CPR-kontoret, "Personnummeret i CPR-systemet"; substitute numbers: cpr.dk, "Erstatningspersonnummer i eksterne
 * systemer").
 */
function birthDay(digits: string): string | undefined {
  const year = Number(digits.slice(4, 6))
  const iso = `${century(Number(digits[6]), year)}${digits.slice(4, 6)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`
  return isDay(iso) ? iso : undefined
}

function century(seventh: number, year: number): 18 | 19 | 20 {
  if (seventh <= 3) return 19
  if (seventh === 4 || seventh === 9) return year <= 36 ? 20 : 19
  return year <= 57 ? 20 : 18
}

type Refusal = Pick<Problem, 'code' | 'text'>

function refuse(refusal: Refusal, at: Place | undefined): Checked<never> {
  return { ok: false, problems: [at === undefined ? refusal : { ...refusal, at }] }
}

const leadingZeroLost: Refusal = {
  code: 'cpr-zero-lost',
  text: {
    da: 'CPR-nummeret har ni cifre: regnearket har fjernet nullet foran. Formatér kolonnen som tekst, og hent tallene igen fra fagsystemet.',
    en: 'The CPR number has nine digits: the spreadsheet dropped the leading zero. Format the column as text and fetch the numbers again from the case system.',
  },
}

const notTenDigits: Refusal = {
  code: 'cpr-not-ten-digits',
  text: {
    da: 'Et CPR-nummer har ti cifre, med eller uden bindestreg efter de første seks.',
    en: 'A CPR number has ten digits, with or without a dash after the first six.',
  },
}

const noSuchBirthDay: Refusal = {
  code: 'cpr-no-such-day',
  text: {
    da: 'CPR-nummeret begynder med en dato, der ikke findes. Ret nummeret i kilden.',
    en: 'The CPR number begins with a date that does not exist. Correct the number at its source.',
  },
}
