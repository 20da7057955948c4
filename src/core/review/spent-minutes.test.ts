import { array, assert, date, property } from 'fast-check'
import { expect, test } from 'vitest'
import { spentMinutes } from './spent-minutes.ts'

const at = (...minutes: readonly number[]) => minutes.map((each) => new Date(each * 60_000))

test('what was spent is the work between the answers, without the night between two sittings', () => {
  expect(spentMinutes(at(0, 3, 5, 900, 906))).toBe(11)
  expect(spentMinutes(at(7))).toBe(0)
  expect(spentMinutes([])).toBe(0)
})

test('it does not depend on the order of the answers and is never longer than from the first to the last', () => {
  assert(
    property(array(date({ noInvalidDate: true })), (times) => {
      const sorted = times.toSorted((a, b) => a.getTime() - b.getTime())
      const whole = (sorted.at(-1)?.getTime() ?? 0) - (sorted[0]?.getTime() ?? 0)
      expect(spentMinutes(times)).toBe(spentMinutes(sorted))
      expect(spentMinutes(times)).toBeGreaterThanOrEqual(0)
      expect(spentMinutes(times)).toBeLessThanOrEqual(Math.round(whole / 60_000))
    }),
  )
})
