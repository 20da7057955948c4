import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { FileAnswer, Route } from '../../contract/frame/route.ts'
import { policyOfPage } from './security-headers.ts'

/** Sends a use case's value in the form the route describes; fields it does not describe stay here. */
export function sendAnswer(reply: FastifyReply, route: Route, value: unknown): FastifyReply {
  if (!(route.response instanceof z.ZodType)) {
    // The handler's type for a download route is FileAnswer.
    const file = value as FileAnswer
    if (!route.response.types.includes(file.type))
      throw new Error(`${route.path} does not declare ${file.type}`)
    if (file.shown !== true)
      return reply
        .type(file.type)
        .header('content-disposition', disposition('attachment', file))
        .send(file.bytes)
    return reply
      .type(file.type)
      .header('content-disposition', disposition('inline', file))
      .header('content-security-policy', policyOfPage(Buffer.from(file.bytes).toString('utf8')))
      .send(file.bytes)
  }
  const content = contentOf(route, route.response, value)
  if (content === undefined) return reply.code(204).send()
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(content))
}

/** A use case's value as far as the route describes it; undefined: no content. */
export function contentOf(route: Route, response: z.ZodType, value: unknown): unknown {
  if (response instanceof z.ZodVoid) return undefined
  const parsed = response.safeParse(value)
  if (!parsed.success) {
    // Paths and codes only: the value itself may be personal.
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')
    throw new Error(`the answer of ${route.method} ${route.path} does not fit its contract: ${where}`)
  }
  return parsed.data
}

/** RFC 6266: a plain name for old readers, the true one in UTF-8. */
function disposition(how: 'attachment' | 'inline', { name }: FileAnswer): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
