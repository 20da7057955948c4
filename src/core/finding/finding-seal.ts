import { levelsOf } from '../review/seal.ts'

interface SealedRound {
  readonly levels: readonly {
    readonly level: number
    readonly from?: number
    readonly reviewers: readonly string[]
  }[]
  /** Levels that have anchors in the round. */
  readonly anchored: readonly number[]
}

/**
 * The levels that must have submitted a case of an open round before somebody with these roles may see what was found
 * in it, all of them or nothing: a finding is joined over the levels, so it shows what each of them answered. Empty: they
 * review nowhere, and the seal is not theirs. Null: nothing of the round before it closes.
 *
 * An anchor has no findings, which would tell it from other reviews of its level. So whoever must not tell it sees the
 * findings of a case only once the level below has submitted it too, which for an anchor never happens (decision 0010).
 */
export function levelsToAwait(
  { levels, anchored }: SealedRound,
  roles: readonly string[],
  knowsAnchors: boolean,
): readonly number[] | null {
  const own = levelsOf(levels, roles)
  const awaited = new Set(own)
  if (knowsAnchors) return own
  for (const { level, from } of levels) {
    if (!own.includes(level) || !anchored.includes(level)) continue
    if (from === undefined) return null
    awaited.add(from)
  }
  return [...awaited].toSorted((a, b) => a - b)
}
