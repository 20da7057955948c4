import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import type { Route } from '../../src/contract/frame/route.ts'
import type { TestServer } from '../support/server.ts'
import type { Document } from './document.ts'
import { createJudge } from './judge-answer.ts'
import { following, type Deeds } from './judged-database.ts'
import { watchEventLoop } from './event-loop.ts'
import { requestsOf, type FuzzedRequest } from './requests.ts'
import type { KnownValues } from './value-of-schema.ts'

export interface RouteReport {
  readonly name: string
  readonly cases: number
  /** Those of them that were sent without a session, for the route had had its time. */
  readonly hurried: number
  readonly statuses: ReadonlyMap<number, number>
  /** The longest time the event loop did not turn, in ms. */
  readonly stalled: number
  readonly seconds: number
  readonly faults: readonly string[]
}

export interface Callers {
  /** Who may call the route, mostly; others, and nobody, now and then. */
  cookieFor(route: Route, turn: number): string | undefined
  /** Values for the addresses and fields of this route. */
  known(route: Route, turn: number): KnownValues
}

interface Effort {
  readonly cases: number
  readonly seed: number
  /** Ms for each route; what is then left of its requests comes from nobody, who is refused at the door. */
  readonly patience: number
}

/** Sent in one go, so that what is remembered stays small. */
const batch = 200
const atOnce = 4
/** A stall counts when it comes every time: memory is tidied up now and then. */
export const longestStall = 200
const stallTries = 4

export async function fuzzRoute(
  server: TestServer,
  document: Document,
  route: Route,
  callers: Callers,
  { cases, seed, patience }: Effort,
): Promise<RouteReport> {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
  const operation = document.paths[path]?.[route.method.toLowerCase()]
  const name = `${route.method} ${route.path}`
  if (operation === undefined) throw new Error(`${name} is not in the document`)
  const judge = createJudge(document)
  const started = performance.now()
  const statuses = new Map<number, number>()
  const faults: string[] = []
  let stalled = 0
  let sent = 0
  let hurried = 0
  for (let lot = 0; sent < cases; lot += 1) {
    const requests = requestsOf(path, operation, callers.known(route, lot), {
      cases: Math.min(batch, cases - sent),
      seed: seed + lot,
    })
    const cookies = requests.map((_, at) => callers.cookieFor(route, sent + at))
    const left = patience - (performance.now() - started)
    const send = () => sendAll(server, route, requests, cookies, left)
    const first = await send()
    stalled = Math.max(stalled, await shortestStall(first.stalled, send))
    for (const { answer, deeds, request } of first.answers) {
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      const wrong = judge(operation, answer)
      const fault =
        wrong !== ''
          ? wrong
          : answer.statusCode >= 400 && deeds.kept > 0
            ? 'refused, and yet changed something'
            : ''
      if (fault !== '' && faults.length < 5) faults.push(`${name}: ${fault}\n${told(request, answer)}`)
    }
    sent += requests.length
    hurried += first.hurried
  }
  if (stalled > longestStall) faults.push(`${name}: the event loop stood still for ${Math.round(stalled)} ms`)
  return {
    name,
    cases: sent,
    hurried,
    statuses,
    stalled,
    seconds: (performance.now() - started) / 1000,
    faults,
  }
}

async function shortestStall(
  first: number,
  again: () => Promise<{ readonly stalled: number }>,
): Promise<number> {
  let shortest = first
  for (let tries = 1; tries < stallTries && shortest > longestStall; tries += 1)
    shortest = Math.min(shortest, (await again()).stalled)
  return shortest
}

interface Answered {
  readonly request: FuzzedRequest
  readonly answer: LightMyRequestResponse
  readonly deeds: Deeds
}

async function sendAll(
  server: TestServer,
  route: Route,
  requests: readonly FuzzedRequest[],
  cookies: readonly (string | undefined)[],
  patience: number,
): Promise<{ readonly answers: readonly Answered[]; readonly stalled: number; readonly hurried: number }> {
  const answers: Answered[] = []
  // What came before is not this route's.
  await pause(20)
  const watch = watchEventLoop()
  let next = 0
  let hurried = 0
  const started = performance.now()
  const worker = async (): Promise<void> => {
    for (let at = next++; at < requests.length; at = next++) {
      const request = requests[at]
      if (request === undefined) return
      const isLate = performance.now() - started > patience
      const cookie = isLate ? undefined : cookies[at]
      if (isLate) hurried += 1
      const deeds: Deeds = { kept: 0, looks: 0 }
      const answer = await following(deeds, () =>
        server.app.inject({
          method: route.method,
          url: request.url,
          headers: {
            origin: 'http://localhost',
            ...(cookie !== undefined && { cookie }),
            ...request.headers,
          },
          ...(request.payload !== undefined && { payload: request.payload }),
        }),
      )
      answers.push({ request, answer, deeds })
      // Requests over a network arrive in different turns; here those that ask no database would follow one another in one.
      await turn()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, () => worker()))
  await pause(20)
  return { answers, stalled: watch.end(), hurried }
}

function told({ kind, url, headers, payload }: FuzzedRequest, answer: LightMyRequestResponse): string {
  const body = payload === undefined ? '' : payload.toString().slice(0, 400)
  return `  ${kind}: ${url.slice(0, 400)} ${JSON.stringify(headers).slice(0, 200)} ${body}\n  ${answer.statusCode} ${answer.body.slice(0, 300)}`
}
