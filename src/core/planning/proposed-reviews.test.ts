import { describe, expect, it } from 'vitest'
import { proposedReviews } from './proposed-reviews.ts'

describe('a plan to begin with', () => {
  it('has 60 reviews at the highest level and twice as many for each below', () => {
    expect([...proposedReviews([1, 2, 4])]).toEqual([
      [1, 240],
      [2, 120],
      [4, 60],
    ])
  })

  it('keeps what is to be kept, draws no level from too few, and never has more than there are cases', () => {
    const kept = new Map([[2, 500]])
    expect([...proposedReviews([1, 2, 4], { atLeast: kept }).values()]).toEqual([500, 500, 60])
    expect([...proposedReviews([1, 2, 4], { atLeast: kept, population: 100 }).values()]).toEqual([
      100, 100, 60,
    ])
    expect([...proposedReviews([1, 2, 4], { population: 20 }).values()]).toEqual([20, 20, 20])
  })
})
