import { expect, test } from 'vitest'
import { getId, type MunicipalityId, type RoundId } from '../../storage/ids.ts'
import { AnalysisCache, type CacheKey, type Computed } from './analysis-cache.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const key = (round: number, version = 'a', municipality = 1): CacheKey => ({
  municipalityId: getId<MunicipalityId>(id(municipality)),
  roundId: getId<RoundId>(id(round)),
  version,
})

function counting() {
  let computed = 0
  const compute = async (): Promise<Computed> => {
    computed += 1
    return null
  }
  return { compute, times: () => computed }
}

test('two who ask at the same time wait for one computation', async () => {
  const cache = new AnalysisCache()
  const { compute, times } = counting()
  await Promise.all([cache.get(key(1), compute), cache.get(key(1), compute)])
  await cache.get(key(1), compute)
  expect(times()).toBe(1)
})

test('new data are computed afresh, and so is the same round of another municipality', async () => {
  const cache = new AnalysisCache()
  const { compute, times } = counting()
  await cache.get(key(1), compute)
  await cache.get(key(1, 'b'), compute)
  await cache.get(key(1, 'b', 2), compute)
  expect(times()).toBe(3)
})

test('a failure and a refusal are not remembered', async () => {
  const cache = new AnalysisCache()
  const fail = cache.get(key(1), async () => Promise.reject(new Error('out of memory')))
  await expect(fail).rejects.toThrow('out of memory')
  expect(await cache.get(key(1), async () => 'too-busy')).toBe('too-busy')
  expect(await cache.get(key(1), async () => null)).toBe(null)
})

test('the rounds that nobody has asked for longest are forgotten first', async () => {
  const cache = new AnalysisCache()
  const { compute, times } = counting()
  for (let round = 1; round <= 12; round += 1) await cache.get(key(round), compute)
  await cache.get(key(1), compute)
  await cache.get(key(13), compute)
  expect(times()).toBe(13)
  await cache.get(key(1), compute)
  expect(times()).toBe(13)
  await cache.get(key(2), compute)
  expect(times()).toBe(14)
})
