import type { LocalText } from '../language/language.ts'
import type { Interval } from '../statistics/interval.ts'
import { wilson } from '../statistics/wilson.ts'

export const appealOutcomes = ['upheld', 'changed', 'remitted', 'dismissed'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

export const appealAges = ['0-14', '15-17', '18-plus'] as const
export type AppealAge = (typeof appealAges)[number]

/** Ankestyrelsen's own words for what it can come to. */
export const outcomeWords: Readonly<Record<AppealOutcome, LocalText>> = {
  upheld: { da: 'Stadfæstet', en: 'Upheld' },
  changed: { da: 'Ændret', en: 'Changed' },
  remitted: { da: 'Hjemvist', en: 'Remitted' },
  dismissed: { da: 'Afvist', en: 'Dismissed' },
}

/** What a complaint waits for: the decision; a lesson; that the lesson is learnt. `closed`: nothing is to be learnt. */
export const appealStates = ['waiting', 'closed', 'to-plan', 'planned', 'late', 'learnt'] as const
export type AppealState = (typeof appealStates)[number]

/** Days are ISO. */
export interface AppealFacts {
  readonly provision: string
  readonly ageGroup: AppealAge | null
  readonly sentOn: string
  readonly decidedOn: string | null
  readonly outcome: AppealOutcome | null
  readonly lessonDueOn: string | null
  readonly learntOn: string | null
}

/** Whether a decision calls for a lesson: the board saw the case otherwise than the municipality. */
export function callsForLesson(outcome: AppealOutcome | null): boolean {
  return outcome === 'changed' || outcome === 'remitted'
}

export function appealState(
  { outcome, lessonDueOn, learntOn }: Pick<AppealFacts, 'outcome' | 'lessonDueOn' | 'learntOn'>,
  today: string,
): AppealState {
  if (outcome === null) return 'waiting'
  if (!callsForLesson(outcome)) return 'closed'
  if (learntOn !== null) return 'learnt'
  if (lessonDueOn === null) return 'to-plan'
  return lessonDueOn < today ? 'late' : 'planned'
}

/** Counts of complaints, and the share that was upheld of those decided on their merits, as a part of 1. */
export interface AppealTally {
  readonly key: string | null
  readonly count: number
  readonly outcomes: Readonly<Record<AppealOutcome, number>>
  readonly undecided: number
  /** Null where none is decided on its merits. */
  readonly upheld: { readonly share: number; readonly of: number; readonly interval: Interval } | null
}

export const appealGroupings = ['sent-year', 'decided-year', 'provision', 'age-group'] as const
export type AppealGrouping = (typeof appealGroupings)[number]

/**
 * Complaints by year sent or decided, provision, or age group; the latest year first. Those without a value (undecided
 * ones by the year decided) are left out of the years and stand last, with the key null, among the age groups.
 * A dismissed complaint was not tried, so it is counted and is no part of the share. Interval: `wilson`, 95 %.
 */
export function tallyAppeals(
  appeals: readonly AppealFacts[],
  grouping: AppealGrouping,
): readonly AppealTally[] {
  const groups = Map.groupBy(appeals, (appeal) => keyOf(appeal, grouping))
  const tallies = [...groups].map(([key, members]) => tallyOf(key, members))
  const years = grouping === 'sent-year' || grouping === 'decided-year'
  return tallies
    .filter(({ key }) => !years || key !== null)
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return years ? b.key.localeCompare(a.key) : a.key.localeCompare(b.key, 'da')
    })
}

function tallyOf(key: string | null, members: readonly AppealFacts[]): AppealTally {
  const outcomes = { upheld: 0, changed: 0, remitted: 0, dismissed: 0 }
  let undecided = 0
  for (const { outcome } of members) {
    if (outcome === null) undecided += 1
    else outcomes[outcome] += 1
  }
  const of = outcomes.upheld + outcomes.changed + outcomes.remitted
  return {
    key,
    count: members.length,
    outcomes,
    undecided,
    upheld: of === 0 ? null : shareOf(outcomes.upheld, of),
  }
}

export function shareOf(upheld: number, of: number) {
  return { share: upheld / of, of, interval: wilson(upheld, of) }
}

function keyOf(
  { sentOn, decidedOn, provision, ageGroup }: AppealFacts,
  grouping: AppealGrouping,
): string | null {
  const keys = {
    'sent-year': sentOn.slice(0, 4),
    'decided-year': decidedOn?.slice(0, 4) ?? null,
    provision,
    'age-group': ageGroup,
  }
  return keys[grouping]
}
