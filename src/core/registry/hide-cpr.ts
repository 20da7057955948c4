import { checkCpr } from './cpr.ts'

const candidate = /(?<!\d)(?:\d{5,6}[- ]\d{4}|\d{9,10})(?!\d)/gu
const whole = /(?<!\d)(?:\d{6}[- ]\d{4}|\d{10})(?!\d)/gu

/** The text with everything in it that may be a CPR number (also one that lost its leading zero) made unreadable. */
export function hideCpr(text: string): string {
  return text.replaceAll(candidate, (digits) => (mayBeCpr(digits) ? '●●●●●●-●●●●' : digits))
}

/** Whether a text holds what may be a CPR number with all its digits. */
export function holdsCpr(text: string): boolean {
  return [...text.matchAll(whole)].some(([digits]) => mayBeCpr(digits))
}

function mayBeCpr(digits: string): boolean {
  const plain = digits.replace(/\D/u, '')
  return checkCpr(plain.padStart(10, '0')).ok
}
