import { expect, it } from 'vitest'
import { unprovenDrawWords } from './unproven-draw.ts'

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
