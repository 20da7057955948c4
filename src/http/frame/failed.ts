import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDiskFull, isOutage } from '../../app/frame/outage.ts'
import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { errorFacts } from './log.ts'
import { sendProblem } from './send-problem.ts'

/** Fastify's own refusals of a request, in our words. */
const known: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_BAD_URL: 'not-found',
}

/** The last resort of every route: a plain sentence for the person, the place of the failure for the log, never a stack. */
export function failed(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const refusal = known[code]
  if (refusal !== undefined) return sendProblem(request, reply, { ok: false, refusal })
  // What a body parser or a plug-in found wrong with the request.
  if (status >= 400 && status < 500)
    return sendProblem(request, reply, { ok: false, refusal: 'malformed-json' })
  request.log.error({ requestId: request.id, ...errorFacts(error) })
  if (isDiskFull(error))
    return sendProblem(request, reply, { ok: false, refusal: 'disk-full', retryAfterSeconds: 30 })
  if (isOutage(error))
    return sendProblem(request, reply, { ok: false, refusal: 'database-unavailable', retryAfterSeconds: 5 })
  return sendProblem(request, reply, { ok: false, refusal: 'internal-error' })
}
