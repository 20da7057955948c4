import { fewestForPercent } from '../report/print-figure.ts'
import type { AimedFigure } from './goal-figure.ts'

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
 * census, or where nothing is unseen, the interval has no width and every goal is told. Of fewer answers than results print a
 * percentage of, nothing else is.
 */
export function judgeGoal(
  { share, interval, sample }: Pick<AimedFigure, 'share' | 'interval' | 'sample'>,
  target: number,
): GoalJudgement {
  if (share === null || interval === null) return { verdict: 'cannot-tell', reason: 'no-answers' }
  const [lower, upper] = interval
  if (sample < fewestForPercent && upper - lower > rounding)
    return { verdict: 'cannot-tell', reason: 'too-few' }
  if (lower >= target - rounding) return { verdict: 'met' }
  if (upper < target - rounding) return { verdict: 'not-met' }
  return { verdict: 'cannot-tell', reason: 'too-few' }
}
