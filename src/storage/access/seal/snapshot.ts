/** What a transaction could see: PostgreSQL's `pg_snapshot` (`xmin:xmax:xip,xip,...`). */
export interface Snapshot {
  /** The first transaction that had not begun to write. */
  readonly xmax: number
  /** Transactions that were under way. */
  readonly underWay: readonly number[]
}

/** Undefined for a text that is none, e.g. the empty one of a head whose backlog was not yet done. */
export function findSnapshot(text: string): Snapshot | undefined {
  const [, xmax, underWay] = /^\d+:(\d+):((?:\d+(?:,\d+)*)?)$/.exec(text) ?? []
  if (xmax === undefined || underWay === undefined) return undefined
  return { xmax: Number(xmax), underWay: underWay === '' ? [] : underWay.split(',').map(Number) }
}
