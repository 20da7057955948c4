import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { rotateCprKey } from '../../src/app/registry/rotate-cpr-key.ts'
import type { Database } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const before = { bytes: Buffer.alloc(32, 1) }
const after = { bytes: Buffer.alloc(32, 2) }
const both = { ...after, old: [before.bytes] }
const count = 1300
let held: TestDatabase

beforeAll(async () => {
  held = await createTestDatabase()
  const vault = openCprVault(before, held.first.municipalityId)
  await held.database.transaction(held.first.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'registry', act: 'seed', subjectKind: 'child' })
    await tx.copy(
      writer,
      'child',
      ['external_id', 'cpr_hash', 'cpr_encrypted'],
      Array.from({ length: count }, (_, i) => {
        const hash = vault.hash(digitsOf(i))
        // Every other child is known by its number only, as an import without ids makes it.
        const id = i % 2 === 0 ? `K-${hash.toString('hex').slice(0, 16)}` : `B-${i}`
        return [id, hash, vault.encrypt(digitsOf(i))]
      }),
    )
  })
}, 60_000)
afterAll(() => held.close())

function digitsOf(i: number): string {
  return `010117${String(4000 + i).padStart(4, '0')}`
}

interface Row {
  readonly external_id: string
  readonly cpr_hash: Buffer
  readonly cpr_encrypted: Buffer
}

async function children(): Promise<readonly Row[]> {
  const { rows } = await held.superPool.query<Row>('select external_id, cpr_hash, cpr_encrypted from child')
  return rows
}

function readable(rows: readonly Row[], key: Parameters<typeof openCprVault>[0]): number {
  const vault = openCprVault(key, held.first.municipalityId)
  return rows.filter(({ cpr_encrypted, cpr_hash }) => {
    try {
      const digits = vault.decrypt(cpr_encrypted)
      return vault.hashes(digits).some((hash) => hash.equals(cpr_hash))
    } catch {
      return false
    }
  }).length
}

/** Dies before the commit of the transaction with this number. */
function dyingIn(database: Database, number: number): Database {
  let begun = 0
  return {
    ...database,
    transaction: (actor, work, options) =>
      database.transaction(
        actor,
        async (tx) => {
          begun += 1
          const result = await work(tx)
          if (begun === number) throw new Error('killed')
          return result
        },
        options,
      ),
  }
}

test('stopped half-way, every number is read and found with both keys and with neither alone', async () => {
  expect(readable(await children(), before)).toBe(count)
  await expect(rotateCprKey(dyingIn(held.database, 3), held.first.municipalityId, both)).rejects.toThrow(
    'killed',
  )
  const rows = await children()
  expect(readable(rows, both)).toBe(count)
  expect(readable(rows, after)).toBe(500)
  expect(readable(rows, before)).toBe(count - 500)
})

test('with an old key left out it changes nothing that it cannot read, and says so', async () => {
  const rows = await children()
  const result = await rotateCprKey(held.database, held.first.municipalityId, after)
  expect(result).toMatchObject({ changed: 0, unreadable: count - 500 })
  expect(await children()).toEqual(rows)
})

test('begun anew it ends the work, and then nothing needs the old key', async () => {
  const told: number[] = []
  const result = await rotateCprKey(held.database, held.first.municipalityId, both, (n) => told.push(n))
  expect(result).toEqual({ changed: count - 500, unreadable: 0, discarded: 0 })
  expect(told.at(-1)).toBe(count - 500)
  const rows = await children()
  expect(readable(rows, after)).toBe(count)
  expect(readable(rows, before)).toBe(0)
  const vault = openCprVault(after, held.first.municipalityId)
  const made = rows.filter(({ external_id }) => external_id.startsWith('K-'))
  expect(made).toHaveLength(count / 2)
  for (const { external_id, cpr_hash } of made)
    expect(external_id).toBe(`K-${cpr_hash.toString('hex').slice(0, 16)}`)
  expect(rows.filter(({ cpr_encrypted }) => !cpr_encrypted.subarray(0, 5).equals(vault.head))).toEqual([])
})

test('a number from before keys were named is read and named', async () => {
  const vault = openCprVault(before, held.second.municipalityId)
  const { createCipheriv, hkdfSync } = await import('node:crypto')
  const key = Buffer.from(
    hkdfSync('sha256', before.bytes, held.second.municipalityId, 'tilsyn cpr encryption', 32),
  )
  const nonce = Buffer.alloc(12, 3)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const bytes = Buffer.concat([
    nonce,
    cipher.update('0101174000', 'latin1'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  expect(vault.decrypt(bytes)).toBe('0101174000')
  expect(openCprVault(both, held.second.municipalityId).decrypt(bytes)).toBe('0101174000')
  expect(() => openCprVault(after, held.second.municipalityId).decrypt(bytes)).toThrow('not at hand')
})
