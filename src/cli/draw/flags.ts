/** What every form of `draw` needs to compute a draw. */
export interface FrameFlags {
  readonly frame: string
  readonly seedFile: string
  readonly columns?: string
}

export interface SampleFlags extends FrameFlags {
  readonly programme: string
  readonly round: string
  readonly level: number
  readonly from?: string
  readonly out: string
}

export interface VerifyFlags extends FrameFlags {
  readonly from?: string
  readonly programme?: string
  /** Where to write every difference, however many. */
  readonly differences?: string
}

export interface ReplaceFlags extends FrameFlags {
  readonly case: string
  readonly stage?: string
  readonly reason: string
  readonly out: string
}
