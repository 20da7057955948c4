import { expect, test } from 'vitest'
import { cases, fuzzAll } from './fuzz-all.ts'

test(
  `every route that changes something answers ${cases} requests as described, changes nothing when it refuses, and holds up nobody`,
  { timeout: 24 * 3600 * 1000 },
  async () => {
    expect(await fuzzAll(({ method }) => method !== 'GET')).toEqual([])
  },
)
