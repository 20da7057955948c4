import { z } from 'zod'

/** One thing wrong with a request. `path` names the field with dots (`answers.0.answer`), empty for the whole part. */
const fieldProblem = z.object({
  in: z.enum(['params', 'query', 'body']),
  path: z.string(),
  code: z.string(),
  text: z.string(),
})
export type FieldProblem = z.output<typeof fieldProblem>

/** One thing wrong with a file's content, placed in the file. Lines count from 1. */
const contentProblem = z.object({
  code: z.string(),
  text: z.string(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  /** Within the line, from 1. */
  character: z.number().int().optional(),
  column: z.string().optional(),
})

/** Problem details, RFC 9457. `title` is written for the person who reads it, in the session's language. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(fieldProblem).optional(),
  problems: z.array(contentProblem).optional(),
  /** With `outdated-version`: what stands now, in the form that the route's reader gives it. */
  current: z.unknown().optional(),
})
export type ProblemDetails = z.output<typeof problemDetails>
