import { z } from 'zod'

export const localText = z.object({ da: z.string(), en: z.string() })
export const count = z.number().int()
/** Shares, 0..1. */
export const interval = z.tuple([z.number(), z.number()]).nullable()

export const proportion = z.object({
  /** Compliant answers. */
  numerator: count,
  /** Applicable answers. */
  denominator: count,
  notApplicable: count,
  share: z.number().nullable(),
  interval,
  method: z.string(),
})
export type ProportionAnswer = z.output<typeof proportion>

export const change = z.object({
  difference: z.number(),
  interval,
  p: z.number().nullable(),
  q: z.number().nullable(),
  method: z.string(),
  class: z.enum([
    'improved',
    'declined',
    'signal-up',
    'signal-down',
    'no-clear-change',
    'all-compliant-both',
    'too-few',
  ]),
  classicalClass: z.enum(['progress', 'unchanged', 'decline', 'held-at-100']),
})

export const question = proportion.extend({
  stage: z.string(),
  question: z.string(),
  /** As printed on the form. */
  number: z.string(),
  text: localText,
  yes: count,
  no: count,
  /** False: no compliance is read from the question; `yes` and `no` are all there is to say. */
  showsCompliance: z.boolean(),
  inBaselineSet: z.boolean(),
  baseline: proportion.nullable(),
  /** In the round before, where that is another than the baseline and asked the same. */
  last: proportion.nullable(),
  change: change.nullable(),
})
export type QuestionRow = z.output<typeof question>

export const composite = proportion.extend({
  /** Null: all stages. */
  stage: z.string().nullable(),
  cases: count,
  baseline: proportion.extend({ cases: count }).nullable(),
  last: proportion.extend({ cases: count }).nullable(),
  change: change.nullable(),
})
export type CompositeRow = z.output<typeof composite>
