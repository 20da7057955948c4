import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const limits = read('docs/limits.md')
const protection = read('docs/protection.md')

test('each limit that docs/limits.md tells is in the source as it says', () => {
  const rows = [...limits.matchAll(/`(src\/[\w./-]+)` `([^`]+)`/gu)]
  expect(rows.length).toBeGreaterThan(25)
  const wrong = rows.filter(
    ([, path = '', words = '']) => !existsSync(new URL(path, root)) || !read(path).includes(words),
  )
  expect(wrong.map(([whole]) => whole)).toEqual([])
})

test('every row of its tables names where the limit is set', () => {
  const rows = limits
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:-|what|kind)/u.test(line))
  expect(rows.filter((row) => !/`src\/[^`]+` `[^`]+`/u.test(row))).toEqual([])
})

test('every file that docs/protection.md names is there', () => {
  const named = [...protection.matchAll(/`((?:src|test|docs)\/[\w./-]+\.\w+)`/gu)].map(
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})

test('every file of the source that uses a cryptographic function stands in its list', () => {
  const uses =
    /\b(?:createHmac|createHash|hkdfSync|createCipheriv|createDecipheriv|scrypt|generateKeyPairSync|randomBytes|timingSafeEqual|subtle)\(|\bcrypto\.subtle\b|from 'age-encryption'|\bsign\(null/u
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' }).map(
    (path) => `src/${path}`,
  )
  const using = files.filter(
    (path) => /\.tsx?$/u.test(path) && !path.endsWith('.test.ts') && uses.test(read(path)),
  )
  expect(using.length).toBeGreaterThan(30)
  expect(using.filter((path) => !protection.includes(`\`${path}\``))).toEqual([])
})
