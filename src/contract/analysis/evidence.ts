import { z } from 'zod'
import { count, interval, localText } from './figures.ts'

/** What tells how far the figures can be trusted: levels against each other, the highest level's estimate, drift. */

export const levelComparison = z.object({
  stage: z.string(),
  question: z.string(),
  /** Cases that all levels found the question applicable in. */
  n: count,
  compliant: z.array(z.object({ level: count, count })),
  alpha: z.number().nullable(),
})
export type LevelComparisonRow = z.output<typeof levelComparison>

/** Null: two levels. Else the roles of one level's two reviewers, who answered apart. */
const reviewers = z.tuple([z.string(), z.string()]).nullable()

export const agreement = z.object({
  /** Lower level first; the same level twice for its two reviewers. */
  pair: z.tuple([count, count]),
  reviewers,
  stage: z.string().nullable(),
  cases: count,
  applicability: z.object({ n: count, same: count, share: z.number().nullable(), interval }),
  n: count,
  same: count,
  /** Left out of n: one of them or both found the question not applicable. */
  notApplicable: count,
  share: z.number().nullable(),
  interval,
  higherStricter: count,
  lowerStricter: count,
  ac1: z.number().nullable(),
  ac1Interval: interval,
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
})
export type AgreementRow = z.output<typeof agreement>

export const difference = z.object({
  pair: z.tuple([count, count]),
  reviewers,
  stage: z.string(),
  question: z.string(),
  n: count,
  same: count,
  interval,
  higherStricter: count,
  lowerStricter: count,
  mcnemarMidP: z.number().nullable(),
})
export type DifferenceRow = z.output<typeof difference>

export const cascade = z.object({
  scope: z.object({ stage: z.string().nullable(), question: z.string().nullable() }),
  /** The level whose answers count as the truth. */
  reference: count,
  levels: z.array(z.object({ level: count, cases: count })),
  population: z.number().nullable(),
  notCovered: count,
  estimate: z.number().nullable(),
  interval,
  method: z.enum(['t', 'wilson', 'none']),
  lambda: z.record(z.string(), z.number()),
  nEff: z.number().nullable(),
  expertEquivalent: z.number().nullable(),
  /** What must be said wherever the estimate is read. */
  caveats: z.array(localText),
  expertOnly: z.object({
    cases: count,
    numerator: count,
    denominator: count,
    notApplicable: count,
    estimate: z.number().nullable(),
    interval,
  }),
  usable: z.boolean(),
  reason: localText.nullable(),
})
export type CascadeRow = z.output<typeof cascade>

export const drift = z.object({
  kind: z.enum(['expert-corrected', 'anchors']),
  stage: z.string().nullable(),
  level: count,
  cases: count,
  baselineCases: count,
  change: z.number().nullable(),
  interval,
  p: z.number().nullable(),
  plainChange: z.number().nullable(),
  sameReviewer: count,
  usable: z.boolean(),
  reason: localText.nullable(),
})
export type DriftRow = z.output<typeof drift>

/** How small a change a round of this size can see. */
export const sight = z.object({
  cases: count,
  baselineCases: count.nullable(),
  power: z.number(),
  detectableChange: z.number().nullable(),
  /** Half the composite's interval; where it is above 0 and no change is given, none is large enough to be noticed. */
  margin: z.number().nullable(),
  detectableQuestion: z
    .object({
      n: z.number(),
      baselineN: z.number(),
      /** What the answers are worth as answers of equal weight. */
      size: z.number().optional(),
      baselineSize: z.number().optional(),
      from: z.number(),
      change: z.number(),
    })
    .nullable(),
})

export const health = z.object({
  stage: z.string(),
  question: z.string(),
  sign: z.enum(['low-agreement', 'often-not-applicable', 'no-variation']),
  level: count,
  otherLevel: count.nullable(),
  count,
  of: count,
  suggestion: localText,
})
export type HealthRow = z.output<typeof health>

/** A question that the baseline round asked differently. */
export const seriesBreak = z.object({
  stage: z.string(),
  question: z.string(),
  declaredComparable: z.boolean(),
  reason: localText,
})

export const askedQuestion = z.object({
  key: z.string(),
  stage: z.string(),
  /** As printed on the form. */
  number: z.string(),
  text: localText,
})
export type AskedQuestion = z.output<typeof askedQuestion>
