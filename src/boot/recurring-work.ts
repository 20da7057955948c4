export interface RecurringWork {
  /** Resolves when work under way has ended; none is begun after. */
  stop(): Promise<void>
}

/**
 * Does `work` at once and then again `pause` ms after each end, so that slow work never piles up. A failure is told
 * to `failed` and the next time comes all the same.
 */
export function startRecurringWork(
  work: () => Promise<unknown>,
  pause: number,
  failed: (error: unknown) => void,
): RecurringWork {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let underWay = Promise.resolve()
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      failed(error)
    }
    if (!stopped) timer = setTimeout(begin, pause)
  }
  const begin = (): void => {
    underWay = once()
  }
  begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
