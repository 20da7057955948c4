import { expect, it } from 'vitest'
import { formatHours } from '../format/durations.ts'
import { planner as da } from './da/planner.ts'
import { planner as en } from './en/planner.ts'

it.each([
  ['da', da],
  ['en', en],
] as const)('the planner ends its sentences with one full stop after hours (%s)', (language, texts) => {
  for (const minutes of [45, 90, 6120]) {
    const hours = formatHours(minutes, language)
    for (const text of [
      texts.promise(30, hours, '4', '9'),
      texts.promiseNone(30, hours, '4'),
      texts.promiseLess(30, hours, 4),
      texts.keptCosts('30', hours),
    ]) {
      expect(text).not.toContain('..')
      expect(text).toMatch(/[^.]\.$/u)
    }
  }
})
