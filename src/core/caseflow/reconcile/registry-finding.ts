import type { Deadline } from '../deadline.ts'
import type { QuestionPair } from './reconciliation-mapping.ts'

/** What is read of a judged deadline. */
export type RegistryClock = Pick<
  Deadline,
  'rule' | 'started' | 'due' | 'done' | 'state' | 'lateBy' | 'because'
>

/** Days of a case stage, since 1970-01-01, both included. */
export interface StageDays {
  readonly from: number
  readonly to: number
}

/**
 * What the registry's dates say of a question. `not-matched`: none of the case's clocks can be told to be the one that the
 * review spoke of, or several can; it is never guessed. `clocks`: those looked at.
 */
export type RegistryFinding =
  | {
      readonly state: 'in-time' | 'late' | 'not-applicable' | 'cannot-tell'
      readonly clocks: readonly RegistryClock[]
    }
  | {
      readonly state: 'not-matched'
      readonly reason: 'none' | 'several'
      readonly clocks: readonly RegistryClock[]
    }

/** Finds the clocks that a review of a stage speaks of. Without the stage's days (`null`) all clocks of the case may be it. */
export function registryFinding(
  clocks: readonly RegistryClock[],
  pair: QuestionPair,
  days: StageDays | null,
): RegistryFinding {
  const found = clocks.filter(
    (clock) => pair.rules.includes(clock.rule) && (days === null || fits(clock, pair, days)),
  )
  const asked = found.filter(({ state }) => state !== 'not-applicable')
  if (asked.length === 0)
    return found.length === 0
      ? { state: 'not-matched', reason: 'none', clocks: [] }
      : { state: 'not-applicable', clocks: found }
  if (pair.every) return findingOfAll(asked, days)
  const [only] = asked
  if (asked.length > 1 || only === undefined)
    return { state: 'not-matched', reason: 'several', clocks: asked }
  return { state: sideOf(only), clocks: asked }
}

function fits(clock: RegistryClock, { match }: QuestionPair, { from, to }: StageDays): boolean {
  const begin = (clock.started ?? clock.done)?.day
  if (begin === undefined) return false
  return match === 'started' ? begin >= from && begin <= to : begin <= to && lastDay(clock, begin) >= from
}

/** Until when a clock ran. One that fell away ran nobody knows how long: only its beginning is sure. */
function lastDay({ state, due, done }: RegistryClock, begin: number): number {
  if (done !== null) return done.day
  if (state === 'running' || state === 'open') return Number.POSITIVE_INFINITY
  return state === 'late' ? Math.max(begin, due?.day ?? begin) : begin
}

/** Of the clocks that had to be kept, or were, by the end of the stage: kept only if all are. */
function findingOfAll(asked: readonly RegistryClock[], days: StageDays | null): RegistryFinding {
  const end = days?.to ?? Number.POSITIVE_INFINITY
  const due = asked.filter((clock) => clock.state !== 'running' && dayToJudge(clock) <= end)
  if (due.length === 0) return { state: 'cannot-tell', clocks: asked }
  const sides = due.map(sideOf)
  const state = sides.includes('late') ? 'late' : sides.includes('cannot-tell') ? 'cannot-tell' : 'in-time'
  return { state, clocks: due }
}

/** From when on it could be seen whether it was kept. */
function dayToJudge({ started, due, done }: RegistryClock): number {
  const days = [due?.day, done?.day].filter((day) => day !== undefined)
  return days.length === 0 ? (started?.day ?? 0) : Math.min(...days)
}

function sideOf({ state }: RegistryClock): 'in-time' | 'late' | 'cannot-tell' {
  switch (state) {
    case 'met':
      return 'in-time'
    case 'late':
    case 'open':
      return 'late'
    case 'running':
    case 'cannot-tell':
      return 'cannot-tell'
    case 'not-applicable':
      throw new Error('a clock that asks nothing was left out')
  }
  return state satisfies never
}
