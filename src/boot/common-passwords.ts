import { readFile } from 'node:fs/promises'
import type { CommonPasswords } from '../app/access/change-password.ts'

const file = new URL('common-passwords.txt', import.meta.url)

/** Read anew each time: passwords are chosen seldom, and it is 70 kB. */
export const commonPasswords: CommonPasswords = async () => {
  const text = await readFile(file, 'utf8')
  return new Set(text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('# ')))
}
