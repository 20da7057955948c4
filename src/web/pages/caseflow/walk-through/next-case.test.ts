import { expect, test } from 'vitest'
import { nextCase } from './next-case.ts'

const listed = (caseId: string, walked = false) => ({ caseId, walked })

test('the next case is the one after that waits, from the end on from the beginning', () => {
  const cases = [listed('a'), listed('b', true), listed('c'), listed('d', true)]
  expect(nextCase(cases, 'a')).toBe('c')
  expect(nextCase(cases, 'b')).toBe('c')
  expect(nextCase(cases, 'c')).toBe('a')
  expect(nextCase(cases, 'elsewhere')).toBe('a')
})

test('there is none where no other waits', () => {
  expect(nextCase([listed('a'), listed('b', true)], 'a')).toBeNull()
  expect(nextCase([], 'a')).toBeNull()
})
