import type { LightMyRequestResponse } from 'fastify'
import type { UnfinishedReview } from '../../src/contract/review/corrections.ts'
import type { AnswerValue } from '../../src/core/programme/programme.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { Review } from '../../src/contract/review/review.ts'
import type { PersonId } from '../../src/storage/ids.ts'
import type { PersonalReader } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from './review-round.ts'
import { addPerson, addUnit, createTestServer, type Call, type TestServer } from './server.ts'
import { shortForm } from './short-form.ts'

/** Everybody of a round of three levels with a form of three questions, signed in. `jurist2` reviews nothing. */
const people = [
  ['leder', 'department-manager', 'Nord'],
  ['kollega', 'professional-coordinator', 'Nord'],
  ['chef', 'area-manager', 'Nord'],
  ['jurist', 'unit-lawyer', 'Nord'],
  ['jurist2', 'unit-lawyer', 'Nord'],
  ['stab', 'staff-lawyer', null],
  ['admin', 'administrator', null],
  ['direktør', 'director', null],
  ['sagsbehandler', 'caseworker', 'Nord'],
  ['fremmedleder', 'department-manager', 'Syd'],
] as const

export class ReviewCast {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly round: ReviewRound & { readonly key: string }
  readonly questions: readonly string[]
  readonly #persons: ReadonlyMap<string, PersonId>
  readonly #cookies: Map<string, string>
  #cases = 0

  private constructor(
    held: TestDatabase,
    server: TestServer,
    round: ReviewRound & { readonly key: string },
    persons: ReadonlyMap<string, PersonId>,
    cookies: Map<string, string>,
  ) {
    this.held = held
    this.server = server
    this.round = round
    this.questions = getStage(round.programme, 'underretning').questions.map(({ key }) => key)
    this.#persons = persons
    this.#cookies = cookies
  }

  /** `apart`: levels 1 and 2 are reviewed in two forms each. `source`: another programme, with these levels. */
  static async create({
    apart = false,
    source,
    levels = [1, 2, 3, 4],
  }: {
    readonly apart?: boolean
    readonly source?: string
    readonly levels?: readonly number[]
  } = {}): Promise<ReviewCast> {
    const held = await createTestDatabase()
    const server = await createTestServer(held.database)
    const { municipalityId, actor, personId } = held.first
    const units = new Map<string, Awaited<ReturnType<typeof addUnit>>>()
    for (const name of ['Nord', 'Syd']) units.set(name, await addUnit(held.database, municipalityId, name))
    const persons = new Map<string, PersonId>()
    const cookies = new Map<string, string>()
    for (const [userName, role, unit] of people) {
      const at = { userName, role, unit: unit === null ? null : (units.get(unit) ?? null) }
      persons.set(userName, await addPerson(held.database, municipalityId, at))
      cookies.set(userName, await server.signIn(municipalityId, userName))
    }
    const foreign = { userName: 'fremmed', role: 'administrator' } as const
    await addPerson(held.database, held.second.municipalityId, foreign)
    cookies.set('fremmed', await server.signIn(held.second.municipalityId, 'fremmed'))
    const unit = units.get('Nord')
    if (unit === undefined) throw new Error('no unit')
    const key = '2023q4'
    const round = await createReviewRound(
      held.database,
      actor,
      personId,
      unit,
      key,
      source ??
        (apart ? (await shortForm(3)).replaceAll('"together":true', '"apart":true') : await shortForm(3)),
      levels,
    )
    return new ReviewCast(held, server, { ...round, key }, persons, cookies)
  }

  async close(): Promise<void> {
    await this.server.app.close()
    await this.held.close()
  }

