import type { Level, Programme, Selection } from '../../programme/programme.ts'
import type { CascadeRefusal } from '../inference.ts'
import type { ReviewedCase } from '../reviewed-case.ts'

/** The levels of a cascade, lowest first; the last is the reference. */
export interface CascadePath {
  readonly levels: readonly Level[]
  /** Properties that every draw on the way was stratified by: chance plays no part in how these are mixed. */
  readonly strata: readonly ('unit' | 'stage')[]
}

/** Properties a review itself tells; what was drawn by others cannot be told apart again. */
const knownProperties = ['unit', 'stage'] as const

/**
 * The way down from the highest reviewed level, from level to the level it was drawn from. Refused where a level on the
 * way was not drawn by lot: then nothing says that its cases resemble those below.
 */
export function findPath(
  programme: Programme,
  reviewed: readonly number[],
): { readonly path: CascadePath } | { readonly refusal: CascadeRefusal; readonly reference: number } {
  const reference = Math.max(...reviewed)
  const byNumber = new Map(programme.levels.map((level) => [level.level, level]))
  const down: Level[] = []
  for (
    let level = byNumber.get(reference);
    level !== undefined;
    level = byNumber.get(level.from ?? Number.NaN)
  )
    down.push(level)
  const lowest = down.findLastIndex((level) => reviewed.includes(level.level))
  const way = down.slice(0, lowest + 1)
  const levels = way.filter((level) => reviewed.includes(level.level)).reverse()
  const others = reviewed.filter((number) => !way.some((level) => level.level === number))
  if (levels.length < 2)
    return { refusal: others.length > 0 ? 'not-drawn-from-below' : 'one-level', reference }
  if (way.some(({ selection }) => selection.kind === 'newest-first'))
    return { refusal: 'no-chance-known', reference }
  const strata = knownProperties.filter((name) =>
    way.every(({ selection }) => selection.kind === 'census' || selection.strata.includes(name)),
  )
  return { path: { levels, strata: way.every(isCensus) ? [] : strata } }
}

function isCensus({ selection }: Level): boolean {
  return selection.kind === 'census'
}

/** Whether a higher level of the path may draw this case at all; its quota may be 0 for the unit or stage. */
export function isCovered({ levels }: CascadePath, review: ReviewedCase): boolean {
  return levels.slice(1).every(({ selection }) => mayDraw(selection, review))
}

function mayDraw(selection: Selection, review: ReviewedCase): boolean {
  if (selection.kind === 'census') return true
  // Quotas on properties that reviews don't tell may fit or not; the first that surely fits ends the search.
  for (const { where, take } of selection.quotas) {
    const asked = Object.entries(where ?? {})
    const known = asked.filter(([name]) => name === 'unit' || name === 'stage')
    if (known.some(([name, value]) => review[name === 'unit' ? 'unit' : 'stage'] !== value)) continue
    if (take !== 0) return true
    if (known.length === asked.length) return false
  }
  return false
}
