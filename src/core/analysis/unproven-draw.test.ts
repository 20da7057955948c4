import { expect, it } from 'vitest'
import { unprovenBaselineWords, unprovenDrawWords } from './unproven-draw.ts'

const level = (number: number, weights: 'draw' | 'column' | 'none', generalises = true) => ({
  level: number,
  weights,
  generalises,
})

it('says that intervals presuppose a lot wherever no draw file shows it, and names the levels', () => {
  expect(unprovenDrawWords([level(1, 'draw'), level(2, 'draw')])).toBe(null)
  expect(unprovenDrawWords([level(1, 'none'), level(2, 'column')])?.en).toMatch(
    /^No draw file shows how the cases were chosen\./u,
  )
  expect(unprovenDrawWords([level(1, 'draw'), level(2, 'none')])?.da).toContain('sagerne på niveau 2 er')
})

it('leaves levels that a date chose to the words about that', () => {
  expect(unprovenDrawWords([level(1, 'none', false)])).toBe(null)
})

it('says that a change presupposes a lot where only the baseline shows none', () => {
  const compared = (baselineWeights: 'draw' | 'column' | 'none', number = 1) => ({
    ...level(number, 'draw'),
    baselineWeights,
  })
  expect(unprovenBaselineWords([compared('draw'), level(2, 'draw')])).toBe(null)
  expect(unprovenBaselineWords([{ ...level(1, 'none'), baselineWeights: 'none' }])).toBe(null)
  expect(unprovenBaselineWords([compared('none')])?.en).toContain(
    'The change presupposes that the baseline was drawn by lot.',
  )
  expect(unprovenBaselineWords([compared('draw'), compared('column', 2)])?.da).toContain(
    'sager på niveau 2 er',
  )
})
