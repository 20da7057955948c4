import { expect, test } from 'vitest'
import type { RoundSummary } from '../../../contract/draw/rounds.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { quartersUntil } from './quarters.ts'
import {
  draftErrors,
  draftOfQuarter,
  isNotOver,
  overlapping,
  usualBaseline,
  usualQuarter,
  type RoundDraft,
} from './round-draft.ts'

function summary(key: string, baseline: string | null, programme = 'bbu-2017'): RoundSummary {
  const title = { da: key, en: key }
  return {
    key,
    title,
    state: 'open',
    programme: { key: programme, version: 1, title },
    periodFrom: '2026-01-01',
    periodTo: '2026-03-31',
    baseline,
    drawn: 0,
    submitted: 0,
    writtenOff: 0,
  }
}

const [newest] = quartersUntil('2026-11-22', 1)
if (newest === undefined) throw new Error('no quarter')
const filled: RoundDraft = { programme: 'bbu-2017', baseline: '', ...draftOfQuarter(newest, []) }

test('quarters are whole, end on their last day, and go back over the turn of the year', () => {
  const quarters = quartersUntil('2026-02-28', 3)
  expect(quarters.map(({ key, from, to }) => [key, from, to])).toEqual([
    ['2026q1', '2026-01-01', '2026-03-31'],
    ['2025q4', '2025-10-01', '2025-12-31'],
    ['2025q3', '2025-07-01', '2025-09-30'],
  ])
})

test('the form suggests the newest quarter that has ended and has no round', () => {
  const quarters = quartersUntil('2026-11-22', 3)
  expect(usualQuarter(quarters, [], '2026-11-22')?.key).toBe('2026q3')
  expect(usualQuarter(quarters, [summary('2026q3', null)], '2026-11-22')?.key).toBe('2026q2')
})

test('a quarter that is still running is never suggested: the last one that ended is, under a free id', () => {
  const quarters = quartersUntil('2026-11-22', 3)
  const taken = [summary('2026q3', null), summary('2026q2', null), summary('2026q3-2', null)]
  const quarter = usualQuarter(quarters, taken, '2026-11-22')
  expect(quarter?.key).toBe('2026q3')
  expect(quarter && draftOfQuarter(quarter, taken).key).toBe('2026q3-3')
})

test('a period is over on the day after its last', () => {
  const draft = { ...filled, periodFrom: '2026-07-01', periodTo: '2026-09-30' }
  expect(isNotOver(draft, '2026-09-30')).toBe(true)
  expect(isNotOver(draft, '2026-10-01')).toBe(false)
  expect(isNotOver({ ...draft, periodTo: '' }, '2026-10-01')).toBe(false)
})

test('a round of the same programme that shares a day is told', () => {
  const rounds = [summary('a', null), summary('b', null, 'other')]
  const at = (periodFrom: string, periodTo: string) =>
    overlapping({ ...filled, periodFrom, periodTo }, rounds)?.key
  expect(at('2026-03-31', '2026-06-30')).toBe('a')
  expect(at('2026-04-01', '2026-06-30')).toBeUndefined()
  expect(at('', '2026-06-30')).toBeUndefined()
})

test('the baseline is that of the newest round of the same programme, or that round when it was the first', () => {
  const rounds = [summary('c', 'a'), summary('x', null, 'other'), summary('a', null)]
  expect(usualBaseline(rounds, 'bbu-2017')).toBe('a')
  expect(usualBaseline(rounds, 'other')).toBe('x')
  expect(usualBaseline(rounds, 'third')).toBe('')
})

test('every empty field and a period that ends before it begins are told at their fields', () => {
  const sound = filled
  expect([...draftErrors(sound, da.errors)]).toEqual([])
  expect([...draftErrors({ ...sound, key: ' ', titleEn: '' }, da.errors).keys()]).toEqual(['key', 'titleEn'])
  expect(draftErrors({ ...sound, periodTo: '2026-09-30' }, da.errors).get('periodTo')).toBe(da.errors.order)
})
