import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import type { Problem } from '../../core/language/problem.ts'

/** A use case's no: a code from the contract, with the places in a file where that is the reason. */
export interface Refused<C extends RefusalCode = RefusalCode> {
  readonly ok: false
  readonly refusal: C
  readonly problems?: readonly Problem[]
  /** What stands now, for a writer who saw something older. */
  readonly current?: unknown
  /** What was changed before the refusal is meant to stay (see `undoRefused`): a role that ended, answers set aside. */
  readonly keepsChanges?: true
  /** When it makes sense to try again. */
  readonly retryAfterSeconds?: number
}

/** What every use case returns. Refusals are values; a thrown error is a bug or an outage. */
export type Result<T, C extends RefusalCode = RefusalCode> =
  { readonly ok: true; readonly value: T } | Refused<C>

export function done(): { readonly ok: true; readonly value: undefined }
export function done<T>(value: T): { readonly ok: true; readonly value: T }
export function done<T>(value?: T): { readonly ok: true; readonly value: T | undefined } {
  return { ok: true, value }
}

export function refused<const C extends RefusalCode>(refusal: C, problems?: readonly Problem[]): Refused<C> {
  return problems === undefined ? { ok: false, refusal } : { ok: false, refusal, problems }
}
