import { hideCpr } from '../registry/hide-cpr.ts'

/**
 * Whether a text that is to be invented may hold somebody's CPR number: also one written with another dash, with spaces
 * around it, or without the zero that a spreadsheet dropped.
 */
export function mayHoldCpr(text: string): boolean {
  const joined = text.replaceAll(/(?<=\d)\s*[-‐‑–—−]\s*(?=\d)/gu, '-')
  return hideCpr(joined) !== joined
}
