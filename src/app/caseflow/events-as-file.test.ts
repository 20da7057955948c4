import { expect, test } from 'vitest'
import { eventsAsFile } from './events-as-file.ts'

test('an attribute called as every object’s own methods are is a column like the others, empty where an event lacks it', () => {
  const event = { caseId: 'S-1', kind: 'k', time: '2026-01-05' }
  const { bytes } = eventsAsFile([
    { ...event, attributes: { valueOf: 'x' } },
    { ...event, attributes: { limit: '6' } },
    event,
  ])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n')
  expect(lines.map((line) => line.split(',').slice(-2))).toEqual([
    ['"limit"', '"valueOf"'],
    ['""', '"x"'],
    ['"6"', '""'],
    ['""', '""'],
  ])
})
