/** The boxes in the order they are filled in: what do we want, what is hard, how do we do it, what do we do already. */
export const fourBoxes = ['want', 'hard', 'how', 'already'] as const
export type FourBox = (typeof fourBoxes)[number]

/** The lines of each box. */
export type FourBoxLines = Readonly<Record<FourBox, readonly string[]>>

/** Whether nothing is written in any box. */
export function isEmptyFourBox(lines: FourBoxLines): boolean {
  return fourBoxes.every((box) => lines[box].every((line) => line.trim() === ''))
}

/** What a goal's reason starts with: the lines of what is wanted, as many whole ones as there is room for. */
export function reasonFrom({ want }: Pick<FourBoxLines, 'want'>, most: number): string {
  let text = ''
  for (const line of want) {
    const more = text === '' ? line : `${text}\n${line}`
    if (more.length > most) break
    text = more
  }
  return text
}

export interface FourBoxStanding {
  readonly shared: boolean
  readonly withdrawn: boolean
  /** The caller wrote it. */
  readonly own: boolean
  /** The caller leads visits to the unit. */
  readonly leads: boolean
}

/** A draft is its author's alone; what is shared is the unit's; what was withdrawn nobody is shown. */
export function seesFourBox({ shared, withdrawn, own }: FourBoxStanding): boolean {
  return !withdrawn && (shared || own)
}

/** Why the caller cannot do this to a proposal they see; null: they can. */
export function refusalOfFourBoxAct(
  act: 'save' | 'share' | 'withdraw',
  { own, leads, shared }: FourBoxStanding,
): 'not-the-author' | null {
  if (own) return null
  // Whoever leads the visits can take a name or a slip away, but writes nothing into another's proposal.
  return act === 'withdraw' && leads && shared ? null : 'not-the-author'
}
