import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startRecurringWork } from './recurring-work.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('work that fails is told of and done again after the pause', async () => {
  const told: unknown[] = []
  let times = 0
  const work = startRecurringWork(
    () => {
      times += 1
      return times === 1 ? Promise.reject(new Error('away')) : Promise.resolve()
    },
    1000,
    (error) => told.push(error),
  )
  await vi.advanceTimersByTimeAsync(1000)
  expect([times, told.length]).toEqual([2, 1])
  await work.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(times).toBe(2)
})

test('slow work is never done twice at once, and stopping waits for it', async () => {
  let running = 0
  let most = 0
  let ended = 0
  const work = startRecurringWork(
    async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5000))
      running -= 1
      ended += 1
    },
    1000,
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(7000)
  const stopped = work.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  await stopped
  expect({ most, running, ended }).toEqual({ most: 1, running: 0, ended: 2 })
})
