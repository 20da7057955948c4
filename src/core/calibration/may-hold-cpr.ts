import { hideCpr } from '../registry/hide-cpr.ts'

/**
 * Whether a text that is to be invented may hold somebody's CPR number: also one without the zero that a spreadsheet
 * dropped.
 */
export function mayHoldCpr(text: string): boolean {
  return hideCpr(text) !== text
}
