import type { FastifyRequest } from 'fastify'
import type { RefusalCode } from '../../contract/frame/refusal-code.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

export interface OriginRules {
  /** The address users see, when a proxy stands in front; its origin is the only one that may change things. */
  readonly publicOrigin?: string
  /** Answer only to loopback names, so that a foreign name that resolves to this machine (DNS rebinding) gets nothing. */
  readonly loopbackOnly: boolean
}

/**
 * Against forged calls from other sites: a call that changes something must say that it comes from a page of ours.
 * Browsers send Origin with every such call; other clients set it themselves.
 */
export function guardOrigin(request: FastifyRequest, rules: OriginRules): RefusalCode | undefined {
  if (rules.loopbackOnly && !loopbackNames.has(request.hostname)) return 'wrong-host'
  if (safeMethods.has(request.method)) return undefined
  const { origin } = request.headers
  if (origin === undefined) return 'wrong-origin'
  const own = rules.publicOrigin ?? originOf(`${request.protocol}://${request.host}`)
  return origin === own ? undefined : 'wrong-origin'
}

/** As a browser would write it, that is, without a default port; undefined for a Host header that is no host. */
function originOf(address: string): string | undefined {
  return URL.parse(address)?.origin
}
