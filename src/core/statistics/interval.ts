/** Lower and upper limit; `lower <= upper`, both finite. */
export type Interval = readonly [lower: number, upper: number]
