import { getStage } from '../../src/core/programme/lookup.ts'
import type { FindingView } from '../../src/contract/finding/finding.ts'
import type { RouteOutput } from '../../src/contract/frame/route.ts'
import type { listFindings } from '../../src/contract/finding/finding.ts'
import type { CaseStageId, PersonId, ReviewId, UnitId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { addReviewedCase, createReviewRound, type NewCase, type ReviewRound } from './review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from './server.ts'

const people = [
  ['leder', 'department-manager', 'Nord'],
  ['koordinator', 'professional-coordinator', 'Nord'],
  ['chef', 'area-manager', 'Nord'],
  ['jurist', 'unit-lawyer', 'Nord'],
  ['sydchef', 'area-manager', 'Syd'],
  ['sagsbehandler', 'caseworker', 'Nord'],
  ['kollega', 'caseworker', 'Nord'],
  ['stab', 'staff-lawyer', null],
  ['central', 'central-lawyer', null],
  ['direktoer', 'director', null],
  ['admin', 'administrator', null],
  ['raadgiver', 'ombudsman', null],
] as const
export type CastName = (typeof people)[number][0]

export type FindingsAnswer = RouteOutput<typeof listFindings>

/** An act as a client sends it, right or wrong. */
export type SentAct = Readonly<Record<string, unknown>>

export interface AnsweredCase {
  readonly caseStage: CaseStageId
  readonly review: (level: number) => ReviewId
}

/** A municipality with people of every role, one open round of two levels, and its server. */
export interface FindingCast {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly round: ReviewRound
  readonly nord: UnitId
  person(name: CastName): PersonId
  send(
    who: CastName,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    key?: string,
  ): ReturnType<TestServer['send']>
  newCase(more?: Partial<NewCase>): Promise<AnsweredCase>
  /** Answers the whole form, everything as expected but for the questions named, and submits it. */
  submit(who: CastName, review: ReviewId, wrong: readonly string[]): Promise<void>
  sendBack(review: ReviewId): Promise<void>
  closeRound(): Promise<void>
  openRound(): Promise<void>
  list(who: CastName, query?: string): Promise<FindingsAnswer>
  view(who: CastName, id: string): Promise<FindingView>
  act(who: CastName, id: string, act: SentAct): ReturnType<TestServer['send']>
}

export async function createFindingCast({ source }: { readonly source?: string } = {}): Promise<FindingCast> {
  const held = await createTestDatabase()
  const server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Nord')
  const units = { Nord: nord, Syd: await addUnit(held.database, municipalityId, 'Syd') }
  const persons = new Map<string, PersonId>()
  const cookies = new Map<string, string>()
  for (const [userName, role, at] of people) {
    const unit = at === null ? null : units[at]
    persons.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  const get = <T>(map: ReadonlyMap<string, T>, name: string): T => {
    const value = map.get(name)
    if (value === undefined) throw new Error(`nobody is called ${name}`)
    return value
  }
  const round = await createReviewRound(held.database, actor, personId, nord, '2023q4', source)
  const { questions } = getStage(round.programme, 'underretning')
  let cases = 0
  const cast: FindingCast = {
    held,
    server,
    round,
    nord,
    person: (name) => get(persons, name),
    send: (who, method, path, body, key) =>
      server.send(method, path, {
        cookie: get(cookies, who),
        ...(body === undefined ? {} : { body }),
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }),
    async newCase(more = {}) {
      cases += 1
      return addReviewedCase(held.database, actor, round, {
        caseId: `G-${cases}`,
        reviewers: { 1: [get(persons, 'leder')], 2: [get(persons, 'chef')] },
        ...more,
      })
    },
    async submit(who, review, wrong) {
      for (const question of questions) {
        if (question.answerType !== 'yes-no' || question.expected === null) continue
        const other = question.expected === 'yes' ? 'no' : 'yes'
        const answer = wrong.includes(question.key) ? other : question.expected
        const path = `/api/reviews/${review}/answers/${question.key}`
        const known = await held.superPool.query<{ version: number }>(
          'select version from review_answer where review_id = $1 and question_key = $2',
          [review, question.key],
        )
        const version = known.rows[0]?.version ?? 0
        const empty = { comment: null, evidenceReference: null, evidenceDate: null }
        const saved = await cast.send(who, 'PUT', path, { answer, ...empty, version })
        if (saved.statusCode !== 200 && saved.statusCode !== 204)
          throw new Error(`${question.key}: ${saved.body}`)
      }
      const submitted = await cast.send(who, 'POST', `/api/reviews/${review}/submission`, { minutes: 10 })
      if (submitted.statusCode !== 200) throw new Error(submitted.body)
    },
    async sendBack(review) {
      const sent = await cast.send('stab', 'POST', `/api/reviews/${review}/return`, { reason: 'Se igen.' })
      if (sent.statusCode !== 200) throw new Error(sent.body)
    },
    async closeRound() {
      await held.superPool.query(`update round set state = 'closed', closed_at = now() where id = $1`, [
        round.id,
      ])
    },
    async openRound() {
      await held.superPool.query(`update round set state = 'open', closed_at = null where id = $1`, [
        round.id,
      ])
    },
    async list(who, query = '') {
      const answer = await cast.send(who, 'GET', `/api/findings${query}`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<FindingsAnswer>()
    },
    async view(who, id) {
      const answer = await cast.send(who, 'GET', `/api/findings/${id}`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<FindingView>()
    },
    async act(who, id, act) {
      const { rows } = await held.superPool.query<{ version: number }>(
        'select version from finding where id = $1',
        [id],
      )
      return cast.send(who, 'POST', `/api/findings/${id}/acts`, {
        version: rows[0]?.version ?? 1,
        act: { text: null, ...act },
      })
    },
  }
  return cast
}
