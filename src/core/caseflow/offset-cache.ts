import { danishOffset, dayOf, startOfDay } from '../calendar/danish-time.ts'

const msInHour = 3_600_000
const msInDay = 86_400_000
/** 1 January 1850 and 2200, between which a written date is taken for one. */
const firstDay = -43_829
const lastDay = 84_006
const unknown = 0
const changes = -1

/** What Danish clocks are ahead of UTC, remembered for whole days: a million events need it a million times. */
export class OffsetCache {
  readonly #hours = new Int8Array(lastDay - firstDay)

  /** Milliseconds; undefined on a day when clocks are changed. */
  ofDay(day: number): number | undefined {
    const at = day - firstDay
    let hours = this.#hours[at] ?? changes
    if (hours === unknown) {
      const first = danishOffset(startOfDay(day)) / msInHour
      hours = danishOffset(startOfDay(day + 1) - 1) / msInHour === first ? first : changes
      this.#hours[at] = hours
    }
    return hours === changes ? undefined : hours * msInHour
  }

  /** The day it is in Denmark at a moment. */
  dayOf(moment: number): number {
    // Denmark is never less than an hour ahead, and clocks are not changed around midnight, so this day's offset holds.
    const offset = this.ofDay(Math.floor((moment + msInHour) / msInDay))
    return offset === undefined ? dayOf(moment) : Math.floor((moment + offset) / msInDay)
  }
}
