/** One measurement: a cost as a ratio to a yardstick taken in the same run, so that the machine's speed cancels out. */
export interface Bench {
  /** As typed on the command line: `node bench/run.ts NAME`. */
  readonly name: string
  /** The ratio must not exceed this. */
  readonly target: number
  readonly run: () => Promise<Measured | NotRun>
}

interface Measured {
  readonly ratio: number
  /** What was compared with what, with the raw figures. */
  readonly detail: string
}

/** The yardstick is not at hand, and why. */
interface NotRun {
  readonly notRun: string
}
