import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTimeOfDay, parseWrittenDay, parseWrittenTime } from './written-date.ts'

describe('a written date', () => {
  it('is the same day in every accepted form', () => {
    const days = fc.date({
      min: new Date('1850-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = iso.split('-')
        for (const separator of ['-', '/', '.']) {
          expect(parseWrittenDay([day, month, year].join(separator))).toBe(iso)
          expect(parseWrittenDay([Number(day), Number(month), year].join(separator))).toBe(iso)
          expect(parseWrittenDay([year, month, day].join(separator))).toBe(iso)
          expect(parseWrittenTime([month, day, year].join(separator), 'mdy')?.day).toBe(iso)
        }
        expect(parseWrittenDay(iso)).toBe(iso)
        expect(parseWrittenDay(date.toISOString())).toBe(iso)
      }),
    )
  })

  it.each([
    '2018-02-29',
    '31-04-2018',
    '2018-13-01',
    '00-01-2018',
    '01-02-18',
    '01-02/2018',
    '2018',
    '20180531',
    '1018-05-31',
    '2018-05-31 25:00',
    '2018-05-31 noon',
    'i dag',
    '',
  ])('that does not exist or could mean several days (%j) is refused', (text) => {
    expect(parseWrittenTime(text)).toBeUndefined()
  })

  it('keeps the leap day of leap years only', () => {
    expect(parseWrittenDay('29-02-2020')).toBe('2020-02-29')
    expect(parseWrittenDay('29-02-2100')).toBeUndefined()
  })

  it.each([
    ['2011-10-11 13:42:22.688000+02:00', { day: '2011-10-11', time: '13:42:22.688000', offset: '+02:00' }],
    ['2018-05-31T09:30Z', { day: '2018-05-31', time: '09:30:00', offset: 'Z' }],
    ['2018-05-31T09:30:00+0200', { day: '2018-05-31', time: '09:30:00', offset: '+02:00' }],
    ['31.05.2018 kl. 9.30', { day: '2018-05-31', time: '09:30:00' }],
    ['31-05-2018 09:30', { day: '2018-05-31', time: '09:30:00' }],
  ])('%j keeps its time of day and offset', (text, expected) => {
    expect(parseWrittenTime(text)).toEqual(expected)
  })

  it.each([
    ['9:30', '09:30:00'],
    ['09.30', '09:30:00'],
    ['kl. 9.30', '09:30:00'],
    ['23:59:59', '23:59:59'],
    ['1899-12-30T09:30:00', '09:30:00'],
    ['1899-12-31', '00:00:00'],
  ])('a time of day in a cell of its own (%j) is read', (text, expected) => {
    expect(parseTimeOfDay(text)).toBe(expected)
  })

  it.each(['24:00', '9', '930', '09:60', '09:30+02:00', '2018-05-31', 'morgen', ''])(
    'a cell that holds no time of day (%j) is none',
    (text) => {
      expect(parseTimeOfDay(text)).toBeUndefined()
    },
  )
})
