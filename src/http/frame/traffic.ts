import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refused, type Refused } from '../../app/frame/result.ts'

export interface TrafficLimits {
  /** Requests a minute of one session: several times what a quick person with many windows needs. */
  readonly perSession: number
  /** Requests a minute from one network address without a session. A whole office may share an address, hence the room. */
  readonly perAddress: number
  /** Requests worked on at once; one more is asked to come back, so that those let in are answered in time. */
  readonly atOnce: number
}

/**
 * 160 places are 0.4 s of 400 requests a second: as long as a disk that writes out what has gathered may hold everybody up.
 * Fewer would turn people away for a pause that they would hardly notice (`npm run load -- --minutes 9`).
 */
export const workingTraffic: TrafficLimits = { perSession: 600, perAddress: 3000, atOnce: 160 }

export interface Traffic {
  /** Counts a request of this session; undefined: it may go on. */
  ofSession(request: FastifyRequest, sessionId: string): Promise<Refused<'too-many-requests'> | undefined>
  /** Counts a request that belongs to no session; undefined: it may go on. */
  ofAddress(request: FastifyRequest): Promise<Refused<'too-many-requests'> | undefined>
  /** Takes one of the places; undefined when there was one. It is free again when the answer is out or the caller gone. */
  enter(request: FastifyRequest, answer: NodeJS.EventEmitter): Refused<'too-busy'> | undefined
  /** Places taken. */
  inside(): number
}

/** Sessions and addresses remembered; the least recently seen go first, so that a flood cannot fill the memory. */
const remembered = 50_000
/** Asked for health in the middle of a rush, the server still answers. */
const always = new Set(['/api/health'])

/** Limits are kept in this process: two servers beside each other let through twice as much. */
export async function directTraffic(app: FastifyInstance, limits: TrafficLimits): Promise<Traffic> {
  await app.register(rateLimit, { global: false, cache: remembered, timeWindow: '1 minute' })
  const sessions = new WeakMap<FastifyRequest, string>()
  const sessionLimit = app.createRateLimit({
    max: limits.perSession,
    keyGenerator: (request) => `session ${sessions.get(request) ?? ''}`,
  })
  const addressLimit = app.createRateLimit({
    max: limits.perAddress,
    keyGenerator: (request) => `address ${request.ip}`,
  })
  let inside = 0
  return {
    async ofSession(request, sessionId) {
      sessions.set(request, sessionId)
      return refusalOf(await sessionLimit(request))
    },
    async ofAddress(request) {
      return refusalOf(await addressLimit(request))
    },
    enter(request, answer) {
      if (always.has(request.routeOptions.url ?? '')) return undefined
      if (inside >= limits.atOnce) return { ...refused('too-busy'), retryAfterSeconds: 2 }
      inside += 1
      let left = false
      const leave = () => {
        if (!left) inside -= 1
        left = true
      }
      // A caller that hangs up gets no answer out, but closes.
      answer.once('finish', leave)
      answer.once('close', leave)
      return undefined
    },
    inside: () => inside,
  }
}

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

function refusalOf(counted: Counted): Refused<'too-many-requests'> | undefined {
  if (counted.isAllowed || !counted.isExceeded) return undefined
  return { ...refused('too-many-requests'), retryAfterSeconds: Math.max(1, counted.ttlInSeconds) }
}
