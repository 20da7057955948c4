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

/** Of IPv6 the first 64 bits: whoever has one address of a network has all 2^64 of them. */
function networkOf(address: string): string {
  const host = address.includes(':') ? URL.parse(`http://[${address.split('%')[0]}]`)?.hostname : undefined
  // An IPv4 address in IPv6 form is one address.
  if (host === undefined || host.startsWith('[::ffff:')) return address
  const [before = '', after] = host.slice(1, -1).split('::')
  const groups = before.split(':').filter((group) => group !== '')
  const rest = (after ?? '').split(':').filter((group) => group !== '')
  const zeros = after === undefined ? [] : Array<string>(8 - groups.length - rest.length).fill('0')
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}

/**
 * Slows guessing down per network address. Counting per user name alone would let anyone lock a colleague out by failing
 * in their name.
 */
export function createSignInThrottle(): SignInThrottle {
  const failures = new Map<string, Failures>()
  const nameKey = (name: string, network: string): string => `${network} ${name.toLowerCase()}`
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
      const network = networkOf(address)
      const key = nameKey(name, network)
      const wait = Math.max(waitFor(key, rules.perName, now), waitFor(network, rules.perAddress, now))
      if (wait > 0) return wait
      count(key, now)
      count(network, now)
      for (const oldest of failures.keys()) {
        if (failures.size <= rules.kept) break
        failures.delete(oldest)
      }
      return 0
    },
    succeeded(name, address) {
      const network = networkOf(address)
      failures.delete(nameKey(name, network))
      uncount(network)
    },
    takenBack(name, address) {
      const network = networkOf(address)
      uncount(nameKey(name, network))
      uncount(network)
    },
  }
}
