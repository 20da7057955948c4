import { z } from 'zod'
import { areMeasures, citizenResponses, grounds, measures, severities } from '../../core/finding/finding.ts'
import { day } from '../frame/day.ts'
import { refusalCodes } from '../frame/refusal-code.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { localText, reviewParams } from '../review/review.ts'
import { findingParams } from './finding.ts'

/** Findings that one act is done on at once. */
export const mostFindingsAtOnce = 200

const longest = 4000
const reason = sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(longest)
const note = sharedText({ da: 'Bemærkningen', en: 'The note' })
  .max(longest)
  .nullable()
  .transform((text) => (text === '' ? null : text))

const planned = z.array(z.enum(measures)).refine(areMeasures, {
  params: {
    code: 'unfit-measures',
    text: {
      da: 'Vælg mindst én ting, der skal rettes op. Kun registrering kan ikke vælges sammen med andet.',
      en: 'Choose at least one thing to make good. Registration only cannot go with anything else.',
    },
  },
})

const act = z.discriminatedUnion('act', [
  /** Also when planned already: the new plan replaces the old. */
  z.object({ act: z.literal('plan'), measures: planned, responsible: z.uuid(), due: day, text: note }),
  /** Of an overdue one, by somebody else than whoever is responsible or has planned it. */
  z.object({ act: z.literal('put-off'), due: day, text: reason }),
  z.object({
    act: z.literal('contact'),
    on: day,
    response: z.enum(citizenResponses),
    /** The citizen was told that the step is due to an earlier error; contact without it is none. */
    told: z.literal(true),
    text: note,
  }),
  /** `journalisedOn` is null where only the registration is corrected, and else a day. */
  z.object({ act: z.literal('carry-out'), on: day, journalisedOn: day.nullable(), text: note }),
  z.object({ act: z.literal('verify'), text: note }),
  z.object({ act: z.literal('send-back'), text: reason }),
  z.object({ act: z.literal('propose'), ground: z.enum(grounds), text: reason }),
  z.object({ act: z.literal('approve'), text: note }),
  z.object({ act: z.literal('refuse'), text: reason }),
  z.object({ act: z.literal('reopen'), text: reason }),
  z.object({ act: z.literal('assess'), severity: z.enum(severities), text: note }),
])
export type FindingActInput = z.output<typeof act>

const version = z.int32().min(1)

export const actOnFinding = defineRoute({
  method: 'POST',
  path: '/api/findings/:finding/acts',
  permission: 'finding.read',
  summary:
    'Plan a restoration, record a step of it, verify it, propose or approve that it is not made, assess it',
  params: findingParams,
  body: z.object({ version, act }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-permitted',
    'outdated-version',
    'finding-not-now',
    'finding-own-work',
    'finding-own-plan',
    'finding-own-proposal',
    'finding-contact-first',
    'finding-citizen-declined',
    'finding-journal-needed',
    'finding-day-in-future',
    'finding-days-crossed',
    'finding-due-passed',
    'finding-due-far',
    'finding-put-off',
    'finding-not-registration',
    'finding-responsible',
  ],
})

export const actOnFindings = defineRoute({
  method: 'POST',
  path: '/api/findings/acts',
  permission: 'finding.read',
  summary:
    'The same act on many findings, each judged by itself; the answer says of each whether it was done',
  body: z.object({
    findings: z
      .array(z.object({ id: z.uuid(), version }))
      .min(1)
      .max(mostFindingsAtOnce),
    act,
  }),
  response: z.object({
    /** In the order asked; each once, however often it was named. */
    results: z.array(
      z.object({
        id: z.string(),
        /** Null: done. */
        refusal: z.object({ code: z.enum(refusalCodes), text: localText }).nullable(),
      }),
    ),
  }),
  keyed: true,
  errors: [],
})

/** What a reviewer has seen that no question asks. */
const added = sharedText({ da: 'Teksten', en: 'The text' }).min(1).max(1000)

export const addFinding = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/findings',
  permission: 'review.answer',
  summary:
    'Add an error in words to one’s own review; it becomes a finding when the review is submitted, or at once where it is',
  params: reviewParams,
  body: z.object({ text: added }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-your-review', 'own-case', 'declaration-needed', 'round-closed', 'written-off'],
})

export const listAddedFindings = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/findings',
  permission: 'review.answer',
  summary: 'The errors that its reviewers have added to a review in words',
  params: reviewParams,
  response: z.object({
    findings: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        at: z.iso.datetime(),
        /** The person wrote it, and nobody has done anything about it. */
        withdrawable: z.boolean(),
      }),
    ),
  }),
  errors: ['not-found', 'not-your-review'],
})

export const withdrawAddedFinding = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/findings/:addition/withdrawal',
  permission: 'review.answer',
  summary:
    'Take back an error one added by mistake, as long as nobody has done anything about it; what was written stays on record',
  params: reviewParams.extend({ addition: z.uuid() }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-your-review',
    'own-case',
    'declaration-needed',
    'round-closed',
    'written-off',
    'finding-acted-on',
  ],
})
