import { array, assert, integer, nat, property, shuffledSubarray, tuple, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import { differingTables } from './backup-format.ts'
import { backupName, backupsToRemove, backupTime, isBackupName } from './backups-to-keep.ts'
import { loadOrder } from './load-order.ts'

const day = 24 * 3600 * 1000

it('loads a table after those it refers to, whatever their names', () => {
  assert(
    property(
      shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 }),
      array(tuple(nat(5), nat(5))),
      (tables, pairs) => {
        // Only ever from later to earlier in the shuffled list, so that there is no circle but onto oneself.
        const references = pairs.map(([x, y]) => ({
          from: tables[Math.max(x, y)] ?? '',
          to: tables[Math.min(x, y)] ?? '',
        }))
        const order = loadOrder(tables, references)
        expect(order.toSorted()).toEqual(tables.toSorted())
        for (const { from, to } of references)
          expect(order.indexOf(to)).toBeLessThanOrEqual(order.indexOf(from))
      },
    ),
  )
})

it('does not load tables that refer to each other in a circle', () => {
  expect(() =>
    loadOrder(
      ['a', 'b'],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    ),
  ).toThrow('a, b')
})

it('reads the time of a backup from its name, to the second', () => {
  const made = new Date('2026-11-22T02:03:04.567Z')
  expect(backupName(made)).toBe('tilsyn-2026-11-22T020304Z.tar.gz.age')
  expect(backupTime(backupName(made))?.toISOString()).toBe('2026-11-22T02:03:04.000Z')
  expect(backupTime('tilsyn-2026-13-99T999999Z.tar.gz.age')).toBeUndefined()
  expect(isBackupName('.tilsyn-2026-11-22T020304Z.tar.gz.age.77.part')).toBe(false)
})

it('keeps the newest and the first of each month, and never names a file that is not its own', () => {
  const start = Date.UTC(2026, 0, 10, 2)
  const nights = Array.from({ length: 120 }, (_, i) => backupName(new Date(start + i * day)))
  const removed = backupsToRemove(['notes.txt', 'key.age', ...nights.toReversed()], { newest: 7, months: 3 })
  const kept = nights.filter((name) => !removed.includes(name))
  expect(kept.map((name) => name.slice(7, 17))).toEqual([
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
    ...['03', '04', '05', '06', '07', '08', '09'].map((d) => `2026-05-${d}`),
  ])
  expect(removed.every(isBackupName)).toBe(true)
})

it('removes nothing that is among the newest, however many there are', () => {
  assert(
    property(
      uniqueArray(nat(900), { maxLength: 60 }),
      integer({ min: 1, max: 20 }),
      nat(14),
      (days, newest, months) => {
        const names = days.map((n) => backupName(new Date(Date.UTC(2025, 0, 1) + n * day)))
        const removed = backupsToRemove(names, { newest, months })
        const latest = names.toSorted().slice(-newest)
        expect(removed.filter((name) => latest.includes(name))).toEqual([])
        expect(names.length - removed.length).toBeLessThanOrEqual(newest + months)
      },
    ),
  )
})

it('names a table with other rows, with fewer, missing, and one too many', () => {
  const table = (name: string, rows: number, digit: string) => ({ name, rows, digest: digit.repeat(64) })
  const wanted = [table('a', 1, '1'), table('b', 1, '2'), table('c', 1, '3'), table('d', 0, '4')]
  expect(differingTables(wanted, wanted)).toEqual([])
  const found = [table('a', 1, '1'), table('b', 1, '9'), table('c', 2, '3'), table('e', 0, '4')]
  expect(differingTables(wanted, found)).toEqual(['b', 'c', 'd', 'e'])
})
