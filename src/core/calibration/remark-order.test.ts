import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byWhatWasSaid } from './remark-order.ts'

// The last two differ only in a character that is not seen, which the order of words does not tell apart.
const words = fc.constantFrom(null, '', 'a', 'å', 'side 3', 'side\u200B 3')
const remark = fc.record({
  level: fc.integer({ min: 1, max: 2 }),
  given: fc.constantFrom(null, 'yes', 'no'),
  me: fc.boolean(),
  comment: words,
  evidence: words,
})

test('remarks come in the same order in whatever order of people they were read', () => {
  fc.assert(
    fc.property(
      fc
        .array(remark, { maxLength: 12 })
        .chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
      ([all, shuffled]) => {
        expect(shuffled.toSorted(byWhatWasSaid)).toEqual(all.toSorted(byWhatWasSaid))
      },
    ),
  )
})
