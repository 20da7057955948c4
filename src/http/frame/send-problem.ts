import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refused } from '../../app/frame/result.ts'
import type { FieldProblem, ProblemDetails } from '../../contract/frame/problem-details.ts'
import { refusals } from '../refusals.ts'
import { requestLanguage } from './request-language.ts'

/** Answers with problem details (RFC 9457). The code is kept for the request's log line. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refused,
  errors?: readonly FieldProblem[],
): FastifyReply {
  const { status, text } = refusals[refusal.refusal]
  const language = requestLanguage(request)
  const details: ProblemDetails = {
    type: `urn:problem-type:tilsyn:${refusal.refusal}`,
    title: text[language],
    status,
    code: refusal.refusal,
    requestId: request.id,
  }
  if (errors !== undefined) details.errors = [...errors]
  if (refusal.problems !== undefined) {
    details.problems = refusal.problems.map(({ code, text, at }) => ({ code, text: text[language], ...at }))
  }
  if (refusal.current !== undefined) details.current = refusal.current
  if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', refusal.retryAfterSeconds)
  request.refusalCode = refusal.refusal
  return reply
    .code(status)
    .header('content-language', language)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(details))
}
