import { z } from 'zod'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import { day } from '../frame/day.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })

/** Part of every draw's phase: letters, digits, full stop, hyphen and underscore. */
const roundKey = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)

/** `new` is the address of the form that opens a round. */
const newRoundKey = roundKey.refine((key) => key !== 'new', {
  params: {
    code: 'reserved',
    text: {
      da: '"new" kan ikke være en rundes id. Vælg et andet, f.eks. 2026q4.',
      en: '"new" cannot be a round\'s id. Choose another, e.g. 2026q4.',
    },
  },
})

export const roundParams = z.object({ round: roundKey })

const progress = z.object({
  level: z.number().int(),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** To be reviewed: drawn and not written off. */
  drawn: z.number().int(),
  assigned: z.number().int(),
  started: z.number().int(),
  submitted: z.number().int(),
  /** Drawn beside `drawn`, and not to be reviewed after all. */
  writtenOff: z.number().int(),
  /** Minutes stated so far. */
  minutes: z.number().int(),
})

const roundSummary = z.object({
  key: z.string(),
  title: localText,
  state: z.enum(['planned', 'open', 'closed']),
  programme: z.object({ key: z.string(), version: z.number().int(), title: localText }),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  baseline: z.string().nullable(),
  /** To be reviewed: drawn and not written off. */
  drawn: z.number().int(),
  submitted: z.number().int(),
  /** Drawn beside `drawn`, and not to be reviewed after all. */
  writtenOff: z.number().int(),
})
export type RoundSummary = z.output<typeof roundSummary>

/** How a level's cases are chosen. */
export const selectionKind = z.enum(['random', 'census', 'newest-first', 'pass-on', 'risk-weighted'])

const roundLevel = z.object({
  level: z.number().int(),
  title: localText,
  kind: selectionKind,
  /** The level it is drawn from; null: from the finished case stages. */
  from: z.number().int().nullable(),
  /** `waiting`: the level below is not drawn yet. */
  state: z.enum(['waiting', 'to-freeze', 'frozen', 'drawn', 'seed-published']),
  /** Roles that review at the level. */
  reviewers: z.array(z.string()),
  minutesEach: z.number(),
  drawnAt: z.iso.datetime().nullable(),
})

const round = roundSummary.extend({
  programmeStatus: localText.nullable(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  levels: z.array(roundLevel),
  /** The programme's stages, for naming what strata and cases carry as keys. */
  stages: z.array(z.object({ key: z.string(), title: localText })),
  progress: z.array(progress),
  irregularities: z.array(
    z.object({ id: z.string(), da: z.string(), en: z.string().nullable(), at: z.iso.datetime() }),
  ),
})
export type Round = z.output<typeof round>

export const listRounds = defineRoute({
  method: 'GET',
  path: '/api/rounds',
  permission: 'round.read',
  summary: 'The rounds, newest first',
  response: z.object({ rounds: z.array(roundSummary) }),
  errors: [],
})

export const getRound = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round',
  permission: 'round.read',
  summary: 'A round with its levels, progress by unit and irregularities',
  params: roundParams,
  response: round,
  errors: ['not-found'],
})

export const openRound = defineRoute({
  method: 'POST',
  path: '/api/rounds',
  permission: 'round.open',
  summary: 'Open a round on the newest version of a programme',
  body: z
    .object({
      key: newRoundKey,
      titleDa: plainLine.min(1).max(200),
      titleEn: plainLine.min(1).max(200),
      programme: plainLine.min(1).max(100),
      periodFrom: day,
      periodTo: day,
      /** Key of the round that changes are measured from. */
      baseline: plainLine.max(40).nullable(),
    })
    .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, {
      path: ['periodTo'],
      params: {
        code: 'end-before-start',
        text: {
          da: 'Perioden slutter, før den begynder. Ret en af datoerne.',
          en: 'The period ends before it begins. Mend one of the dates.',
        },
      },
    }),
  response: z.object({
    key: z.string(),
    /** Keys of the same programme's rounds with days in common; each is noted as an irregularity of the new round. */
    overlaps: z.array(z.string()),
  }),
  errors: ['round-exists', 'programme-not-found', 'baseline-not-found', 'anchor-not-in-registry'],
})

/** Text for the public report. Dashes of all kinds, with spaces or not, count as the one in a CPR number. */
const printedText = plainText
  .min(1)
  .max(2000)
  .refine(
    (text) => {
      const joined = text.replaceAll(/(?<=\d)\s*[-‐‑–—−]\s*(?=\d)/gu, '-')
      return hideCpr(joined) === joined
    },
    {
      params: {
        code: 'holds-cpr',
        text: {
          da: 'Teksten har cifre, der kan være et CPR-nummer, og den trykkes i den offentlige rapport. Slet cifrene.',
          en: 'The text has digits that may be a CPR number, and it is printed in the public report. Delete the digits.',
        },
      },
    },
  )

export const addIrregularity = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/irregularities',
  permission: 'irregularity.add',
  summary: 'Note what deviated from the plan, and why; it is printed in the report',
  params: roundParams,
  body: z.object({
    da: printedText,
    en: printedText.nullable(),
  }),
  response: nothing,
  errors: ['not-found', 'round-closed'],
})

export const closeRound = defineRoute({
  method: 'POST',
  path: '/api/rounds/:round/closing',
  permission: 'round.open',
  summary: 'Close a round whose reviews are all submitted or written off',
  params: roundParams,
  response: nothing,
  errors: ['not-found', 'round-closed', 'reviews-open', 'level-not-drawn'],
})
