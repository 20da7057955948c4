import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillFigureText, listFigureReferences, quoteText } from './figure-text.ts'

describe('a text with figures', () => {
  it('prints each reference and nothing else', () => {
    const text = 'Niveau {a/b} af {c}'
    expect(listFigureReferences(text)).toStrictEqual(['a/b', 'c'])
    expect(fillFigureText(text, (id) => `<${id}>`)).toBe('Niveau <a/b> af <c>')
  })

  it('gives any quoted text back as it was, braces and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ') }), (text) => {
        expect(listFigureReferences(quoteText(text))).toStrictEqual([])
        expect(fillFigureText(quoteText(text), () => 'figure')).toBe(text)
      }),
    )
  })
})
