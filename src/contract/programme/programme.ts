import { z } from 'zod'
import type { Programme } from '../../core/programme/programme.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { selection, criterion } from './selection.ts'

const localText = z.object({ da: z.string(), en: z.string() })
const answerValue = z.enum(['yes', 'no', 'na'])

const question = z.object({
  key: z.string(),
  number: z.string(),
  section: z.number().int(),
  text: localText,
  legal: z.array(z.object({ law: z.string(), reference: z.string() })),
  legalConfidence: z.enum(['verified', 'partial', 'memory']),
  theme: z.string().exactOptional(),
  headline: z.boolean().exactOptional(),
  concerns: z.enum(['child', 'parents']).exactOptional(),
  answerType: z.enum(['yes-no', 'graded', 'number', 'date', 'text']),
  grades: z.array(localText).exactOptional(),
  expected: z.enum(['yes', 'no']).nullable(),
  askedWhen: z.object({ question: z.string(), answered: z.array(answerValue) }).exactOptional(),
  baseline: z.boolean(),
  escalates: z.boolean(),
  guidance: localText.exactOptional(),
  deadlineRule: z.string().exactOptional(),
  source: z.string().exactOptional(),
})

const stage = z.object({
  key: z.string(),
  title: localText,
  sections: z.array(z.object({ number: z.number().int(), title: localText })),
  questions: z.array(question),
})

const level = z.object({
  level: z.number().int(),
  title: localText,
  from: z.number().int().exactOptional(),
  selection,
  eligibility: z.array(criterion),
  reviewers: z.array(z.string()),
  together: z.boolean(),
  apart: z.literal(true).exactOptional(),
  minutes: z.number(),
  comparison: z.boolean(),
})

/** A whole published version, as the programme page, the round and the review form read it. */
const programme = z.object({
  key: z.string(),
  version: z.number().int(),
  title: localText,
  status: localText.exactOptional(),
  settings: z.object({ saturdayCounts: z.boolean(), smallCell: z.number().int() }),
  laws: z.array(
    z.object({
      key: z.string(),
      title: localText,
      from: z.iso.date().exactOptional(),
      until: z.iso.date().exactOptional(),
    }),
  ),
  themes: z.array(z.object({ key: z.string(), title: localText })),
  stages: z.array(stage),
  levels: z.array(level),
}) satisfies z.ZodType<Programme>

export const programmeSummary = z.object({
  key: z.string(),
  version: z.number().int(),
  title: localText,
  status: localText.nullable(),
  stages: z.number().int(),
  questions: z.number().int(),
  baselineQuestions: z.number().int(),
  levels: z.number().int(),
})
export type ProgrammeSummary = z.output<typeof programmeSummary>

export const listProgrammes = defineRoute({
  method: 'GET',
  path: '/api/programmes',
  permission: 'programme.read',
  summary: 'The newest version of every programme, by title',
  response: z.object({ programmes: z.array(programmeSummary) }),
  errors: [],
})

export const getProgramme = defineRoute({
  method: 'GET',
  path: '/api/programmes/:programme',
  permission: 'programme.read',
  summary: 'The newest version of a programme with its stages, questions, laws and levels',
  params: z.object({ programme: plainLine.min(1).max(100) }),
  response: programme,
  errors: ['not-found'],
})
