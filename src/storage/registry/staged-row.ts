import type { Problem } from '../../core/language/problem.ts'
import type { UnitId } from '../ids.ts'

/** A row of an import file on its way to the registry. CPR numbers are hashed (hex) and encrypted (base64) already. */
export interface StagedRow {
  readonly line: number
  readonly case_id: string
  readonly stage: string
  readonly unit_id: UnitId
  readonly caseworker: string
  readonly started: string
  readonly completed: string | null
  readonly attributes: Readonly<Record<string, string>>
  /** The child's id; null when the file does not say. */
  readonly child: string | null
  readonly cpr_hash: string | null
  readonly cpr: string | null
  /** Null when the file has no such column. */
  readonly participants: readonly string[] | null
}

export interface RefusedRow {
  readonly line: number
  readonly problems: readonly Problem[]
}

/** What differs in a changed row: field to [before, after]. For `cpr` both are only marks. */
export type Difference = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

export interface OutcomeCounts {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
}
