import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docs/security.md', root), 'utf8')

test('every file that docs/security.md names is there', () => {
  const named = [...text.matchAll(/`((?:src|test|docs|migrations)\/[\w./-]+\.\w+)`/gu)].map(
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})

test('every test that it names by its title is in the file it is said to be in', () => {
  const titled = [...text.matchAll(/`(test\/[\w./-]+|src\/[\w./-]+\.test\.ts)` “([^”]+)”/gu)]
  expect(titled.length).toBeGreaterThan(50)
  const missing = titled.filter(
    ([, path = '', title = '']) => !readFileSync(new URL(path, root), 'utf8').includes(title),
  )
  expect(missing.map(([whole]) => whole)).toEqual([])
})

test('every requirement stands in one table row, with a standing that the page explains', () => {
  const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([123]) +\| [^|]+\| (\w+) +\|/gmu)]
  const numbers = rows.map(([, number]) => number)
  expect(numbers.length).toBeGreaterThan(100)
  expect(numbers.length).toBe(new Set(numbers).size)
  expect(
    rows.filter(([, , , standing = '']) => !['met', 'partly', 'not', 'operator'].includes(standing)),
  ).toEqual([])
})

test('its sum of the standings is that of its rows', () => {
  const rows = [...text.matchAll(/^\| \d+\.\d+\.\d+ +\| [12] +\| [^|]+\| (\w+) +\|/gmu)].map(([, one]) => one)
  const count = (standing: string) => rows.filter((one) => one === standing).length
  const said = `${count('met')} are met, ${count('partly')} partly, ${count('not')} not, ${count('operator')} lie with the operator`
  expect(text.replaceAll(/\s+/gu, ' ')).toContain(said)
})
