import { expect, test } from 'vitest'
import { wordingsOf } from './minutes-wordings.ts'

const save = (version: number, by: string, time: string) => ({
  version,
  by,
  at: new Date(`2026-11-22T${time}:00.000Z`),
})
const versionsOf = (...saves: readonly ReturnType<typeof save>[]) =>
  wordingsOf(saves).map(({ version }) => version)

test('what somebody writes in one go is one wording, however often it saved itself', () => {
  expect(versionsOf(save(2, 'a', '09:00'), save(3, 'a', '09:01'), save(4, 'a', '09:31'))).toEqual([4])
})

test('another’s hand, or the same person half an hour later, begins a new one', () => {
  expect(
    versionsOf(
      save(2, 'a', '09:00'),
      save(3, 'a', '09:05'),
      save(4, 'b', '09:06'),
      save(5, 'a', '09:07'),
      save(6, 'a', '09:38'),
    ),
  ).toEqual([3, 4, 5, 6])
})

test('minutes that nobody has written have none', () => {
  expect(versionsOf()).toEqual([])
})
