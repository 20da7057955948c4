import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { announcedStart, earliestActDay, listForeknown } from './initiative-start.ts'

const round = (knownOn: string) => ({ knownOn })

test('an initiative may have begun two weeks before its plan was published, and no day more', () => {
  expect(earliestActDay('2026-03-15')).toBe('2026-03-01')
})

describe('the announced start', () => {
  test('is the day that the plan names', () => {
    expect(announcedStart('2026-06-01', '2026-03-15')).toEqual({ day: '2026-06-01', writtenOn: '2026-03-15' })
  })

  test('is never before the plan was published, or one could be announced afterwards', () => {
    expect(announcedStart('2025-06-01', '2026-03-15').day).toBe('2026-03-15')
  })

  test('cannot have been chosen by a round whose cases all came after it', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 400 }), day, (startsOn, publishedOn, later, known) => {
        const start = announcedStart(startsOn, publishedOn)
        // Its cases were begun on the start at the earliest, and its results came later.
        const after = round(addDays(start.day, later))
        expect(listForeknown(start, { before: round(known), after })).toEqual([])
      }),
    )
  })
})

describe('the rounds a start could have been chosen by', () => {
  const before = round('2026-02-01')
  const after = round('2026-07-01')

  test('are none when it was written within two weeks, though the results before it called for it', () => {
    expect(listForeknown({ day: '2026-03-01', writtenOn: '2026-03-15' }, { before, after })).toEqual([])
  })

  test('are the one before when it is dated back further', () => {
    expect(listForeknown({ day: '2026-03-01', writtenOn: '2026-03-16' }, { before, after })).toEqual([before])
  })

  test('are both when what came after was open on the day of writing', () => {
    expect(listForeknown({ day: '2026-03-01', writtenOn: '2026-06-30' }, { before, after })).toEqual([before])
    expect(listForeknown({ day: '2026-03-01', writtenOn: '2026-07-01' }, { before, after })).toEqual([
      before,
      after,
    ])
  })

  test('are none when it was written late but before either was known', () => {
    const unknown = { before: round('2026-08-01'), after: round('2026-12-01') }
    expect(listForeknown({ day: '2026-03-01', writtenOn: '2026-06-01' }, unknown)).toEqual([])
  })
})