  #person(name: string): PersonId {
    const id = this.#persons.get(name)
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }

  /** A case with reviews at level 1 (leder, kollega), 2 (chef, jurist) and 3 (stab); `by` did the work. */
  newCase({ by }: { readonly by?: string } = {}) {
    this.#cases += 1
    const all = {
      1: [this.#person('leder'), this.#person('kollega')],
      2: [this.#person('chef'), this.#person('jurist')],
      3: [this.#person('stab')],
    } as const
    const reviewers = Object.fromEntries(
      Object.entries(all).filter(([level]) => this.round.draws.has(Number(level))),
    )
    const caseId = `E-${this.#cases}`
    return addReviewedCase(this.held.database, this.held.first.actor, this.round, {
      caseId,
      reviewers,
      ...(by === undefined ? {} : { participant: this.#person(by) }),
    })
  }

  /** The Cookie header of somebody's session. */
  cookie(name: string): string {
    const cookie = this.#cookies.get(name)
    if (cookie === undefined) throw new Error(`nobody is called ${name}`)
    return cookie
  }

  as(name: string) {
    const cookie = this.cookie(name)
    const { server, questions } = this
    const send = (method: 'GET' | 'POST' | 'PUT', url: string, call: Call = {}) =>
      server.send(method, url, { ...call, cookie })
    const get = async <T>(url: string): Promise<T> => {
      const answer = await send('GET', url)
      succeeded(answer)
      return answer.json<T>()
    }
    const save = (review: string, question: string, answer: AnswerValue, version: number) =>
      send('PUT', `/api/reviews/${review}/answers/${question}`, {
        body: {
          answer,
          comment: `set som ${answer}`,
          evidenceReference: null,
          evidenceDate: null,
          version,
        },
      })
    const submit = (review: string, minutes = 30) =>
      send('POST', `/api/reviews/${review}/submission`, { body: { minutes } })
    return {
      send,
      get,
      save,
      submit,
      /** Answers every question of an empty form alike. */
      async fill(review: string, answer: AnswerValue): Promise<void> {
        for (const question of questions) succeeded(await save(review, question, answer, 0))
      },
      async fillAndSubmit(review: string, answer: AnswerValue): Promise<void> {
        await this.fill(review, answer)
        succeeded(await submit(review))
      },
      /** Answers every question anew. */
      async refill(review: string, answer: AnswerValue): Promise<void> {
        const { answers } = await get<Review>(`/api/reviews/${review}`)
        for (const question of questions) {
          const version = answers.find((one) => one.question === question)?.version ?? 0
          succeeded(await save(review, question, answer, version))
        }
      },
    }
  }

  async unfinished(): Promise<readonly UnfinishedReview[]> {
    const url = `/api/rounds/${this.round.key}/unfinished-reviews`
    return (await this.as('admin').get<{ reviews: readonly UnfinishedReview[] }>(url)).reviews
  }

  /** What somebody was told, oldest first. */
  notices(name: string): Promise<{ kind: string; subject: string }[]> {
    return this.rows(
      'select kind, subject_id as subject from notification where person_id = $1 order by created_at',
      [this.#person(name)],
    )
  }

  async rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.held.superPool.query<T>(sql, [...values])).rows
  }

  read<T>(work: (reader: PersonalReader) => Promise<T>): Promise<T> {
    return this.held.database.transaction(this.held.first.actor, async (tx) =>
      work(await tx.recordAccess({ act: 'test', subjectKind: 'review' })),
    )
  }

  /** As if the review had been submitted so many minutes earlier. */
  async makeOlder(review: string, minutes: number): Promise<void> {
    const earlier = '- make_interval(mins => $2)'
    await this.rows(
      `update review set started_at = started_at ${earlier}, submitted_at = submitted_at ${earlier} where id = $1`,
      [review, minutes],
    )
  }
}

function succeeded(answer: LightMyRequestResponse): void {
  if (answer.statusCode !== 200) throw new Error(`${answer.raw.req.url ?? ''}: ${answer.body}`)
}

export function findCode(answer: LightMyRequestResponse): unknown {
  return answer.json<{ code?: unknown }>().code
}
