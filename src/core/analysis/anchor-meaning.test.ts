import { expect, it } from 'vitest'
import { anchorMeaning } from './anchor-meaning.ts'

it('tells what a change on the same old files means for the change that is measured', () => {
  const words = (lower: number, upper: number, level = 2) =>
    anchorMeaning({ level, interval: [lower, upper] }, 2).en
  expect(words(-0.1, -0.02)).toContain('casework may be better than the change shows')
  expect(words(0.02, 0.1)).toContain('casework may be worse than the change shows')
  expect(words(-0.02, 0.1)).toMatch(/^The interval crosses 0:.*the measured change of level 2\.$/u)
  expect(words(0.02, 0.1, 4)).toContain('on level 4’s scale, not at level 2')
})
