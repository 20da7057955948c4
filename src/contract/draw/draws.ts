import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { plainLine } from '../frame/plain-text.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { roundParams, selectionKind } from './rounds.ts'

const levelParams = roundParams.extend({ level: z.coerce.number().int().min(1).max(20) })

const localText = z.object({ da: z.string(), en: z.string() })

const stratum = z.object({
  stratum: z.string(),
  eligible: z.number().int(),
  wanted: z.number().int(),
  /** Null before the draw. */
  drawn: z.number().int().nullable(),
})

const drawnCase = z.object({
  caseId: z.string(),
  stage: z.string(),
  stratum: z.string(),
  key: z.number(),
  order: z.number().int(),
  status: z.enum(['drawn', 'replaced']),
  reason: z.string().nullable(),
  unit: z.string(),
  /** How far its review is; a replaced case's is written off. */
  review: z.enum(['assigned', 'in-progress', 'submitted', 'written-off']).nullable(),
})

const draw = z.object({
  level: z.number().int(),
  title: z.object({ da: z.string(), en: z.string() }),
  /** How cases are chosen. */
  kind: selectionKind,
  selection: localText,
  /** What is known of a case's chance, and so whom the results speak about. */
  chance: localText,
  /** `to-freeze`: strata show the frame as it is now; `frozen`: digests are public; `drawn`; `seed-published`. */
  state: z.enum(['to-freeze', 'frozen', 'drawn', 'seed-published']),
  phase: z.string(),
  algorithm: z.string(),
  frameDigest: z.string().nullable(),
  seedDigest: z.string().nullable(),
  /** As text, once it is published. */
  seed: z.string().nullable(),
  frozenAt: z.iso.datetime().nullable(),
  drawnAt: z.iso.datetime().nullable(),
  seedPublishedAt: z.iso.datetime().nullable(),
  strata: z.array(stratum),
  /** How many cases fell out, by the first part of the rule they did not meet; empty where the selection does not tell. */
  fellOut: z.array(z.object({ why: localText, count: z.number().int() })),
  units: z.array(z.object({ unit: z.string(), eligible: z.number().int(), drawn: z.number().int() })),
  /** Null for those who may not see which cases were drawn. */
  cases: z.array(drawnCase).nullable(),
  /** The cases are those of the reader's own units only. */
  onlyOwnUnits: z.boolean(),
  /** Strata, units and cases are left out: held against tasks they would tell which are anchors. */
  closed: z.boolean(),
})
export type Draw = z.output<typeof draw>
export type DrawnCaseRow = z.output<typeof drawnCase>

export const getDraw = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/levels/:level/draw',
  permission: 'round.read',
  summary: "A level's draw: strata, digests, and for those who may the cases in order",
  params: levelParams,
  response: draw,
  errors: ['not-found', 'level-below-not-drawn', 'nothing-eligible', 'frame-not-readable'],
})

export const freezeFrame = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/levels/:level/frame',
  permission: 'round.draw',
  summary: 'Freeze the frame, make a secret seed, and publish the digests of both',
  params: levelParams,
  response: z.object({ frameDigest: z.string(), seedDigest: z.string() }),
  errors: [
    'not-found',
    'round-closed',
    'already-frozen',
    'level-below-not-drawn',
    'nothing-eligible',
    'frame-not-readable',
  ],
})

export const drawLevel = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/levels/:level/draw',
  permission: 'round.draw',
  summary: 'Draw from the frozen frame and give the cases to reviewers',
  params: levelParams,
  response: z.object({ drawn: z.number().int(), unassigned: z.number().int() }),
  errors: ['not-found', 'round-closed', 'not-frozen', 'already-drawn', 'anchor-not-in-registry'],
})

export const replaceCase = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/levels/:level/replacements',
  permission: 'round.replace',
  summary: 'Take an ineligible case out and the next in order in, with the reason',
  params: levelParams,
  body: z.object({
    caseId: plainLine.min(1).max(200),
    stage: plainLine.min(1).max(100),
    reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(500),
  }),
  response: z.object({ caseId: z.string(), stage: z.string() }),
  errors: [
    'not-found',
    'round-closed',
    'seed-already-published',
    'level-above-frozen',
    'review-submitted',
    'own-review',
    'reserve-empty',
  ],
})

export const publishSeed = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/levels/:level/seed',
  permission: 'round.publish-seed',
  summary: 'Publish the seed, so that anyone can compute the draw again',
  params: levelParams,
  response: z.object({ seed: z.string() }),
  errors: ['not-found', 'not-drawn', 'seed-already-published'],
})

export const downloadDraw = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/levels/:level/draw.json',
  permission: 'draw.read',
  least: 'municipality',
  summary: 'DRAW.json, the record of the draw that `tilsyn draw verify` reads',
  params: levelParams,
  response: download('application/json'),
  errors: ['not-found', 'not-drawn', 'draw-closed'],
})

export const downloadFrame = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/levels/:level/frame.csv',
  permission: 'draw.read',
  least: 'municipality',
  summary: 'The frozen frame, for computing the draw again',
  params: levelParams,
  response: download('text/csv; charset=utf-8'),
  errors: ['not-found', 'not-frozen', 'draw-closed'],
})

export const downloadHandOver = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/levels/:level/hand-over',
  permission: 'draw.read',
  least: 'municipality',
  summary:
    'The drawn cases for an authority outside that is to look at them: list, how they were chosen, check-sums',
  params: levelParams,
  query: z.object({ lang: z.enum(languages) }),
  response: download('application/zip'),
  errors: ['not-found', 'not-drawn', 'draw-closed'],
})

export const downloadSeed = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/levels/:level/seed.txt',
  permission: 'round.read',
  summary: 'The published seed',
  params: levelParams,
  response: download('text/plain; charset=utf-8'),
  errors: ['not-found', 'seed-not-published'],
})
