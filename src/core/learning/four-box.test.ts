import { expect, test } from 'vitest'
import { isEmptyFourBox, refusalOfFourBoxAct, seesFourBox } from './four-box.ts'

const colleague = { shared: true, withdrawn: false, own: false, leads: false }

test('a draft is seen by its author alone, what is shared by all, what was withdrawn by nobody', () => {
  expect(seesFourBox({ ...colleague, shared: false })).toBe(false)
  expect(seesFourBox({ ...colleague, shared: false, leads: true })).toBe(false)
  expect(seesFourBox({ ...colleague, shared: false, own: true })).toBe(true)
  expect(seesFourBox(colleague)).toBe(true)
  expect(seesFourBox({ ...colleague, own: true, withdrawn: true })).toBe(false)
})

test('whoever leads takes a shared proposal away but writes nothing in it', () => {
  const leads = { ...colleague, leads: true }
  expect(refusalOfFourBoxAct('withdraw', leads)).toBeNull()
  expect(refusalOfFourBoxAct('save', leads)).toBe('not-the-author')
  expect(refusalOfFourBoxAct('withdraw', colleague)).toBe('not-the-author')
  expect(refusalOfFourBoxAct('save', { ...colleague, own: true })).toBeNull()
})

test('blank lines are nothing', () => {
  expect(isEmptyFourBox({ want: [' '], hard: [], how: [], already: [''] })).toBe(true)
  expect(isEmptyFourBox({ want: [], hard: [], how: [], already: ['Vi ringer'] })).toBe(false)
})
