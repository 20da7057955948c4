import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteDictionary } from './byte-dictionary.ts'
import { tidyCell } from './tidy-cell.ts'

describe('a dictionary of bytes', () => {
  it('gives each text one number, and the text back, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 400 }), (written) => {
        const dictionary = new ByteDictionary()
        const numbers = new Map<string, number>()
        // Cells come without blanks around them.
        for (const text of written.map((one) => one.trim())) {
          const number = dictionary.numberOfText(text)
          const tidied = tidyCell(text)
          expect(numbers.get(tidied) ?? number).toBe(number)
          numbers.set(tidied, number)
        }
        for (const [text, number] of numbers) expect(dictionary.textOf(number)).toBe(text)
        expect(new Set(numbers.values()).size).toBe(numbers.size)
      }),
    )
  })

  it('takes å for one letter, whether a Mac or Windows wrote it', () => {
    const [mac, windows] = ['Enhed A\u030angstrøm', 'Enhed Ångstrøm']
    for (const order of [
      [mac, windows, mac, windows],
      [windows, mac, mac, windows],
    ]) {
      const dictionary = new ByteDictionary()
      dictionary.numberOfText('Enhed Øst')
      expect(order.map((text) => dictionary.numberOfText(text))).toEqual([2, 2, 2, 2])
      expect(dictionary.textOf(2)).toBe(windows)
      expect(dictionary.numberOfText('Enhed Vest')).toBe(3)
    }
  })

  it('counts the texts up from the empty one, thousands of them', () => {
    const dictionary = new ByteDictionary()
    expect(dictionary.numberOfText('')).toBe(0)
    for (let at = 1; at <= 5000; at += 1) expect(dictionary.numberOfText(`BV-${at}`)).toBe(at)
    for (let at = 1; at <= 5000; at += 1) expect(dictionary.textOf(at)).toBe(`BV-${at}`)
    expect(dictionary.size).toBe(5001)
  })
})
