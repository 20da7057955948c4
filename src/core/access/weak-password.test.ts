import { expect, test } from 'vitest'
import { weaknessOf } from './weak-password.ts'

const common = new Set(['qwerty123456'])
const own = ['Karen Møller', 'kmo@odense.dk', 'Odense Kommune']
const weakness = (password: string) => weaknessOf(password, common, own)

test('a common password is weak, whatever its capitals', () => {
  expect(weakness('qwerty123456')).toBe('common-password')
  expect(weakness('Qwerty123456')).toBe('common-password')
  expect(weakness('qwerty123456-cykel')).toBeUndefined()
})

test.each([
  'odensekommune',
  'Odense2026!!',
  'karenmøller1',
  'Møller-Karen-1975',
  'KOMMUNE-odense-123',
  'Møller'.repeat(3),
])('“%s” is little more than a name of the person or the place', (password) => {
  expect(weakness(password)).toBe('own-words-password')
  expect(weakness(password.normalize('NFD'))).toBe('own-words-password')
})

test.each(['fire grønne cykler', 'odense har fire grønne cykler', 'dk.kmo.x7Qp2'])(
  '“%s” is not',
  (password) => {
    expect(weakness(password)).toBeUndefined()
  },
)
