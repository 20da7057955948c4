import { distance } from './edit-distance.ts'

/** The known word that a misspelt one most likely stands for; undefined when none is near. */
export function findLikelyWord(written: string, known: Iterable<string>): string | undefined {
  const lower = written.toLowerCase()
  let best: string | undefined
  // A third of the letters may be wrong, so that `titel` finds `title` but `2` does not find `1`.
  let least = (written.length < 2 ? 0 : Math.max(1, Math.floor(written.length / 3))) + 1
  for (const word of known) {
    const steps = distance(lower, word.toLowerCase(), least)
    if (steps < least) {
      least = steps
      best = word
    }
  }
  return best
}
