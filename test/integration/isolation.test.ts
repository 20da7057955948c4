import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

describe('isolation', () => {
  test('each municipality sees its own row only', async () => {
    const names = await t.database.transaction(t.first.actor, ({ reader }) =>
      reader.db.selectFrom('municipality').select('name').execute(),
    )
    expect(names).toEqual([{ name: 'Testkommune Ét' }])
  })
})
