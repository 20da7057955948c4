/** A save of minutes: they save themselves while somebody writes, every few seconds. */
export interface MinutesSave {
  readonly version: number
  /** Id of the person; null: not known. */
  readonly by: string | null
  readonly at: Date
}

/** Whoever writes on within so many minutes is still at the same wording. */
const pause = 30

/**
 * The saves that a wording ended with, the first first: the last before somebody else wrote, or before the same person
 * came back to it. The last one is what stands now. `saves`: in the order of their versions.
 */
export function wordingsOf<S extends MinutesSave>(saves: readonly S[]): readonly S[] {
  return saves.filter((save, index) => {
    const next = saves[index + 1]
    return next === undefined || next.by !== save.by || next.at.getTime() - save.at.getTime() > pause * 60_000
  })
}
