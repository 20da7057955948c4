import type { LevelFigures } from '../../core/analysis/analyse-level.ts'
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { MunicipalityId, RoundId } from '../../storage/ids.ts'
import { ComputedCache } from './computed-cache.ts'
import type { RoundFigures } from './round-figures.ts'

/** An analysis holds some 5 MB; the rounds that people look at in one week are few. */
const keptAnalyses = 12
/** Some 0.3 MB each: finished rounds, which run charts show side by side. */
const keptFigures = 60

export interface CacheKey {
  readonly municipalityId: MunicipalityId
  readonly roundId: RoundId
  /** Of the data and the programme: what was computed from other data is of no use. */
  readonly version: string
}

/** Two finished rounds side by side, at the later one's comparison level and for the whole municipality. */
export type RoundPair = LevelFigures

/** `null`: no answers yet. */
export type Computed = Analysis | null | 'too-busy'

/** Some 0.1 MB each: as many as an action plan's initiatives have different starts. */
const keptPairs = 60

/** The newest analysis of each round, and the figures of finished rounds that others are set beside. */
export class AnalysisCache {
  readonly #analyses = new ComputedCache<Analysis | null>(keptAnalyses)
  readonly #figures = new ComputedCache<RoundFigures | null>(keptFigures)
  readonly #pairs = new ComputedCache<RoundPair | null>(keptPairs)

  get({ municipalityId, roundId, version }: CacheKey, compute: () => Promise<Computed>): Promise<Computed> {
    return this.#analyses.get(`${municipalityId} ${roundId}`, version, compute)
  }

  /** The round of the key with an earlier one as its baseline. */
  getPair(
    { municipalityId, roundId, version }: CacheKey,
    earlier: RoundId,
    compute: () => Promise<RoundPair | null | 'too-busy'>,
  ): Promise<RoundPair | null | 'too-busy'> {
    return this.#pairs.get(`${municipalityId} ${earlier} ${roundId}`, version, compute)
  }

  /** `questions` are those that the figures are made of: the same round may be set beside several others. */
  getFigures(
    { municipalityId, roundId, version }: CacheKey,
    questions: readonly string[],
    compute: () => Promise<RoundFigures | null | 'too-busy'>,
  ): Promise<RoundFigures | null | 'too-busy'> {
    return this.#figures.get(`${municipalityId} ${roundId} ${questions.join()}`, version, compute)
  }
}
