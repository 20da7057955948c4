const every = 10

/**
 * The longest that the event loop was kept from turning, in ms of this thread's own work: what other programs take of a
 * busy machine is no fault of ours.
 */
export function watchEventLoop(): { end(): number } {
  let longest = 0
  let before = worked()
  const tick = (): void => {
    const now = worked()
    longest = Math.max(longest, now - before)
    before = now
  }
  const timer = setInterval(tick, every)
  return {
    end() {
      tick()
      clearInterval(timer)
      return longest
    },
  }
}

function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
