import type { CaseStage } from '../registry/case-stage.ts'

/** A finished case stage on its way through a rule: the stratum it belongs to, and why it cannot be drawn, if so. */
export interface FrameCase {
  readonly caseStage: CaseStage
  readonly stratum: string
  /** From more than one list of quotas, as in `newest-first` with older cases: the one that counts here. */
  readonly older: boolean
  /** JSON path of the part of the rule that keeps it out; undefined: it can be drawn. */
  readonly why?: string
  /** Above 0; `risk-weighted` only. */
  readonly risk?: number
}
