import { expect, test } from 'vitest'
import type { Aim } from './goal-figure.ts'
import { isForeseen, listPublishedAims } from './published-aims.ts'

const aim = (question: string): Aim => ({ programme: 'p', stage: 's', question })
const [a, b, c] = [aim('a'), aim('b'), aim('c')]

test('an aim stays with the version that first had it, also where another takes it out and brings it back', () => {
  const aims = listPublishedAims([
    { label: '1.0', publishedOn: '2026-01-01', aims: [a, b] },
    { label: '2.0', publishedOn: '2026-02-01', aims: [b] },
    { label: '3.0', publishedOn: '2026-03-01', aims: [c, a] },
  ])
  expect(aims).toEqual([
    { aim: c, label: '3.0', publishedOn: '2026-03-01', takenOut: null },
    { aim: a, label: '1.0', publishedOn: '2026-01-01', takenOut: null },
    { aim: b, label: '1.0', publishedOn: '2026-01-01', takenOut: '3.0' },
  ])
})

test('two versions of one day do not hide what the one between them had', () => {
  const day = { publishedOn: '2026-02-01' }
  const [kept, gone] = listPublishedAims([
    { label: '2.0', publishedOn: '2026-01-01', aims: [a] },
    { label: '3.0', ...day, aims: [b] },
    { label: '4.0', ...day, aims: [b] },
  ])
  expect(kept).toMatchObject({ aim: b, label: '3.0', takenOut: null })
  expect(gone).toMatchObject({ aim: a, label: '2.0', takenOut: '3.0' })
})

test('an aim is foreseen that was published before the results were open, and not on that very day', () => {
  expect(isForeseen({ publishedOn: '2026-03-01' }, '2026-03-02')).toBe(true)
  expect(isForeseen({ publishedOn: '2026-03-01' }, '2026-03-01')).toBe(false)
  expect(isForeseen({ publishedOn: '2026-03-02' }, '2026-03-01')).toBe(false)
})
