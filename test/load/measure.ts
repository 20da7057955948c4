import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ManyReport, SignedIn } from './many-report.ts'

/** One request and its reply. */
export interface Sample {
  /** When it was due, in ms since the load began. */
  readonly at: number
  /** From when it was due, so that a server that stands still does not slow down those who ask it. */
  readonly ms: number
  /** 0: no reply. */
  readonly status: number
  readonly kind: string
  /** The reply's own words where it was not one of success. */
  readonly words: string
}

export interface Load {
  /** Asks `rate` times a second for `seconds`, at random moments whatever is answered, and waits for the replies. */
  run(rate: number, seconds: number): Promise<readonly Sample[]>
  close(): void
}

interface Ask {
  readonly kind: string
  readonly method: 'GET' | 'PUT'
  readonly path: string
  readonly body?: string
  /** Told whether it was done. */
  settle?: (reply: { readonly ok: boolean; readonly text: string }) => void
}

/** Milliseconds after which nobody waits for a reply any more. */
const patience = 30_000

/**
 * What people do, as shares of their requests: one in ten writes. A form is read as often as everything else together,
 * as each of its answers comes from one.
 */
const mix: readonly (readonly [share: number, kind: string])[] = [
  [0.1, 'answer'],
  [0.3, 'form'],
  [0.2, 'tasks'],
  [0.1, 'session'],
  [0.1, 'count'],
  [0.08, 'rounds'],
  [0.06, 'state'],
  [0.03, 'notifications'],
  [0.03, 'history'],
]

export function makeLoad({ address, questions, signedIn }: ManyReport, random: () => number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 1000 })
  const began = performance.now()
  /** By review and question; undefined while a write is under way. */
  const versions = new Map<string, number | undefined>()
  let turn = 0

  const any = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)]

  function write({ open }: SignedIn): Ask | undefined {
    const review = any(open)
    const question = any(questions)
    const place = `${review}/answers/${question}`
    if (review === undefined || (versions.has(place) && versions.get(place) === undefined)) return undefined
    const version = versions.get(place) ?? 1
    versions.set(place, undefined)
    turn += 1
    const answer = { answer: 'yes', comment: `turn ${turn}`, evidenceReference: null, evidenceDate: null }
    return {
      kind: 'answer',
      method: 'PUT',
      path: `/api/reviews/${place}`,
      body: JSON.stringify({ ...answer, version }),
      settle({ ok, text }) {
        // The shape is the contract's.
        versions.set(place, ok ? (JSON.parse(text) as { version: number }).version : version)
      },
    }
  }

  function readReview(kind: string, { open, submitted }: SignedIn): Ask | undefined {
    const review = random() < 0.7 ? any(open) : any(submitted)
    if (review === undefined) return undefined
    return {
      kind,
      method: 'GET',
      path: `/api/reviews/${review}${kind === 'history' ? '/history' : ''}`,
    }
  }

  function choose(who: SignedIn): Ask {
    let left = random()
    const kind = mix.find(([share]) => (left -= share) < 0)?.[1] ?? 'session'
    const read = (path: string): Ask => ({ kind, method: 'GET', path })
    const tasks = read('/api/reviews/mine')
    switch (kind) {
      case 'answer':
        return write(who) ?? tasks
      case 'form':
      case 'history':
        return readReview(kind, who) ?? tasks
      case 'tasks':
        return tasks
      case 'count':
        return read('/api/notifications/count')
      case 'notifications':
        return read('/api/notifications')
      case 'rounds':
        return read('/api/rounds')
      case 'state':
        return read(`/api/rounds/${who.round}/state`)
      default:
        return read('/api/session')
    }
  }

  async function ask(due: number): Promise<Sample> {
    const who = any(signedIn)
    if (who === undefined) throw new Error('nobody is signed in')
    const { kind, method, path, body, settle } = choose(who)
    const { status, text } = await send(method, path, who.cookie, body)
    const ok = status >= 200 && status < 300
    settle?.({ ok, text })
    const words = ok ? '' : `${method} ${path}: ${text.slice(0, 300)}`
    return { at: due - began, ms: performance.now() - due, status, kind, words }
  }

  function send(
    method: string,
    path: string,
    cookie: string,
    body: string | undefined,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve) => {
      const fail = (error: Error): void => resolve({ status: 0, text: error.message })
      const headers = {
        cookie,
        origin: address,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }
      const asked = request(`${address}${path}`, { agent, method, headers }, (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', fail)
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        )
      })
      asked.setTimeout(patience, () => asked.destroy(new Error('no reply in 30 s')))
      asked.on('error', fail)
      asked.end(body)
    })
  }

  return {
    async run(rate, seconds) {
      const asked: Promise<Sample>[] = []
      const until = performance.now() + seconds * 1000
      for (let due = performance.now(); ;) {
        // Exponential pauses: people ask independently of one another.
        due += (-Math.log(1 - random()) * 1000) / rate
        if (due >= until) break
        const wait = due - performance.now()
        if (wait > 1) await pause(wait)
        asked.push(ask(due))
      }
      return Promise.all(asked)
    },
    close: () => agent.destroy(),
  }
}

/** @param share for example 0.99 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
