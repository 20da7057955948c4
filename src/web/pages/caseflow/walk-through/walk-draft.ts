import type { CaseWalkThroughs, WalkThroughView } from '../../../../contract/caseflow/walk-throughs.ts'

/** A walk-through as it is written. */
export interface WalkDraft {
  readonly day: string
  /** Ids of those of the house. */
  readonly people: readonly string[]
  /** Others, one on each line. */
  readonly guests: string
  readonly notes: string
}

export function draftOf({ day, participants, notes }: WalkThroughView): WalkDraft {
  return {
    day,
    notes,
    people: participants.flatMap(({ person }) => person ?? []),
    guests: participants.flatMap(({ person, name }) => (person === null ? [name] : [])).join('\n'),
  }
}

/** The server trims texts and names; a space while somebody writes is no change. */
export function isSameDraft(a: WalkDraft, b: WalkDraft): boolean {
  return (
    a.day === b.day &&
    a.notes.trim() === b.notes.trim() &&
    a.people.join() === b.people.join() &&
    guestsOf(a).join('\n') === guestsOf(b).join('\n')
  )
}

/** Somebody who may no longer be chosen is left out: they have left the case or its unit. */
export function participantsOf(
  draft: Pick<WalkDraft, 'people' | 'guests'>,
  choices: CaseWalkThroughs['people'],
) {
  return [
    ...choices
      .filter(({ id }) => draft.people.includes(id))
      .map(({ id, name }): { person: string | null; name: string } => ({ person: id, name })),
    ...guestsOf(draft).map((name) => ({ person: null, name })),
  ]
}

function guestsOf({ guests }: Pick<WalkDraft, 'guests'>): readonly string[] {
  return guests
    .split('\n')
    .map((line) => line.trim())
    .filter((name) => name !== '')
}
