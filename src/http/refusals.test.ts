import { expect, test } from 'vitest'
import { refusalCodes } from '../contract/frame/refusal-code.ts'
import { refusals } from './refusals.ts'

test.each(refusalCodes)('%s has an error status and a sentence in both languages', (code) => {
  const { status, text } = refusals[code]
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(600)
  for (const sentence of [text.da, text.en]) expect(sentence).toMatch(/^[A-ZÆØÅ].*[.]$/)
  expect(text.da).not.toBe(text.en)
})
