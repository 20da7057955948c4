import { expect, test } from 'vitest'
import type { FindingState } from '../../../core/finding/finding.ts'
import { actsInOrder, mainActOf } from './acts-in-order.ts'

const working = ['plan', 'contact', 'carry-out', 'propose', 'assess'] as const
const at = (state: FindingState, more: object = {}) => ({
  state,
  measures: ['decision' as const],
  contact: null,
  acts: [...working],
  ...more,
})
const answered = (response: 'accepted' | 'declined') => ({ contact: { on: '2026-11-20', response } })

test('the act that takes the finding on comes first and no other is lost', () => {
  expect(actsInOrder(at('planned'))).toEqual(['contact', 'plan', 'carry-out', 'propose', 'assess'])
  expect(actsInOrder(at('verified', { acts: ['reopen', 'assess'] }))).toEqual(['reopen', 'assess'])
})

test('after contact it is made good, and after a no planned anew', () => {
  expect(mainActOf(at('contacted', answered('accepted')))).toBe('carry-out')
  expect(mainActOf(at('contacted', answered('declined')))).toBe('plan')
})

test('where only the registration is corrected nobody is contacted', () => {
  expect(mainActOf(at('planned', { measures: ['registration-only'] }))).toBe('carry-out')
})

test('whoever cannot take it on has no main act', () => {
  expect(mainActOf(at('carried-out', { acts: ['assess'] }))).toBeUndefined()
  expect(mainActOf(at('fallen-away', { acts: [] }))).toBeUndefined()
})
