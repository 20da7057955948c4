import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { appealBases, appealDoubts, appealScopes } from '../../core/learning/appeal-count.ts'
import { appealAges, appealGroupings, appealOutcomes, appealStates } from '../../core/learning/appeal.ts'
import { count } from '../analysis/figures.ts'
import { day } from '../frame/day.ts'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine, sharedText } from '../frame/shared-text.ts'
import { dataTypes } from '../report/round-data.ts'

const filter = {
  /** Words to be found in the number, the provision, the matter, the ground or the lesson. */
  q: plainLine.max(200).optional(),
  sentYear: z.coerce.number().int().min(1900).max(2100).optional(),
  decidedYear: z.coerce.number().int().min(1900).max(2100).optional(),
  provision: plainLine.max(200).optional(),
  ageGroup: z.enum([...appealAges, 'unknown']).optional(),
  outcome: z.enum(appealOutcomes).optional(),
  state: z.enum(appealStates).optional(),
}

const appeal = z.object({
  id: z.string(),
  reference: z.string(),
  unit: z.string().nullable(),
  provision: z.string(),
  provisionCertain: z.boolean(),
  ageGroup: z.enum(appealAges).nullable(),
  about: z.string().nullable(),
  reassessedOn: z.iso.date().nullable(),
  sentOn: z.iso.date(),
  decidedOn: z.iso.date().nullable(),
  outcome: z.enum(appealOutcomes).nullable(),
  ground: z.string().nullable(),
  lesson: z.string().nullable(),
  responsible: z.string().nullable(),
  lessonDueOn: z.iso.date().nullable(),
  learntOn: z.iso.date().nullable(),
  learntHow: z.string().nullable(),
  state: z.enum(appealStates),
})
export type AppealRow = z.output<typeof appeal>

const interval = z.tuple([z.number(), z.number()])

const beside = z
  .object({
    share: z.number(),
    decided: count,
    interval: interval.nullable(),
    source: z.string(),
    doubts: z.array(z.enum(appealDoubts)),
  })
  .nullable()

const tally = z.object({
  /** A year, a provision or an age group; null: unknown. */
  key: z.string().nullable(),
  count,
  undecided: count,
  outcomes: z.object({ upheld: count, changed: count, remitted: count, dismissed: count }),
  /** A part of 1 with its 95 % interval; null where nothing is decided on its merits. */
  upheld: z.object({ share: z.number(), of: count, interval }).nullable(),
})
export type AppealTallyRow = z.output<typeof tally>

const publishedCount = z.object({
  id: z.string(),
  year: z.number().int(),
  scope: z.enum(appealScopes),
  body: z.string(),
  provision: z.string().nullable(),
  ageGroup: z.enum(appealAges).nullable(),
  basis: z.enum(appealBases),
  sent: count.nullable(),
  decided: count.nullable(),
  upheld: count.nullable(),
  upheldPercent: count.nullable(),
  source: z.string(),
  /** Null where the count says nothing of it. */
  share: z
    .object({
      upheld: count.nullable(),
      /** The number does not stand in print and is worked out from the printed share. */
      workedOut: z.boolean(),
      share: z.number(),
      interval: interval.nullable(),
      /** The printed share cannot come from the printed counts. */
      contradicts: z.boolean(),
    })
    .nullable(),
  beside,
})
export type PublishedAppealCount = z.output<typeof publishedCount>

