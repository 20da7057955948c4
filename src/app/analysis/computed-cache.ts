/**
 * Remembers the newest value of each key, as long as what it was computed from is the same version. Those who ask while
 * it is being computed wait for the same one; a failure is not remembered.
 */
export class ComputedCache<Value> {
  readonly #kept: number
  /** The one asked for last comes last. */
  readonly #entries = new Map<
    string,
    { readonly version: string; readonly computed: Promise<Value | 'too-busy'> }
  >()

  constructor(kept: number) {
    this.#kept = kept
  }

  get(key: string, version: string, compute: () => Promise<Value | 'too-busy'>): Promise<Value | 'too-busy'> {
    const known = this.#entries.get(key)
    const entry = known?.version === version ? known : { version, computed: this.#start(key, compute) }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > this.#kept && oldest !== undefined) this.#entries.delete(oldest)
    return entry.computed
  }

  async #start(key: string, compute: () => Promise<Value | 'too-busy'>): Promise<Value | 'too-busy'> {
    try {
      const computed = await compute()
      if (computed === 'too-busy') this.#entries.delete(key)
      return computed
    } catch (error) {
      this.#entries.delete(key)
      throw error
    }
  }
}
