import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { dataTypes } from '../report/round-data.ts'
import { plainLine } from '../frame/plain-text.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'
import { change, count, localText, proportion } from './figures.ts'

const level = z.object({ level: count, title: localText })
const unit = z.object({ id: z.string(), name: z.string() })
const shown = z.object({
  key: z.string(),
  title: localText,
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
})

const side = z.object({
  round: shown,
  programme: z.object({ title: localText, version: count }),
  level,
  /** Null: the whole municipality. */
  unit: unit.nullable(),
  /** Case stages reviewed. */
  cases: count,
  weights: z.enum(['draw', 'column', 'none']),
  /** False: a date chose the cases, so the figures describe these only. */
  generalises: z.boolean(),
})

const row = z.object({
  stage: z.string().nullable(),
  a: proportion,
  b: proportion.nullable(),
  /** What `a` has more than `b`; null where one has nothing, or where both reviewed some of the same cases. */
  change: change.nullable(),
})

const ready = z.object({
  state: z.literal('ready'),
  a: side,
  b: side,
  sentence: localText,
  /** Case stages that both reviewed: with any, the sides are no independent samples and nothing is judged. */
  inBoth: count,
  /** Questions of `a` that `b` does not ask alike, by why. */
  leftOut: z.object({ new: count, wording: count, answer: count }),
  stages: z.array(z.object({ key: z.string(), title: localText })),
  questions: z.array(
    row.extend({
      stage: z.string(),
      question: z.string(),
      /** As printed on the form of `a`. */
      number: z.string(),
      text: localText,
    }),
  ),
  /** All stages first, then stage by stage; `cases` of each side have an applicable answer. */
  composites: z.array(row.extend({ cases: z.tuple([count, count.nullable()]) })),
})
export type ReadyComparison = z.output<typeof ready>

const comparison = z.object({
  /** Closed rounds, the newest first, with the levels that have reviews. */
  rounds: z.array(
    shown.extend({ programme: z.object({ title: localText, version: count }), levels: z.array(level) }),
  ),
  /** Units that this person may look at, in no order. */
  units: z.array(unit),
  answer: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('nothing'),
      /** `choose`: no two sides are given; `alike`: they are one and the same. */
      why: z.enum(['choose', 'alike', 'no-answers', 'nothing-shared']),
    }),
    ready,
  ]),
})
export type Comparison = z.output<typeof comparison>

const sides = z.object({
  a: plainLine.max(200).optional(),
  aLevel: z.coerce.number().int().min(1).max(99).optional(),
  aUnit: z.uuid().optional(),
  b: plainLine.max(200).optional(),
  bLevel: z.coerce.number().int().min(1).max(99).optional(),
  bUnit: z.uuid().optional(),
})
export type WantedSides = z.output<typeof sides>

export const getComparison = defineRoute({
  method: 'GET',
  path: '/api/comparison',
  permission: 'results.read',
  summary:
    'Two closed rounds, levels, units or programmes side by side on the questions that both ask alike, with the closed rounds to choose among',
  query: sides,
  response: comparison,
  errors: ['not-found', 'too-busy'],
})

export const exportComparison = defineRoute({
  method: 'GET',
  path: '/api/comparison/export',
  permission: 'results.read',
  summary: 'The same as a file of rows',
  query: sides.extend({ format: z.enum(['csv', 'xlsx']), lang: z.enum(languages) }),
  response: download(dataTypes.xlsx, 'text/csv; charset=utf-8'),
  errors: ['not-found', 'too-busy'],
})
