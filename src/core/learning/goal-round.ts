/** A round of the goal's programme as it bears on goals; days are ISO. */
export interface GoalRound {
  readonly id: string
  readonly state: 'planned' | 'open' | 'closed'
  readonly periodFrom: string
  readonly periodTo: string
}

/** The round is one that a goal set on this day can be judged at: it holds cases finished since, and nobody knows its results. */
export function canJudgeGoal(round: GoalRound, base: GoalRound, setOn: string): boolean {
  return round.id !== base.id && round.periodTo > base.periodTo && round.periodTo > setOn
}

/** The next round a goal is judged at: of those that can, the one whose period begins first. */
export function nextGoalRound<Round extends GoalRound>(
  rounds: readonly Round[],
  base: GoalRound,
  setOn: string,
): Round | null {
  const later = rounds.filter((round) => canJudgeGoal(round, base, setOn))
  return (
    later.toSorted((a, b) =>
      a.periodFrom === b.periodFrom ? (a.id < b.id ? -1 : 1) : a.periodFrom < b.periodFrom ? -1 : 1,
    )[0] ?? null
  )
}
