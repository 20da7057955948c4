import { describe, expect, test } from 'vitest'
import { isSealed, levelsOf } from './seal.ts'

const submitted = (level: number) => ({ level, state: 'submitted' }) as const
const writing = (level: number) => ({ level, state: 'in-progress' }) as const
const someone = (...levels: readonly number[]) => ({ isReviewer: false, levels })

describe('the seal', () => {
  test('is no obstacle to the review’s own reviewers', () => {
    expect(isSealed(writing(2), { isReviewer: true, levels: [2] }, [writing(2)], false)).toBe(false)
  })

  test('hides an unfinished review from everyone else, of its own level too and after the round', () => {
    for (const viewer of [someone(2), someone(1), someone()])
      expect(isSealed(writing(2), viewer, [submitted(1), writing(2)], true)).toBe(true)
  })

  test('opens another level’s review when one’s own level has submitted the same case', () => {
    expect(isSealed(submitted(1), someone(2), [submitted(1), writing(2)], false)).toBe(true)
    expect(isSealed(submitted(1), someone(2), [submitted(1), submitted(2)], false)).toBe(false)
    expect(isSealed(submitted(3), someone(2), [submitted(1), submitted(2), submitted(3)], false)).toBe(false)
  })

  test('stays while the case may still be drawn at one’s level, and falls when the round closes', () => {
    expect(isSealed(submitted(2), someone(3), [submitted(1), submitted(2)], false)).toBe(true)
    expect(isSealed(submitted(2), someone(3), [submitted(1), submitted(2)], true)).toBe(false)
  })

  test('asks for every level that someone’s roles review at', () => {
    const ofCase = [submitted(1), submitted(2), writing(3)]
    expect(isSealed(submitted(1), someone(2, 3), ofCase, false)).toBe(true)
    expect(isSealed(submitted(1), someone(2), ofCase, false)).toBe(false)
  })

  test('a role stands for the levels it reviews at', () => {
    const levels = [
      { level: 1, reviewers: ['a', 'b'] },
      { level: 2, reviewers: ['b'] },
      { level: 3, reviewers: ['c'] },
    ]
    expect(levelsOf(levels, ['b'])).toEqual([1, 2])
    expect(levelsOf(levels, [])).toEqual([])
  })
})
