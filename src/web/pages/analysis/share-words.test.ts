import { expect, test } from 'vitest'
import { drawnShare, printChange, printProbability, printShare, printShareInterval } from './share-words.ts'

const share = { numerator: 4, denominator: 5, share: 0.8, interval: [0.376, 0.964] as [number, number] }

test('under ten answers there is a count, and neither per cent, interval nor dot', () => {
  expect(printShare(share, 5, 'da')).toBe('4 af 5')
  expect(printShareInterval(share, 9, 'da')).toBe(null)
  expect(drawnShare(share, 9)).toBe(null)
  expect(printChange(0.2, 9, 'da')).toBe('–')
})

test('from ten answers on there is a per cent with its interval', () => {
  expect(printShare(share, 10, 'da')).toBe('80\u00A0%')
  expect(printShareInterval(share, 10, 'en')).toBe('38–96%')
  expect(drawnShare(share, 10)).toEqual({ share: 0.8, interval: [0.376, 0.964] })
  expect(printChange(-0.2, 10, 'da')).toBe('−20,0')
})

test('a probability that rounds to nothing is not called nothing', () => {
  expect(printProbability(0.0004, 'da')).toBe('< 0,001')
  expect(printProbability(0.114, 'en')).toBe('0.114')
})

test('a change that whole per cents would hide keeps its decimal', () => {
  const shown = (value: number) => printShare({ ...share, share: value }, 10, 'da')
  expect([shown(0.784), shown(0.786)]).toEqual(['78\u00A0%', '79\u00A0%'])
  expect(printChange(0.786 - 0.784, 10, 'da')).toBe('+0,2')
  expect(printChange(0, 10, 'en')).toBe('0.0')
})
