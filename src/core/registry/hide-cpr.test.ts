import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideCpr, holdsCpr } from './hide-cpr.ts'

const hidden = '●●●●●●-●●●●'

describe('a CPR number in a text', () => {
  it.each([
    '010117-4000',
    '0101174000',
    '010117 4000',
    '010117\u00A04000',
    '010117\n4000',
    '010117 –\u202F4000',
    '010117 - 4000',
    '010117_4000',
    '010117.4000',
    '010117\u00AD-4000',
    '0101\u200B174000',
    '01.01.17-4000',
    '01.01.17 4000',
    '01/01/17-4000',
    '01-01-17-4000',
    '01. 01. 17 - 4000',
    '01 01 17 4000',
    '01 01 17 40 00',
    '010117 40 00',
    '0 1 0 1 1 7 4 0 0 0',
    '0 1 0 1 1 7 - 4 0 0 0',
    '０１０１１７－４０００',
    '０１．０１．１７＿４０００',
    '０１０１１７／４０００',
    '010117/4000',
    '010117 / 4000',
    '010117:4000',
    '0101 17 4000',
    '01 0117 4000',
    '0101 17-4000',
    '010 117 4000',
    '0101\u00A017\u00A04000',
    '0\u202F1\u202F0\u202F1\u202F1\u202F7\u202F4\u202F0\u202F0\u202F0',
    '01  01  17  4000',
    '0.1.0.1.1.7.4.0.0.0',
    '0.1.0.1.1.7-4.0.0.0',
    '01.01.17.40.00',
    '0101.17.4000',
    '01.0117-4000',
    '٠١٠١١٧-٤٠٠٠',
    '𝟎𝟏𝟎𝟏𝟏𝟕𝟒𝟎𝟎𝟎',
    '⓪①⓪①①⑦-④⓪⓪⓪',
    '❶❶❶❶❶❼-❹❹❹❹',
    '⁰¹⁰¹¹⁷⁻⁴⁰⁰⁰',
    '0\uFE0F\u20E31\uFE0F\u20E30117-4000',
    '01.01.2017-4000',
    '01.01.2017 - 4000',
    '01.01.2017 4100',
    '01-01-2017 / 4000',
    '01/01-2017-4000',
    '01. 01. 2017-4000',
    '01012017-4000',
    '20170101-4000',
    '2017-01-01-4000',
    '2017.01.01 (4000',
    '2017-01-01 1099',
    '29.02.2000-1234',
    '61.01.2017-4000',
    '010117 (4000',
    '010117, 4000',
    '010117;4000',
    '010117=4000',
    '010117+4000',
    '010117~4000',
    '010117·4000',
    '010117*4000',
    "010117'4000",
    '010117 -- 4000',
    '010117     4000',
    '01.01.17 (4000',
    '01.01.17, 4000',
    '0101174 000',
    '0101174-000',
    '01011 74000',
    '010117400 0',
    '010 11740 00',
  ])('is seen and hidden, and nothing beside it, when written %j', (written) => {
    const text = `Barn 2 æ\u200B (${written}), se bilag 3.`
    expect(holdsCpr(text)).toBe(true)
    expect(hideCpr(text)).toBe(`Barn 2 æ\u200B (${hidden}), se bilag 3.`)
  })

  it('is seen and hidden however its digits are grouped, parted and drawn', () => {
    const space = fc.constantFrom('', ' ', '\u00A0', '\u202F', '\u2009', '\n')
    const between = fc.constantFrom(' ', '-', ' - ', '\u2013', '/', ' / ', '.', '_', ':', '\u00A0', '−')
    const draw = fc.constantFrom<(digits: string) => string>(
      (digits) => digits,
      (digits) => digits.replaceAll(/\d/gu, (each) => String.fromCodePoint(0xff10 + Number(each))),
      (digits) => digits.replaceAll(/\d/gu, (each) => `${each}\u200B`),
    )
    const born = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.nat(99))
    const two = (number: number) => String(number).padStart(2, '0')
    fc.assert(
      fc.property(
        born,
        fc.integer({ min: 0, max: 4999 }),
        fc.array(space, { minLength: 8, maxLength: 8 }),
        between,
        draw,
        ([d, m, y], last, gaps, mark, drawn) => {
          const apart = (digits: string, from: number) =>
            digits
              .split('')
              .map((each, at) => (at === 0 ? each : `${gaps[from + at - 1] ?? ''}${each}`))
              .join('')
          const four = String(last).padStart(4, '0')
          const text = `Barn A (${drawn(`${apart(two(d) + two(m) + two(y), 0)}${mark}${apart(four, 5)}`)}) bor hos faren.`
          expect(holdsCpr(text)).toBe(true)
          expect(/\p{Nd}/u.test(hideCpr(text))).toBe(false)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is seen after any marks, where nothing stands between the digits of the day but the same stop', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    const marks = fc
      .array(fc.constantFrom(...' -–/.,;:=+~·*()_|\\\'"#●§&'.split('')), { minLength: 1, maxLength: 5 })
      .map((each) => each.join(''))
    const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.nat(99))
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('', '.', '-', '/'),
        marks,
        fc.nat(9999),
        ([d, m, y], mark, gap, last) => {
          const text = `Barn A: ${[two(d), two(m), two(y)].join(mark)}${gap}${two(Math.floor(last / 100))}${two(last % 100)} bor hos faren.`
          expect(holdsCpr(text)).toBe(true)
          expect(/\d/u.test(hideCpr(text))).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is seen with the whole year, first or last, whatever marks part it from the four', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    const symbol = fc.constantFrom(...'-–/.,;:=+~·*()_|\'"#'.split(''))
    const gap = fc.tuple(fc.constantFrom('', ' '), symbol, fc.constantFrom('', ' ', ' ('))
    const day = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1900, max: 2036 }),
      fc.constantFrom('', '.', '-', '/', '. '),
      fc.boolean(),
    )
    fc.assert(
      fc.property(day, gap, fc.nat(9999), ([d, m, y, mark, yearFirst], marks, last) => {
        const born = yearFirst ? [`${y}`, two(m), two(d)] : [two(d), two(m), `${y}`]
        const text = `Barn A: ${born.join(mark)}${marks.join('')}${String(last).padStart(4, '0')} bor hos faren.`
        expect(holdsCpr(text)).toBe(true)
        expect(/\d/u.test(hideCpr(text))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('is hidden wherever it stands, each one', () => {
    expect(hideCpr('010117\u20114000 og 02.01.17-4001')).toBe(`${hidden} og ${hidden}`)
    expect(hideCpr('101174000')).toBe(hidden)
    expect(holdsCpr('101174000')).toBe(false)
  })
})

describe('what people write that is no CPR number', () => {
  it.each([
    'Møde 12.03.2024 kl. 10.30',
    'Fra 12-03-24 til 14-03-24',
    '12.03.24 - 14.03.24',
    '12.03.24, 2024-1234',
    '12.03.24 2024-1234',
    '2024-03-12 1030',
    'barnets lov § 46, stk. 3, jf. § 18, stk. 2',
    'Den 12.03.24 5000 kr. og den 13.03.24 1.250 kr.',
    '1.010.117,40 kr. og 10.000.000 kr.',
    'Tlf. 12 12 12 12, 2100 København',
    'Tlf. 20 12 12 12 1234',
    'Møde 12.03.24 10.30',
    'Årene 2010 2011 12 sager',
    'Den 20 12 2024 15 sager',
    'Tlf. 2012 1212 og 20.12.12.12',
    'Side 12/13, bilag 10/1234',
    '12/03-2024, sag 24/1234',
    'Beløbet 120.324 kr., 2024',
    'Version 1.2.3.4',
    '+45 12 12 12 12 og +4512121212',
    '12 12 12 12 - 13 12 11 10',
    'Journalnr. 27.24.00-P19-4-24',
    '300217-4000',
    '01011740001',
    'Sag 27.24.00-2017',
    '01-02-2003 kl. 12.30',
    '01.02.2003 1430',
    '01.02.2003 2004',
    '2003-02-01 12:30',
    '01.02.2003, 2024-1234',
    '01.02.2003 1.250 kr.',
    'Den 01.02.2003 5000 kr.',
    '01.02.2003 - 02.02.2003',
    '01.02.2003-31.12.2004',
    'Sag 2012-203456',
    'Tlf. 12031990',
    'Tlf. 40 12 12 12, 2100 København',
    '45021234, 2100 København',
    '31.02.2003-1234',
    '1½ 010203 ½ 123',
    '010117 og 4000',
    '',
  ])('stays in %j', (text) => {
    expect(holdsCpr(text)).toBe(false)
    expect(hideCpr(text)).toBe(text)
  })

  it('stays whatever the day, the telephone number, the paragraph and the amount', () => {
    const two = (most: number) =>
      fc.integer({ min: 1, max: most }).map((each) => String(each).padStart(2, '0'))
    const day = fc
      .tuple(two(31), two(12), fc.integer({ min: 1990, max: 2035 }), fc.constantFrom('.', '-', '/', '. '))
      .chain(([d, m, y, mark]) =>
        fc.constantFrom(
          [d, m, y].join(mark),
          [d, m, String(y).slice(2)].join(mark),
          `${y}-${m}-${d}`,
          `${d}.${m}.${y} kl. ${m}.${d}`,
          `${d}.${m}.${y} ${m}${d}`,
          `${y}-${m}-${d} ${y}`,
        ),
      )
    const pairs = fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 4, maxLength: 4 })
    const phone = pairs.chain((each) =>
      fc.constantFrom(each.join(' '), each.join(''), `+45 ${each.join(' ')}`, `+45${each.join('')}`),
    )
    const law = fc
      .tuple(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 9 }))
      .map(([paragraph, part]) => `§ ${paragraph}, stk. ${part}`)
    const amount = fc
      .integer({ min: 1, max: 99_999_999 })
      .map((kroner) => `${new Intl.NumberFormat('da-DK').format(kroner)} kr.`)
    const written = fc.array(fc.oneof(day, phone, law, amount), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(written, fc.constantFrom(', ', ' og ', '; ', ': '), (parts, between) => {
        const text = parts.join(between)
        expect(holdsCpr(text)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes no time to tell from one however long it is', () => {
    const long = `${'010117'.padEnd(8000, ' ')}x${'1 '.repeat(4000)}${'01.01.17'.padEnd(8000, '-')}`
    expect(holdsCpr(long)).toBe(false)
  })
})
