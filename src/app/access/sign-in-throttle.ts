/** How many failures until a pause, and how long they are remembered. */
const rules = {
  /** For one user name from one network address: a person who mistypes. */
  perName: 5,
  /** For all names from one network address: someone who tries names. Offices share addresses, hence the room. */
  perAddress: 100,
  windowMs: 15 * 60_000,
  /** Entries kept; the oldest go first, so that a flood cannot fill the memory. */
  kept: 50_000,
}

interface Failures {
  count: number
  until: number
}

export interface SignInThrottle {
  /**
   * Counts an attempt as failed until it is taken back, so that many at once don't slip through. Returns the seconds to
   * wait before the next one; 0: this one may go ahead.
   */
  attempt(name: string, address: string, now: Date): number
  /** The attempt succeeded: the name starts afresh, the address gets its one attempt back. */
  succeeded(name: string, address: string): void
  /** The attempt was never made. */
  takenBack(name: string, address: string): void
}

/**
 * Slows guessing down per network address. Counting per user name alone would let anyone lock a colleague out by failing
 * in their name.
 */
export function createSignInThrottle(): SignInThrottle {
  const failures = new Map<string, Failures>()
  const nameKey = (name: string, address: string): string => `${address} ${name.toLowerCase()}`
  const waitFor = (key: string, limit: number, now: Date): number => {
    const known = failures.get(key)
    if (known === undefined || known.count < limit) return 0
    return Math.max(0, Math.ceil((known.until - now.getTime()) / 1000))
  }
  const count = (key: string, now: Date): void => {
    const known = failures.get(key)
    const fresh = known === undefined || known.until <= now.getTime()
    // Deleted first, so that the map's order is that of the last failure.
    failures.delete(key)
    failures.set(
      key,
      fresh ? { count: 1, until: now.getTime() + rules.windowMs } : { ...known, count: known.count + 1 },
    )
  }
  const uncount = (key: string): void => {
    const known = failures.get(key)
    if (known === undefined || known.count <= 1) failures.delete(key)
    else failures.set(key, { ...known, count: known.count - 1 })
  }
  return {
    attempt(name, address, now) {
      const key = nameKey(name, address)
      const wait = Math.max(waitFor(key, rules.perName, now), waitFor(address, rules.perAddress, now))
      if (wait > 0) return wait
      count(key, now)
      count(address, now)
      for (const oldest of failures.keys()) {
        if (failures.size <= rules.kept) break
        failures.delete(oldest)
      }
      return 0
    },
    succeeded(name, address) {
      failures.delete(nameKey(name, address))
      uncount(address)
    },
    takenBack(name, address) {
      uncount(nameKey(name, address))
      uncount(address)
    },
  }
}
