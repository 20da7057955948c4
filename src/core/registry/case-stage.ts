/** A finished step of a child's case, as the frame file and the registry describe it. Dates are ISO `YYYY-MM-DD`. */
export interface CaseStage {
  /** The case system's id. Together with `stage` unique in a frame. */
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly caseworker: string
  readonly started: string
  readonly completed: string
  /** All other columns, by their column name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Line in the file it came from, for messages. */
  readonly line?: number
}
