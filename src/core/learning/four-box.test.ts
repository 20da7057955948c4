import { expect, test } from 'vitest'
import { isEmptyFourBox, reasonFrom, refusalOfFourBoxAct, seesFourBox } from './four-box.ts'

const colleague = { shared: true, withdrawn: false, own: false, leads: false }

test('a draft is seen by its author alone, what is shared by all, what was withdrawn by nobody', () => {
  expect(seesFourBox({ ...colleague, shared: false })).toBe(false)
  expect(seesFourBox({ ...colleague, shared: false, leads: true })).toBe(false)
  expect(seesFourBox({ ...colleague, shared: false, own: true })).toBe(true)
  expect(seesFourBox(colleague)).toBe(true)
  expect(seesFourBox({ ...colleague, own: true, withdrawn: true })).toBe(false)
})

test('a goal starts with what is wanted, in whole lines', () => {
  const want = ['Alle børn høres', 'Ordene kan læses']
  expect(reasonFrom({ want }, 1000)).toBe('Alle børn høres\nOrdene kan læses')
  expect(reasonFrom({ want }, 31)).toBe('Alle børn høres')
  expect(reasonFrom({ want }, 32)).toBe('Alle børn høres\nOrdene kan læses')
  expect(reasonFrom({ want: [] }, 1000)).toBe('')
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
