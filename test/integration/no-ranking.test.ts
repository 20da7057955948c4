import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import { ReviewCast } from '../support/review-cast.ts'

/**
 * Feedback is about the work: nothing may add the results up by caseworker. The walk asks every GET route as everybody,
 * and looks at whatever holds the caseworker's name, initials or id.
 */
let cast: ReviewCast
/** As the review round's helper names the cases' caseworker, and as the system knows the person. */
const marks = ['SB1', 'Prøve sagsbehandler', 'sagsbehandler']
let id = ''

beforeAll(async () => {
  cast = await ReviewCast.create()
  const found = await cast.rows<{ id: string }>(`select id from person where initials = 'sagsbehandler'`)
  id = found[0]?.id ?? ''
  for (const answer of ['yes', 'no', 'no'] as const) {
    const made = await cast.newCase({ by: 'sagsbehandler' })
    await cast.as('leder').fillAndSubmit(made.review(1), answer)
    await cast.as('chef').fillAndSubmit(made.review(2), answer)
    await cast.as('stab').fillAndSubmit(made.review(3), answer)
    lastReview = made.review(3)
  }
  await cast.rows(`update round set state = 'closed', closed_at = now()`)
  await releaseFeedback(cast.held.database, new Date())
}, 60_000)
afterAll(() => cast.close())

let lastReview = ''
const people = ['leder', 'chef', 'stab', 'admin', 'sagsbehandler']

function queriesFor(address: string): readonly string[] {
  if (address.endsWith('/data')) return ['?format=csv&lang=da', '?format=xlsx&lang=en']
  if (!address.endsWith('/report')) return ['', '?caseworker=SB1', '?groupBy=caseworker', '?format=csv']
  return ['docx', 'pptx', 'xlsx'].flatMap((format) =>
    ['public', 'internal'].map((audience) => `?audience=${audience}&lang=da&format=${format}`),
  )
}

function addresses(): string[] {
  const values: Record<string, readonly string[]> = {
    round: [cast.round.key],
    level: ['1', '2', '3'],
    programme: ['bbu-2017'],
    question: [cast.questions[0] ?? ''],
    person: [id],
  }
  const found: string[] = []
  for (const { method, path } of cast.server.routes) {
    if (method !== 'GET' || path === '/api/openapi.json') continue
    let filled: string[] = [path]
    for (const [, name = ''] of path.matchAll(/:(\w+)/g))
      filled = filled.flatMap((each) =>
        (values[name] ?? [lastReview]).map((value) => each.replace(`:${name}`, value)),
      )
    for (const address of filled) for (const query of queriesFor(address)) found.push(`${address}${query}`)
  }
  return found
}

const isMark = (text: string) => text === id || marks.includes(text)

/** Numbers that belong to one case or one person's own page, and count nothing about how the work was. */
const harmless =
  /^(level|levels|number|version|key|ord|days|minutes|section|line|id|seen|probability|weight)$/

/** Objects that hold a mark beside a number, or that are filed under one. */
function* aggregates(value: unknown, at: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* aggregates(each, `${at}[${i}]`)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value)
  const marked = entries.some(([, each]) => typeof each === 'string' && isMark(each))
  for (const [name, each] of entries) {
    if (isMark(name)) yield `${at}.${name}`
    if (marked && typeof each === 'number' && !harmless.test(name)) yield `${at}.${name}`
    yield* aggregates(each, `${at}.${name}`)
  }
}

/** All text of a file, packed or not; a PDF is made of the same report as the others. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8')
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n')
}

/** Files of single cases, a line each, that prove the draw. */
const filesOfCases = /\/levels\/\d\/(draw\.json|frame\.csv|frame|draw)/

test.each(people)(
  'nothing that %s can fetch adds anything up by caseworker',
  async (name) => {
    const found: string[] = []
    let opened = 0
    for (const address of addresses()) {
      const answer = await cast.as(name).send('GET', address)
      if (answer.statusCode !== 200) continue
      opened += 1
      const isJson = String(answer.headers['content-type']).includes('json')
      if (isJson) found.push(...[...aggregates(answer.json(), '')].map((at) => `${address} ${at}`))
      else if (!filesOfCases.test(address)) {
        const text = textOf(answer.rawPayload)
        const held = ['SB1', 'Prøve sagsbehandler', id].filter((mark) => text.includes(mark))
        found.push(...held.map((mark) => `${address} holds ${mark}`))
      }
    }
    expect(found).toEqual([])
    expect(opened).toBeGreaterThan(5)
  },
  60_000,
)

test('the walk would see a share or a count by caseworker', () => {
  expect([...aggregates({ rows: [{ caseworker: 'SB1', share: 0.4 }] }, '')]).toEqual(['.rows[0].share'])
  expect([...aggregates({ by: { SB1: { yes: 3 } } }, '')]).toEqual(['.by.SB1'])
  expect([...aggregates({ rows: [{ caseworker: 'SB1', caseId: 'E-1', level: 1 }] }, '')]).toEqual([])
})

// What is to be done in somebody's cases must be found for the talk about them; what was done is not added up
// (caseflow.test.ts, walk-through.test.ts).
const listWhatIsToBeDone = ['/api/caseflow/deadlines', '/api/caseflow/walk-throughs']

test('no route filters or groups by caseworker, but for the deadlines that are not met yet and the cases that remain', () => {
  for (const { path, query } of cast.server.routes) {
    if (listWhatIsToBeDone.includes(path)) continue
    const names = query === undefined ? [] : Object.keys('shape' in query ? Object(query.shape) : {})
    expect([path, names.filter((each) => /caseworker|sagsbehandler/i.test(each))]).toEqual([path, []])
  }
})
