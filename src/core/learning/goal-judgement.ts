import type { Proportion } from '../analysis/analysis.ts'

export const goalVerdicts = ['met', 'not-met', 'cannot-tell'] as const
export type GoalVerdict = (typeof goalVerdicts)[number]

/**
 * Why a goal cannot be judged: the interval holds the target; there was no applicable answer; the round asked otherwise
 * than the one the goal was set by.
 */
export const goalDoubts = ['too-few', 'no-answers', 'asked-otherwise'] as const
export type GoalDoubt = (typeof goalDoubts)[number]

export type GoalJudgement =
  { readonly verdict: 'met' | 'not-met' } | { readonly verdict: 'cannot-tell'; readonly reason: GoalDoubt }

/** Shares that are the same on paper may differ in the last bits; without an interval's width that would decide. */
const rounding = 1e-9

/**
 * Judges a goal by the results' own 95 % interval: met where even its lower end reaches the target, not met where its
 * upper end does not, and otherwise it cannot be told. Each verdict is so wrong in about 2.5 % of samples at most. After a
 * census, or where nothing is unseen, the interval has no width and every goal is told.
 */
export function judgeGoal(
  { share, interval }: Pick<Proportion, 'share' | 'interval'>,
  target: number,
): GoalJudgement {
  if (share === null || interval === null) return { verdict: 'cannot-tell', reason: 'no-answers' }
  const [lower, upper] = interval
  if (lower >= target - rounding) return { verdict: 'met' }
  if (upper < target - rounding) return { verdict: 'not-met' }
  return { verdict: 'cannot-tell', reason: 'too-few' }
}
