import { expect, test } from 'vitest'
import { renderCalendar } from './calendar.ts'

const lines = (text: string) => text.split('\r\n')
const entry = (day: string) => ({ day, reviews: 2, minutes: 130, overdue: false })
const calendar = (days: readonly string[]) =>
  renderCalendar({
    entries: days.map(entry),
    language: 'da',
    person: '11111111-1111-4111-8111-111111111111',
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
