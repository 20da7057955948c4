/** A calendar quarter; days are ISO, both inclusive. */
export interface Quarter {
  readonly year: number
  readonly quarter: number
  readonly from: string
  readonly to: string
  /** What a round of it is usually called, e.g. `2026q3`. */
  readonly key: string
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const
const firstDays = ['01-01', '04-01', '07-01', '10-01'] as const

/** The quarter a day lies in and those before it, newest first. */
export function quartersUntil(today: string, count: number): readonly Quarter[] {
  const index = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  return Array.from({ length: count }, (_, back) => quarterAt(index - back))
}

function quarterAt(index: number): Quarter {
  const year = Math.floor(index / 4)
  const at = index % 4
  return {
    year,
    quarter: at + 1,
    from: `${year}-${firstDays[at]}`,
    to: `${year}-${lastDays[at]}`,
    key: `${year}q${at + 1}`,
  }
}
