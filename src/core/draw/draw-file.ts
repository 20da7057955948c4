import type { Criterion, Selection } from '../programme/programme.ts'

/** Name of the algorithm in `draw.ts`; a change of algorithm gets a new name, old files stay verifiable. */
export const drawAlgorithm = 'hmac-sha256-52'

/** The selections that `drawSample` draws; programmes may name others, which it refuses as `selection-not-yet`. */
export type DrawableSelection = Extract<Selection, { readonly kind: 'random' | 'census' }>

export interface DrawnStratum {
  readonly stratum: string
  /** Cases in the frozen frame's stratum. */
  readonly eligible: number
  /** What the quota asked for; may exceed `eligible`, then all are drawn. */
  readonly wanted: number
  readonly drawn: number
}

export interface DrawnCase {
  readonly caseId: string
  readonly stage: string
  readonly stratum: string
  /** The case's pseudo-random number in [0, 1): 52 bits of HMAC-SHA256(seed, `phase|caseId`). */
  readonly key: number
  /** Position in the stratum's order by key, from 1. */
  readonly order: number
  readonly status: 'drawn' | 'replaced'
  /** Why a case was replaced; null for drawn ones. */
  readonly reason: string | null
}

/** The public record of one level's draw (`DRAW.json`): with frame and seed anyone can compute it again. */
export interface DrawFile {
  readonly algorithm: string
  readonly programme: string
  readonly programmeVersion: number
  readonly round: string
  readonly level: number
  /** `ROUND/LEVEL`: names the phase in every key, so that levels draw independently. */
  readonly phase: string
  /** SHA-256 (hex) over the eligible cases' lines `caseId TAB stratum LF`, sorted by caseId as bytes. */
  readonly frameDigest: string
  /** SHA-256 (hex) of the seed's bytes. */
  readonly seedDigest: string
  /** The rule as it was on the day of the draw, so that verification needs no programme file. */
  readonly selection: DrawableSelection
  readonly eligibility: readonly Criterion[]
  /** The level below, for levels that draw from one: its frame digest and its cases in draw (not replaced). */
  readonly from: {
    readonly level: number
    readonly frameDigest: string
    readonly cases: readonly { readonly caseId: string; readonly stage: string }[]
  } | null
  readonly strata: readonly DrawnStratum[]
  readonly cases: readonly DrawnCase[]
}
