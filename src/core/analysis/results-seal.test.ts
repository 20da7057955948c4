import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSealingLevels, type SealedLevel } from './results-seal.ts'

const level = (number: number, reviews: number, submitted: number, drawn = true): SealedLevel => ({
  level: number,
  drawn,
  reviews,
  submitted,
})

test('a review that is missing and a level that is not drawn keep an open round sealed', () => {
  const levels = [level(1, 20, 20), level(2, 10, 9), level(3, 0, 0, false)]
  expect(listSealingLevels({ roundState: 'open', levels })).toEqual([2, 3])
})

test('an open round opens when every level is drawn and submitted', () => {
  const levels = [level(1, 20, 20), level(2, 10, 10)]
  expect(listSealingLevels({ roundState: 'open', levels })).toEqual([])
})

test('a closed round is open to read, whatever was left undone', () => {
  const levels = [level(1, 20, 3), level(2, 0, 0, false)]
  expect(listSealingLevels({ roundState: 'closed', levels })).toEqual([])
})

test('no two looks at an open round can differ by a submission', () => {
  const anyLevels = fc
    .array(fc.record({ drawn: fc.boolean(), reviews: fc.nat(9), missing: fc.nat(3) }), { maxLength: 4 })
    .map((rows) =>
      rows.map(({ drawn, reviews, missing }, at) =>
        level(at + 1, reviews + missing, drawn ? reviews : 0, drawn),
      ),
    )
  fc.assert(
    fc.property(anyLevels, (levels) => {
      const seen = listSealingLevels({ roundState: 'open', levels }).length === 0
      // Whoever can see now must not be able to see another sum later: nothing is left to submit or to draw.
      const canChange = levels.some(({ drawn, reviews, submitted }) => !drawn || submitted < reviews)
      expect(seen).toBe(!canChange)
    }),
  )
})
