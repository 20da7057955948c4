/** One measurement: a cost as a ratio to a yardstick taken in the same run, so that the machine's speed cancels out. */
export interface Bench {
  /** As typed on the command line: `node bench/run.ts NAME`. */
  readonly name: string
  /** What the ratio compares, in one line. */
  readonly measures: string
  /** The ratio must not exceed this. */
  readonly atMost: number
  readonly run: () => Promise<{ readonly ratio: number; readonly detail: string }>
}
