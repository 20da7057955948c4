import { expect, test } from 'vitest'
import type { CalendarEntry } from '../../core/review/calendar-entries.ts'
import { renderCalendar } from './calendar.ts'

const lines = (text: string) => text.split('\r\n')
const entry = (day: string) => ({ kind: 'reviews', day, count: 2, minutes: 130, overdue: false }) as const
const calendar = (days: readonly string[], more: readonly CalendarEntry[] = []) =>
  renderCalendar({
    entries: [...days.map(entry), ...more],
    language: 'da',
    id: '11111111-1111-4111-8111-111111111111',
    now: new Date('2026-03-01T10:00:00Z'),
  })

test('days stay where they are over both changes of summer time', () => {
  const file = calendar(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'])
  const starts = lines(file).filter((line) => line.startsWith('DTSTART'))
  expect(starts).toEqual([
    'DTSTART;VALUE=DATE:20260329',
    'DTSTART;VALUE=DATE:20260330',
    'DTSTART;VALUE=DATE:20261025',
    'DTSTART;VALUE=DATE:20261026',
  ])
  expect(lines(file).filter((line) => line.startsWith('DTEND'))).toContain('DTEND;VALUE=DATE:20261026')
})

test('an entry says how many and how long, rounded up to half hours, and keeps its id', () => {
  const file = calendar(['2026-03-30'])
  expect(lines(file)).toContain('SUMMARY:Tilsyn: frist for 2 gennemgange\\, ca. 2\\,5 t')
  expect(lines(file).filter((line) => line.startsWith('UID'))).toEqual(
    lines(calendar(['2026-03-30'])).filter((line) => line.startsWith('UID')),
  )
})

test('restorations and visits stand with ids of their own, and a visit that is moved keeps its id', () => {
  const day = '2026-03-30'
  const visit = (on: string) => ({ kind: 'visit', id: 'v1', day: on }) as const
  const due = { kind: 'restorations', day, count: 3 } as const
  const entries = [{ ...due, overdue: true }, { ...due, overdue: false }, visit(day)]
  const file = lines(calendar([day], entries))
  expect(file.filter((line) => line.startsWith('SUMMARY'))).toEqual([
    'SUMMARY:Tilsyn: frist for 2 gennemgange\\, ca. 2\\,5 t',
    'SUMMARY:Tilsyn: 3 fejl skulle have været rettet op',
    'SUMMARY:Tilsyn: frist for at rette 3 fejl op',
    'SUMMARY:Tilsyn: læringsbesøg',
  ])
  const ids = file.filter((line) => line.startsWith('UID'))
  expect(new Set(ids).size).toBe(4)
  expect(lines(calendar([], [visit('2026-05-01')])).filter((line) => line.startsWith('UID'))).toEqual(
    ids.slice(3),
  )
})

test('deadlines of cases are told by number only, with ids of their own', () => {
  const due = { kind: 'deadlines', day: '2026-03-30', count: 1 } as const
  const file = lines(
    calendar(
      [],
      [
        { ...due, overdue: true, count: 2 },
        { ...due, overdue: false },
      ],
    ),
  )
  expect(file.filter((line) => line.startsWith('SUMMARY'))).toEqual([
    'SUMMARY:Tilsyn: 2 frister i sager er overskredet',
    'SUMMARY:Tilsyn: 1 frist i sager udløber',
  ])
  expect(new Set(file.filter((line) => line.startsWith('UID'))).size).toBe(2)
})