export const listAppeals = defineRoute({
  method: 'GET',
  path: '/api/appeals',
  permission: 'appeal.read',
  summary: 'Complaints sent to Ankestyrelsen, with their statistics and what is published',
  query: z.object({ ...filter, page: z.coerce.number().int().min(1).max(1000).optional() }),
  response: z.object({
    mayEdit: z.boolean(),
    appeals: z.array(appeal),
    page: count,
    pages: count,
    /** Complaints of the filter. */
    total: count,
    /** Of the years, provision and age group of the filter; never of its outcome, state or words, which would choose the share. */
    groups: z.array(z.object({ grouping: z.enum(appealGroupings), tallies: z.array(tally) })),
    /** By the year decided and the provision, each beside what the country's share was. */
    besideNational: z.array(
      z.object({ year: z.number().int(), provision: z.string(), tally, national: beside }),
    ),
    counts: z.array(publishedCount),
    /** What there is to filter by. */
    choices: z.object({
      sentYears: z.array(z.number().int()),
      decidedYears: z.array(z.number().int()),
      provisions: z.array(z.string()),
    }),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Whom a lesson can be given to; empty for those who may not. */
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  errors: [],
})

export const exportAppeals = defineRoute({
  method: 'GET',
  path: '/api/appeals/export',
  permission: 'appeal.read',
  summary: 'The complaints of a filter as a file',
  query: z.object({ ...filter, format: z.enum(['csv', 'xlsx']), lang: z.enum(languages) }),
  response: download(dataTypes.xlsx, 'text/csv; charset=utf-8'),
  errors: [],
})

export const addAppeal = defineRoute({
  method: 'POST',
  path: '/api/appeals',
  permission: 'appeal.edit',
  summary: 'Enter a complaint that was sent to Ankestyrelsen',
  body: z
    .object({
      reference: sharedLine({ da: 'Klagens nummer', en: 'The complaint’s number' }).min(1).max(100),
      unit: z.uuid().nullable(),
      provision: sharedLine({ da: 'Bestemmelsen', en: 'The provision' }).min(1).max(200),
      provisionCertain: z.boolean(),
      ageGroup: z.enum(appealAges).nullable(),
      about: sharedLine({ da: 'Klagens emne', en: 'The matter' }).max(400).nullable(),
      reassessedOn: day.nullable(),
      sentOn: day,
    })
    .refine(({ reassessedOn, sentOn }) => reassessedOn === null || reassessedOn <= sentOn, {
      path: ['reassessedOn'],
      params: {
        code: 'reassessed-after-sent',
        text: {
          da: 'Genvurderingen ligger efter den dag, klagen blev sendt.',
          en: 'The reassessment lies after the day on which the complaint was sent.',
        },
      },
    }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['appeal-reference-taken', 'appeal-day-ahead', 'appeal-unit-unknown'],
})

const params = z.object({ appeal: z.uuid() })

export const decideAppeal = defineRoute({
  method: 'POST',
  path: '/api/appeals/:appeal/decision',
  permission: 'appeal.edit',
  summary: 'Write what Ankestyrelsen decided; it is written once',
  params,
  body: z.object({
    outcome: z.enum(appealOutcomes),
    decidedOn: day,
    ground: sharedText({ da: 'Begrundelsen', en: 'The grounds' }).max(2000).nullable(),
  }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'appeal-not-now', 'appeal-day-ahead', 'appeal-decided-before-sent'],
})

export const planAppealLesson = defineRoute({
  method: 'POST',
  path: '/api/appeals/:appeal/lesson',
  permission: 'appeal.edit',
  summary: 'Say what is to be learnt of a changed or remitted decision, by whom and when',
  params,
  body: z.object({
    lesson: sharedText({ da: 'Læringen', en: 'The lesson' }).min(1).max(2000),
    responsible: z.uuid(),
    dueOn: day,
  }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'appeal-not-now', 'appeal-person-unknown'],
})

export const learnAppealLesson = defineRoute({
  method: 'POST',
  path: '/api/appeals/:appeal/learnt',
  permission: 'appeal.edit',
  summary: 'Say that a lesson is learnt, and how that is known',
  params,
  body: z.object({
    learntOn: day,
    how: sharedText({ da: 'Forklaringen', en: 'The explanation' }).min(1).max(2000),
  }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'appeal-not-now', 'appeal-day-ahead', 'appeal-decided-before-sent'],
})

const reason = sharedLine({ da: 'Årsagen', en: 'The reason' }).min(1).max(400)

export const withdrawAppeal = defineRoute({
  method: 'POST',
  path: '/api/appeals/:appeal/withdrawal',
  permission: 'appeal.edit',
  summary: 'Take away a complaint that was entered by mistake; the row stays, with the reason',
  params,
  body: z.object({ reason }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'appeal-not-now'],
})

const number = z.int32().min(0).nullable()

export const addAppealCount = defineRoute({
  method: 'POST',
  path: '/api/appeal-counts',
  permission: 'appeal.edit',
  summary: 'Enter what is published of a year’s complaints, with its source',
  body: z
    .object({
      year: z.number().int().min(1950).max(2100),
      scope: z.enum(appealScopes),
      body: sharedLine({ da: 'Myndigheden', en: 'The authority' }).min(1).max(200),
      provision: sharedLine({ da: 'Bestemmelsen', en: 'The provision' }).max(200).nullable(),
      ageGroup: z.enum(appealAges).nullable(),
      basis: z.enum(appealBases),
      sent: number,
      decided: number,
      upheld: number,
      upheldPercent: z.int32().min(0).max(100).nullable(),
      source: sharedLine({ da: 'Kilden', en: 'The source' }).min(1).max(400),
    })
    .refine(
      ({ sent, decided, upheld, upheldPercent, basis }) =>
        (sent !== null || decided !== null) &&
        (upheld === null || (decided !== null && upheld <= decided)) &&
        (upheldPercent === null || (decided !== null && decided > 0)) &&
        (basis === 'decided' || sent === null || decided === null || decided <= sent),
      {
        path: ['decided'],
        params: {
          code: 'counts-do-not-fit',
          text: {
            da: 'Tallene passer ikke sammen: skriv antal sendt eller afgjort, og lad hverken stadfæstede være flere end afgjorte eller afgjorte flere end sendte.',
            en: 'The counts do not fit: write how many were sent or decided, and let neither the upheld exceed the decided nor the decided the sent.',
          },
        },
      },
    ),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: [],
})

export const withdrawAppealCount = defineRoute({
  method: 'POST',
  path: '/api/appeal-counts/:appealCount/withdrawal',
  permission: 'appeal.edit',
  summary: 'Take away a published count that was entered by mistake; the row stays, with the reason',
  params: z.object({ appealCount: z.uuid() }),
  body: z.object({ reason }),
  response: nothing,
  keyed: true,
  errors: ['not-found'],
})
