import { describe, expect, it } from 'vitest'
import { checkCpr } from './cpr.ts'

const codesOf = (text: string): string[] => {
  const checked = checkCpr(text)
  return checked.ok ? [] : checked.problems.map(({ code }) => code)
}

describe('a CPR number', () => {
  it.each([
    ['010117-0000', '1917-01-01'],
    ['0101174000', '2017-01-01'],
    ['0101374000', '1937-01-01'],
    ['010117-5000', '2017-01-01'],
    ['0101585000', '1858-01-01'],
    ['0101369000', '2036-01-01'],
    ['0101379000', '1937-01-01'],
    ['290204 4000', '2004-02-29'],
  ])('%s gives the day of birth %s by its seventh digit', (text, born) => {
    expect(checkCpr(text)).toMatchObject({ ok: true, value: { born } })
  })

  it('of somebody outside the civil register has 60 added to the day', () => {
    expect(checkCpr('670117-4000')).toMatchObject({ value: { born: '2017-01-07', substitute: true } })
    expect(checkCpr('910117-4000')).toMatchObject({ value: { born: '2017-01-31', substitute: true } })
    expect(checkCpr('070117-4000')).toMatchObject({ value: { substitute: false } })
    expect(codesOf('920117-4000')).toEqual(['cpr-no-such-day'])
  })

  it('keeps its ten digits without the dash, and needs no modulus 11', () => {
    expect(checkCpr('010117-0001')).toMatchObject({ value: { digits: '0101170001' } })
    expect(checkCpr('010117-0002')).toMatchObject({ value: { digits: '0101170002' } })
  })

  it.each(['101174000', '10117-4000'])('of nine digits (%s) lost its zero in a spreadsheet', (text) => {
    expect(codesOf(text)).toEqual(['cpr-zero-lost'])
  })

  it.each(['300217-4000', '0113174000', '290203-4000'])(
    'with a day that does not exist (%s) is refused',
    (text) => {
      expect(codesOf(text)).toEqual(['cpr-no-such-day'])
    },
  )

  it.each(['', '12345678', '01011740000', '0101x74000', '01-01174000'])('is not %j', (text) => {
    expect(codesOf(text)).toEqual(['cpr-not-ten-digits'])
  })

  it('is never repeated in a problem, which may reach a log', () => {
    expect(JSON.stringify(checkCpr('3002174000'))).not.toContain('3002174000')
  })
})
