/** The audit's cycle, in its order: source 003's wheel of action plan, audit, learning, implementation, evaluation. */
export const cycleSteps = ['plan', 'audit', 'learning', 'implementation', 'evaluation'] as const
export type CycleStep = (typeof cycleSteps)[number]

/** What a unit's place in the cycle is told from. Days are ISO. */
export interface CycleFacts {
  readonly today: string
  /** A version of an action plan is published. */
  readonly planned: boolean
  /** The open round, else the newest closed one; null: there has been none. */
  readonly round: {
    readonly open: boolean
    readonly closedOn: string | null
    readonly outstanding: number
  } | null
  /** The unit's next visit that is neither held nor cancelled; null: none. */
  readonly nextVisit: string | null
  /** Day of the last held visit; null: none. */
  readonly lastVisit: string | null
  readonly openPoints: number
  readonly openFindings: number
  /** Goals that no round has judged yet. */
  readonly waitingGoals: number
}

/** What the unit does next, and in which step. */
export type CycleNext =
  | 'publish-plan'
  | 'first-round'
  | 'finish-reviews'
  | 'await-closing'
  | 'plan-visit'
  | 'hold-visit'
  | 'note-visit'
  | 'make-good'
  | 'set-goal'
  | 'next-round'

export interface CyclePlace {
  readonly step: CycleStep
  readonly next: CycleNext
}

/**
 * Where a unit is: at the first step whose work is not done. An open round comes before all else; a closed one calls for
 * a visit, then for what the visit and the findings left to do, then for goals that the next round can judge.
 */
export function placeInCycle(facts: CycleFacts): CyclePlace {
  const { round } = facts
  if (round?.open === true)
    return { step: 'audit', next: round.outstanding > 0 ? 'finish-reviews' : 'await-closing' }
  if (!facts.planned) return { step: 'plan', next: 'publish-plan' }
  if (round === null) return { step: 'audit', next: 'first-round' }
  const visited = facts.lastVisit !== null && round.closedOn !== null && facts.lastVisit >= round.closedOn
  if (!visited) {
    if (facts.nextVisit === null) return { step: 'learning', next: 'plan-visit' }
    return { step: 'learning', next: facts.nextVisit < facts.today ? 'note-visit' : 'hold-visit' }
  }
  if (facts.openPoints > 0 || facts.openFindings > 0) return { step: 'implementation', next: 'make-good' }
  return { step: 'evaluation', next: facts.waitingGoals === 0 ? 'set-goal' : 'next-round' }
}
