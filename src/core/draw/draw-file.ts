import type { Criterion, Selection } from '../programme/programme.ts'
import type { Exclusion } from './exclusion.ts'

/**
 * How cases get their keys, and what the frame digest is made of. `hmac-sha256-52`: by case id alone, until November 2026.
 * `hmac-sha256-52-stage`: the same, but stages of one case that share a stratum each get a key of their own (decision 0008).
 * `hmac-sha256-52-stage-attributes`: the same keys, and a digest that holds whatever else decides (decision 0012). A change
 * gets a new name, so that old files stay verifiable.
 */
export const drawAlgorithms = [
  'hmac-sha256-52',
  'hmac-sha256-52-stage',
  'hmac-sha256-52-stage-attributes',
] as const
export type DrawAlgorithm = (typeof drawAlgorithms)[number]

/** What new draws are made by. Where lots decide, who is in which stratum is all that must be settled before. */
export function drawAlgorithmOf({ kind }: Selection): DrawAlgorithm {
  return kind === 'newest-first' || kind === 'risk-weighted'
    ? 'hmac-sha256-52-stage-attributes'
    : 'hmac-sha256-52-stage'
}

export interface DrawnStratum {
  readonly stratum: string
  /** Cases in the frozen frame's stratum. */
  readonly eligible: number
  /** What the quota asked for; may exceed `eligible`, then all are drawn. */
  readonly wanted: number
  readonly drawn: number
  /** What fell out and by which part of the rule; only `newest-first` and `risk-weighted` tell. */
  readonly excluded?: readonly Exclusion[]
}

export interface DrawnCase {
  readonly caseId: string
  readonly stage: string
  readonly stratum: string
  /**
   * The case's pseudo-random number in [0, 1): 52 bits of HMAC-SHA256(seed, `phase|caseId`); of a case with several
   * stages in the stratum, of `phase|caseId TAB stage`.
   */
  readonly key: number
  /** Position in the stratum's order (by key, by day or by risk and key), from 1. */
  readonly order: number
  readonly status: 'drawn' | 'replaced'
  /** Why a case was replaced; null for drawn ones. */
  readonly reason: string | null
  /** `risk-weighted` only: the case's own chance to be looked at, given the level below. */
  readonly chance?: number
}

/** The public record of one level's draw (`DRAW.json`): with frame and seed anyone can compute it again. */
export interface DrawFile {
  readonly algorithm: DrawAlgorithm
  readonly programme: string
  readonly programmeVersion: number
  readonly round: string
  readonly level: number
  /** `ROUND/LEVEL`: names the phase in every key, so that levels draw independently. */
  readonly phase: string
  /** SHA-256 (hex) over the eligible cases' lines `caseId TAB stratum LF`, or more, sorted by caseId as bytes. */
  readonly frameDigest: string
  /** SHA-256 (hex) of the seed's bytes. */
  readonly seedDigest: string
  /**
   * The rule as it was on the day of the draw, so that verification needs no programme file. Above a `pass-on` level: the
   * share of its groups that goes on, as `random`.
   */
  readonly selection: Selection
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
