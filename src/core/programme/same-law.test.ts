import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getStage } from './lookup.ts'
import { parseProgramme } from './parse-programme.ts'
import { haveSameLaw } from './same-law.ts'

const file = new URL('../../../programmes/bbu-2017.yaml', import.meta.url)
const programme = parseProgramme(readFileSync(file, 'utf8'), 'bbu-2017.yaml')

test('the day on which a new act takes effect parts cases that are judged by different provisions', () => {
  if (!programme.ok) throw new Error('bbu-2017 is not sound')
  const stage = getStage(programme.value, 'underretning')
  expect(haveSameLaw(programme.value, stage, '2023-01-02', '2023-12-31')).toBe(true)
  expect(haveSameLaw(programme.value, stage, '2024-01-01', '2026-09-30')).toBe(true)
  expect(haveSameLaw(programme.value, stage, '2023-12-31', '2024-01-01')).toBe(false)
})
