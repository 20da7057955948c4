import type { Analysis } from '../../core/analysis/analysis.ts'
import type { MunicipalityId, RoundId } from '../../storage/ids.ts'

/** An analysis holds some 5 MB; the rounds that people look at in one week are few. */
const kept = 12

export interface CacheKey {
  readonly municipalityId: MunicipalityId
  readonly roundId: RoundId
  /** Of the data and the programme: what was computed from other data is of no use. */
  readonly version: string
}

/** `null`: no answers yet. */
export type Computed = Analysis | null | 'too-busy'

/**
 * Remembers the newest analysis of each round. Those who ask while it is being computed wait for the same one; a failure
 * is not remembered.
 */
export class AnalysisCache {
  /** The one asked for last comes last. */
  readonly #entries = new Map<string, { readonly version: string; readonly computed: Promise<Computed> }>()

  get({ municipalityId, roundId, version }: CacheKey, compute: () => Promise<Computed>): Promise<Computed> {
    const key = `${municipalityId} ${roundId}`
    const known = this.#entries.get(key)
    const entry = known?.version === version ? known : { version, computed: this.#start(key, compute) }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > kept && oldest !== undefined) this.#entries.delete(oldest)
    return entry.computed
  }

  async #start(key: string, compute: () => Promise<Computed>): Promise<Computed> {
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
