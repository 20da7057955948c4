import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import type { Route } from '../../../src/contract/frame/route.ts'
import type { ObjectName } from '../../../src/core/access/objects.ts'
import {
  absentParams,
  absentPartParams,
  addressOf,
  objectsIn,
  subjectOf,
  thingKindOf,
  twinParams,
  twinPartParams,
} from './addresses.ts'
import { expectedOf, nowhere, type Answer, type Standing } from './expected.ts'
import { signedIn, unsigned, type Holder, type Identities, type Signed, type Unsigned } from './identities.ts'
import { namedIn, namesOf, type Names } from './named-objects.ts'
import { sampleOf, type Known } from './sample-of-schema.ts'
import type { Thing, ThingKind } from './things.ts'

export interface Cell {
  readonly route: Route
  readonly who: Signed | Unsigned
  readonly standing: Standing
  readonly state: string
  readonly expected: Answer | 'not-signed-in'
  /** Whose the things are that the query and the body name. */
  readonly named: 'own' | 'foreign' | 'absent'
  readonly url: string
  readonly body: unknown
  readonly cookie: string | undefined
  /** What the caller knows, having sent it. */
  readonly sent: readonly string[]
}

export interface Outcome extends Cell {
  readonly status: number
  readonly code: string | undefined
  /** Without what differs from call to call. */
  readonly answer: string
  readonly headers: string
}

/** Every call of the matrix, in order of the routes. */
export async function listCells(
  routes: readonly Route[],
  things: ReadonlyMap<ThingKind, readonly Thing[]>,
  identities: Identities,
): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const route of routes) {
    const subject = subjectOf(route)
    const all = subject === undefined ? [] : (things.get(thingKindOf(route, subject)) ?? [])
    for (const who of signedIn) {
      const holders = identities.holders.get(who) ?? []
      for (const { holder, standing, state, params } of callsOf(route, subject, all, holders, who)) {
        const cell = { route, who, standing, state, cookie: await identities.cookieOf(holder.person) }
        const expected = expectedOf(route, subject, who, standing)
        const add = (named: Cell['named']): void => {
          const names = namesOf(things, holder, named)
          const [url, body] = [urlOf(route, params, names), bodyOf(route, params, names)]
          cells.push({
            ...cell,
            expected,
            named,
            url,
            body,
            sent: [...Object.values(params), url, JSON.stringify(body ?? '')],
          })
        }
        add('own')
        if (namedIn(route) && !nowhere.has(standing))
          for (const named of ['foreign', 'absent'] as const) add(named)
      }
    }
    const [any] = all
    for (const who of unsigned)
      for (const params of any === undefined ? [{}] : [any.params, absentParams(any)]) {
        const names = namesOf(things, { person: '', unit: null }, 'own')
        const [url, body] = [urlOf(route, params, names), bodyOf(route, params, names)]
        const standing = any === undefined ? 'none' : params === any.params ? 'other' : 'absent'
        const expected = route.permission === 'public' ? 'admitted' : 'not-signed-in'
        const cookie = identities.unsigned.get(who)
        cells.push({ route, who, standing, state: '', expected, named: 'own', url, body, cookie, sent: [] })
      }
  }
  return cells
}

