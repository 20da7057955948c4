import type { Level, Programme, Selection } from '../programme/programme.ts'

/**
 * How a level's cases are chosen, with what the level below passes on worked out: the level above a `pass-on` draws its
 * share of each of that level's groups, by keys of its own, so that nobody below can know which cases go on.
 */
export function levelSelection({ levels }: Pick<Programme, 'levels'>, level: Level): Selection {
  const below = levels.find((candidate) => candidate.level === level.from)
  return below === undefined || level.selection.kind !== 'census'
    ? level.selection
    : (passedOn(below.selection) ?? level.selection)
}

/** What goes on to the level above; undefined: this selection passes nothing on by itself. */
export function passedOn(selection: Selection): Selection | undefined {
  if (selection.kind !== 'pass-on') return undefined
  return { kind: 'random', strata: selection.strata, quotas: [{ take: selection.passOn }] }
}
