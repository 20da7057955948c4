import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutCaseIds } from './without-case-ids.ts'

const strip = (text: string, ...ids: readonly string[]) => withoutCaseIds(text, new Set(ids), '[nr.]')

test('case ids leave a text wherever they stand', () => {
  expect(strip('Sag BV-17 er erstattet af BV-18.', 'BV-17', 'BV-18')).toBe('Sag [nr.] er erstattet af [nr.].')
  expect(strip('BV-17', 'BV-17')).toBe('[nr.]')
})

test('an id inside a longer word stays', () => {
  expect(strip('I 2017 kom sag 17.', '17')).toBe('I 2017 kom sag [nr.].')
  expect(strip('Sag BV-170', 'BV-17')).toBe('Sag BV-170')
  expect(strip('Sag BV-170', 'BV-17', 'BV-170')).toBe('Sag [nr.]')
})

test('capital letters, a Danish ending and a compound do not hide an id', () => {
  expect(strip('Sag bv-017, BV-017s frist og BV-017-sagen', 'BV-017')).toBe(
    'Sag [nr.], [nr.]s frist og [nr.]-sagen',
  )
  expect(strip('Den 17-årige', '17')).toBe('Den 17-årige')
})

test('what stands instead of an id is not searched for ids', () => {
  expect(strip('Sag BV-17', 'BV-17', 'nr')).toBe('Sag [nr.]')
})

test('no id of the list is left as a word of its own, whatever signs it has', () => {
  const anyId = fc.stringMatching(/^[A-Za-z0-9.$(*+-]{1,8}$/).filter((id) => id.trim() === id)
  fc.assert(
    fc.property(fc.array(anyId, { minLength: 1, maxLength: 4 }), (ids) => {
      const stripped = withoutCaseIds(ids.join(' '), new Set(ids), '…')
      for (const word of stripped.split(' ')) expect(ids).not.toContain(word)
    }),
  )
})
