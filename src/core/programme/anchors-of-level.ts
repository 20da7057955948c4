import type { Anchor, Programme } from './programme.ts'

/** The anchors that a level reviews again. */
export function listAnchorsOfLevel({ anchors = [], levels }: Programme, level: number): readonly Anchor[] {
  const comparison = levels.filter((candidate) => candidate.comparison).map((candidate) => candidate.level)
  return anchors.filter((anchor) => (anchor.levels ?? comparison).includes(level))
}
