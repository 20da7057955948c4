/** The audit's cycle, in its order: source 003's wheel of action plan, audit, learning, implementation, evaluation. */
export const cycleSteps = ['plan', 'audit', 'learning', 'implementation', 'evaluation'] as const
export type CycleStep = (typeof cycleSteps)[number]

interface Moment {
  /** ISO day. */
  readonly on: string
  /** ISO instant, in UTC. */
  readonly at: string
}

interface CycleVisit {
  readonly on: string
  /** ISO instant, in UTC. */
  readonly plannedAt: string
}

/** What a unit's place in the cycle is told from. */
export interface CycleFacts {
  /** A version of an action plan is published. */
  readonly planned: boolean
  /** The open round, else the newest closed one; null: there has been none. */
  readonly round: {
    /** Null: it is open. */
    readonly closed: Moment | null
    readonly outstanding: number
  } | null
  readonly visits: {
    /** The last that was held; null: none. */
    readonly last: CycleVisit | null
    /** One is planned whose day has not passed. */
    readonly ahead: boolean
    /** The last planned one whose day has passed: nobody has said whether it was held. */
    readonly unnoted: CycleVisit | null
  }
  readonly points: { readonly open: number; readonly overdue: number }
  readonly findings: { readonly open: number; readonly overdue: number }
  /** Goals that no round has judged yet. */
  readonly waitingGoals: number
}

/** Everything that a unit may have to do next. */
export const cycleNexts = [
  'restore-overdue',
  'publish-plan',
  'first-round',
  'finish-reviews',
  'await-closing',
  'plan-visit',
  'hold-visit',
  'note-visit',
  'make-good',
  'settle-points',
  'set-goal',
  'next-round',
] as const
export type CycleNext = (typeof cycleNexts)[number]

/**
 * `in-force`: an action plan is never done, it holds until another is published. `left`: done, but for what was left open.
 * `again`: a visit was held, and another follows the round.
 */
export const cycleStepStates = ['done', 'current', 'in-force', 'left', 'again', 'upcoming'] as const
export type CycleStepState = (typeof cycleStepStates)[number]

export interface CyclePlace {
  readonly step: CycleStep
  /** What to do, the first first: never empty. */
  readonly next: readonly CycleNext[]
  readonly states: Readonly<Record<CycleStep, CycleStepState>>
}

/**
 * Where a unit is: at the first step whose work is not done. An open round comes before all else; a closed one calls for
 * a visit, then for what the visit and the findings left to do, then for goals that the next round can judge. An overdue
 * restoration is named first wherever the unit is: a citizen waits for it.
 */
export function placeInCycle(facts: CycleFacts): CyclePlace {
  const [step, work] = stepOf(facts)
  const { points, findings, visits } = facts
  const wanted = new Set<CycleNext>([
    ...(findings.overdue > 0 ? (['restore-overdue'] as const) : []),
    ...work,
    ...(points.overdue > 0 ? (['settle-points'] as const) : []),
    ...(visits.unnoted === null ? [] : (['note-visit'] as const)),
  ])
  return { step, next: [...wanted], states: statesOf(step, facts) }
}

function stepOf(facts: CycleFacts): readonly [CycleStep, readonly CycleNext[]] {
  const { round, visits, points, findings } = facts
  if (round !== null && round.closed === null)
    return ['audit', [round.outstanding > 0 ? 'finish-reviews' : 'await-closing']]
  if (!facts.planned) return ['plan', ['publish-plan']]
  if (round === null) return ['audit', ['first-round']]
  if (!isVisited(facts)) {
    const unnoted = visits.unnoted !== null && isAfter(visits.unnoted, round.closed)
    return ['learning', [unnoted ? 'note-visit' : visits.ahead ? 'hold-visit' : 'plan-visit']]
  }
  if (points.open > 0 || findings.open > 0) {
    const makeGood = findings.open > findings.overdue ? (['make-good'] as const) : []
    return ['implementation', [...makeGood, ...(points.open > 0 ? (['settle-points'] as const) : [])]]
  }
  return ['evaluation', [facts.waitingGoals === 0 ? 'set-goal' : 'next-round']]
}

function isVisited({ round, visits }: CycleFacts): boolean {
  return visits.last !== null && round !== null && isAfter(visits.last, round.closed)
}

/** One of the very day of the closing may have been held while the results were sealed; not if it was planned since. */
function isAfter(visit: CycleVisit, closed: Moment | null): boolean {
  if (closed === null) return false
  return visit.on > closed.on || (visit.on === closed.on && visit.plannedAt > closed.at)
}

function statesOf(step: CycleStep, facts: CycleFacts): CyclePlace['states'] {
  const visited = isVisited(facts)
  const left = facts.points.open > 0 || facts.findings.open > 0
  const beside: Readonly<Record<CycleStep, CycleStepState>> = {
    plan: facts.planned ? 'in-force' : 'upcoming',
    audit: facts.round === null ? 'upcoming' : 'done',
    learning: visited ? 'done' : facts.visits.last === null ? 'upcoming' : 'again',
    implementation: left ? 'left' : visited ? 'done' : 'upcoming',
    evaluation: 'upcoming',
  }
  return { ...beside, [step]: 'current' }
}