interface Pick {
  readonly holder: Holder
  readonly standing: Standing
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

/** One call for each way in which somebody of the role stands to a thing, in each of its states. */
function callsOf(
  route: Route,
  subject: ObjectName | undefined,
  things: readonly Thing[],
  holders: readonly Holder[],
  who: Signed,
): readonly Pick[] {
  const [first] = holders
  if (first === undefined) throw new Error(`nobody is ${who}`)
  if (subject === undefined) return [{ holder: first, standing: 'none', state: '', params: {} }]
  const picks = new Map<string, Pick>()
  for (const thing of things)
    for (const holder of holders) {
      if (thing.barred.includes(holder.person)) continue
      const standing = standingOf(thing, holder)
      const key = `${standing} ${thing.state}`
      if (!picks.has(key)) picks.set(key, { holder, standing, state: thing.state, params: thing.params })
    }
  const [thing] = things
  if (thing === undefined) throw new Error(`there is no ${subject}`)
  const of = (standing: Standing, params: Pick['params']): Pick => ({
    holder: first,
    standing,
    state: '',
    params,
  })
  // A programme has the same name everywhere.
  const foreign = subject === 'programme' ? [] : [of('foreign', twinParams(thing))]
  const part =
    objectsIn(route).length > 1 && subject !== 'programme'
      ? [
          of('foreign-part', twinPartParams(thing, subject)),
          of('absent-part', absentPartParams(thing, subject)),
        ]
      : []
  return [...picks.values(), ...foreign, ...part, of('absent', absentParams(thing))]
}

function standingOf({ unit, owners }: Thing, holder: Holder): Standing {
  if (unit === null && owners.length === 0) return 'shared'
  if (owners.includes(holder.person)) return 'own'
  return unit !== null && unit === holder.unit ? 'unit' : 'other'
}

const texts = {
  day: '2026-10-01',
  from: '2026-10-01',
  until: '2027-10-01',
  dueOn: '2027-01-01',
  scope: 'municipality',
  userName: 'proeve',
  time: '10:00',
}

function urlOf(route: Route, params: Pick['params'], names: Names): string {
  const address = addressOf(route, params)
  if (route.query === undefined) return address
  // A query's fields are texts and numbers.
  const query = sampleOf(route.query, knownOf(names, params)) as Readonly<Record<string, string>>
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, value])).toString()
  return text === '' ? address : `${address}?${text}`
}

function bodyOf({ body }: Route, params: Pick['params'], names: Names): unknown {
  return body instanceof z.ZodType ? sampleOf(body, knownOf(names, params)) : undefined
}

function knownOf(names: Names, params: Pick['params']): Known {
  const { question } = params
  const reviews = names('review')
  return { texts: { ...texts, reviews, ...(question !== undefined && { question }) }, idFor: names }
}

export interface Sender {
  send(
    method: Route['method'],
    url: string,
    how: { readonly cookie?: string; readonly body?: unknown },
  ): Promise<LightMyRequestResponse>
}

/** Sends them all, a few at a time. */
export async function sendAll(
  cells: readonly Cell[],
  sender: Sender,
  atOnce = 6,
): Promise<readonly Outcome[]> {
  // Imports are confirmed and thrown away one at a time, and say so when they are asked for together.
  const [alone, together] = [cells.filter(isOfPreview), cells.filter((cell) => !isOfPreview(cell))]
  return [...(await sendSome(together, sender, atOnce)), ...(await sendSome(alone, sender, 1))]
}

function isOfPreview({ route }: Cell): boolean {
  return route.path.includes(':preview')
}

async function sendSome(cells: readonly Cell[], sender: Sender, atOnce: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let cell = cells[next++]; cell !== undefined; cell = cells[next++])
      outcomes.push(await sendOne(cell, sender))
  }
  await Promise.all(Array.from({ length: atOnce }, () => worker()))
  return outcomes
}

async function sendOne(cell: Cell, sender: Sender): Promise<Outcome> {
  const { route, url, cookie, body } = cell
  const answer = await sender.send(route.method, url, {
    ...(cookie !== undefined && { cookie }),
    ...(body !== undefined && { body }),
  })
  const { 'x-request-id': request, date: _, ...headers } = answer.headers
  const text = withoutSent(answer.body.replaceAll(String(request), 'REQUEST'), cell)
  const code = answer.statusCode < 400 ? undefined : (answer.json<{ code?: string }>().code ?? '')
  return { ...cell, status: answer.statusCode, code, answer: text, headers: JSON.stringify(headers) }
}

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids that come back because they were sent tell nothing. */
function withoutSent(answer: string, { url, body }: Cell): string {
  const sent = new Set(`${url} ${JSON.stringify(body ?? '')}`.match(id))
  return answer.replaceAll(id, (found) => (sent.has(found) ? 'SENT' : found))
}
