import { z } from 'zod'
import { roundParams } from '../draw/rounds.ts'
import { defineRoute } from '../frame/route.ts'
import { localText, reviewState } from './review.ts'

const anchorReview = z.object({
  round: z.object({ key: z.string(), title: localText }),
  level: z.number().int(),
  /** False: it was drawn like others then. */
  asAnchor: z.boolean(),
  state: reviewState,
  reviewers: z.array(z.string()),
  submittedAt: z.iso.datetime().nullable(),
})

const anchor = z.object({
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  /** The number its reviewers see; null: the case id. */
  shownAs: z.string().nullable(),
  frozenAt: z.iso.datetime().nullable(),
  /** What the registry says otherwise today; its reviewers see it as it was frozen. */
  changed: z.array(z.enum(['unit', 'caseworker', 'started', 'completed', 'attributes', 'participants'])),
  /** By level, in this round. `waiting`: the level is not drawn yet. */
  levels: z.array(
    z.object({
      level: z.number().int(),
      outcome: z.enum(['waiting', 'given', 'no-reviewer', 'law-changed', 'in-this-round']),
    }),
  ),
  /** All of its reviews in all rounds, oldest round first. */
  reviews: z.array(anchorReview),
})

const drift = z.object({
  /** Reviewed again here, and of these with an earlier review at the level. */
  cases: z.number().int(),
  compared: z.number().int(),
  /** Mean change of the cases' shares in order, now minus before; null: too few. */
  change: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  p: z.number().nullable(),
  reason: localText.nullable(),
  /** Questions that were answered otherwise on at least one anchor. */
  questions: z.array(
    z.object({
      question: z.string(),
      number: z.string(),
      text: localText,
      stage: localText,
      pairs: z.number().int(),
      stricter: z.number().int(),
      milder: z.number().int(),
      applicability: z.number().int(),
      p: z.number(),
    }),
  ),
})

const anchors = z.object({
  anchors: z.array(anchor),
  /** The levels that review anchors in this programme. */
  levels: z.array(
    z.object({
      level: z.number().int(),
      title: localText,
      drawn: z.boolean(),
      given: z.number().int(),
      submitted: z.number().int(),
      left: z.number().int(),
      /** Null until all of the level's reviews are submitted. */
      drift: drift.nullable(),
    }),
  ),
})
export type RoundAnchors = z.output<typeof anchors>

export const getAnchors = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/anchors',
  permission: 'anchor.read',
  summary: 'The round’s anchor cases: who reviewed them in which round, and how strictness has drifted',
  params: roundParams,
  response: anchors,
  errors: ['not-found', 'anchor-not-in-registry'],
})

export const giveAnchors = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/levels/:level/anchors',
  permission: 'anchor.read',
  summary: 'Try again to give the anchors that nobody could take when the level was drawn',
  params: roundParams.extend({ level: z.coerce.number().int().min(1).max(20) }),
  response: z.object({ given: z.number().int(), left: z.number().int() }),
  errors: ['not-found', 'round-closed', 'not-drawn', 'anchor-not-in-registry'],
})
