import { expect, test } from 'vitest'
import { shortestPassword } from '../contract/access/session.ts'
import { commonPasswords } from './common-passwords.ts'

test('the list has 5,000 passwords that are long enough to be chosen, in the form they are compared in', async () => {
  const list = [...(await commonPasswords())]
  expect(list).toHaveLength(5000)
  expect(list.filter((one) => one.length < shortestPassword || one !== one.toLowerCase())).toEqual([])
  expect(list).toEqual(expect.arrayContaining(['123456789012', 'qwerty123456', '1q2w3e4r5t6y']))
})
