import { describe, expect, test } from 'vitest'
import { compareWithLast, isLate, listLeftOut, nextLabel, type PlannedInitiative } from './action-plan.ts'

const aims = [
  { programme: 'bbu', stage: 'a', question: 'a1' },
  { programme: 'bbu', stage: null, question: null },
]
const initiative = (id: string, more: Partial<PlannedInitiative> = {}): PlannedInitiative => ({
  id,
  title: 'Skabelon',
  what: 'En ny skabelon',
  owner: { kind: 'unit', id: 'nord' },
  startsOn: '2026-01-01',
  endsOn: null,
  source: 'audit',
  reference: null,
  aims,
  ...more,
})

describe('a new version of a plan', () => {
  test('says of each initiative whether it is new, changed or the same, and which were left out', () => {
    const last = [initiative('a'), initiative('b'), initiative('c')]
    const now = [
      initiative('a', { aims: aims.toReversed() }),
      initiative('b', { endsOn: '2026-06-30' }),
      initiative('d'),
    ]
    expect([...compareWithLast(last, now)]).toEqual([
      ['a', 'same'],
      ['b', 'changed'],
      ['d', 'new'],
    ])
  })

  test('has left out what any earlier version had, each once, with the version that did so', () => {
    const held = (label: string, ...ids: string[]) => ({ label, initiatives: ids.map((id) => ({ id })) })
    const versions = [
      held('2.0', 'a', 'b', 'c', 'd'),
      held('3.5', 'a', 'c'),
      held('9.0', 'a', 'd'),
      held('10.0', 'a'),
    ]
    const told = (upTo: number) =>
      listLeftOut(versions.slice(0, upTo)).map(({ initiative: { id }, label }) => `${id} ${label}`)
    expect(told(1)).toEqual([])
    expect(told(2)).toEqual(['b 3.5', 'd 3.5'])
    // One that came back and went again went with the version that dropped it last.
    expect(told(4)).toEqual(['b 3.5', 'c 9.0', 'd 10.0'])
  })

  test('is called by the next whole number', () => {
    expect(['1.0', '1.3', '9.0', 'Udviklingsplan'].map(nextLabel)).toEqual([
      '2.0',
      '2.0',
      '10.0',
      'Udviklingsplan 2',
    ])
  })
})

test('an initiative is late when its start or its end has passed and it has not moved', () => {
  const days = { startsOn: '2026-05-01', endsOn: '2026-08-01' }
  expect(isLate(days, 'planned', '2026-05-01')).toBe(false)
  expect(isLate(days, 'planned', '2026-05-02')).toBe(true)
  expect(isLate(days, 'running', '2026-08-01')).toBe(false)
  expect(isLate(days, 'running', '2026-08-02')).toBe(true)
  expect(isLate(days, 'done', '2026-12-01')).toBe(false)
})
