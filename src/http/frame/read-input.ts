import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { done, refused, type Refused, type Result } from '../../app/frame/result.ts'
import type { FieldProblem } from '../../contract/frame/problem-details.ts'
import type { Route } from '../../contract/frame/route.ts'
import type { Language } from '../../core/language/language.ts'
import { fieldProblems } from './field-texts.ts'
import { receiveUpload } from './receive-upload.ts'

/** Input that does not fit the route's schemas, with every field that is wrong. */
export interface InvalidInput extends Refused<'invalid-input'> {
  readonly errors: readonly FieldProblem[]
}

interface ReadInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly file: unknown
}

/** Reads and validates all parts of a request; every wrong field of every part is told at once. */
export async function readInput(
  request: FastifyRequest,
  route: Route,
  language: Language,
): Promise<Result<ReadInput> | InvalidInput> {
  const errors: FieldProblem[] = []
  const read = (part: FieldProblem['in'], schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    errors.push(...fieldProblems(part, value, parsed.error.issues, language))
    return undefined
  }
  const params = read('params', route.params, request.params)
  const query = read('query', route.query, request.query)
  const { body: described } = route
  const isUpload = described !== undefined && !(described instanceof z.ZodType)
  if (request.isMultipart() !== isUpload) {
    if (isUpload || described !== undefined) return refused('wrong-content-type')
  }
  let body: unknown
  let file: unknown
  if (isUpload) {
    const received = await receiveUpload(request, described)
    if (!received.ok) return received
    file = received.value.file
    body = read('body', described.fields, received.value.fields)
  } else body = read('body', described, request.body ?? undefined)
  if (errors.length > 0) return { ok: false, refusal: 'invalid-input', errors }
  return done({ params, query, body, file })
}
