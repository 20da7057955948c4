import { expect, test } from 'vitest'
import { difference } from '../../core/draw/draw-difference.ts'
import { tellDifferences } from './tell-differences.ts'

const files = { draw: 'd.json', frame: 'f.csv' }
const differs = (path: string) => difference(path, { da: `${path} afviger.`, en: `${path} differs.` })
const many = Array.from({ length: 1254 }, (_, at) => differs(`cases[${at}].key`))

test('the first of each kind are shown, and how many more there are in words', () => {
  const told = tellDifferences([differs('seedDigest'), ...many, differs('cases[3].order')], files, 'da')
  const lines = told.shown.trimEnd().split('\n')
  expect(lines).toHaveLength(1 + 20 + 1 + 1)
  expect(lines[0]).toBe('d.json:seedDigest: seedDigest afviger.')
  expect(lines[21]).toBe('d.json: og 1.234 til (sagers nøgler).')
  expect(told.hidden).toBe(1234)
  expect(tellDifferences(many, files, 'en').shown).toContain('and 1,234 more (keys of cases).')
})

test('the whole list has every difference, and what has a line is about the frame', () => {
  const inFrame = { ...differs('risiko'), at: { line: 7, column: 'risiko' } }
  const { all, hidden } = tellDifferences([...many.slice(0, 20), inFrame], files, 'en')
  expect(all.trimEnd().split('\n')).toHaveLength(21)
  expect(all).toContain('f.csv:7:risiko: risiko differs.')
  expect(hidden).toBe(0)
})
