import type { LightMyRequestResponse } from 'fastify'
import type { CalibrationForm } from '../../src/contract/calibration/form.ts'
import type { AnswerValue } from '../../src/core/programme/programme.ts'
import type { PersonId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { createReviewRound, type ReviewRound } from './review-round.ts'
import { addPerson, addUnit, createTestServer, type Call, type TestServer } from './server.ts'
import { shortForm } from './short-form.ts'

const people = [
  ['leder', 'department-manager', 'Nord'],
  ['kollega', 'professional-coordinator', 'Nord'],
  ['jurist', 'unit-lawyer', 'Nord'],
  ['stab', 'staff-lawyer', null],
  ['central', 'central-lawyer', null],
  ['admin', 'administrator', null],
  ['direktor', 'director', null],
  ['ombud', 'ombudsman', null],
  ['sagsbehandler', 'caseworker', 'Nord'],
] as const

export type CalibrationRole = (typeof people)[number][0] | 'fremmed'

/** Reviewers of three levels, those who lead, and an administrator of another municipality; a form of three questions. */
export class CalibrationCast {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly round: ReviewRound
  readonly persons: ReadonlyMap<string, PersonId>
  readonly #cookies: ReadonlyMap<string, string>

  private constructor(
    held: TestDatabase,
    server: TestServer,
    round: ReviewRound,
    persons: ReadonlyMap<string, PersonId>,
    cookies: ReadonlyMap<string, string>,
  ) {
    this.held = held
    this.server = server
    this.round = round
    this.persons = persons
    this.#cookies = cookies
  }

  static async create(): Promise<CalibrationCast> {
    const held = await createTestDatabase()
    const server = await createTestServer(held.database)
    const { municipalityId, actor, personId } = held.first
    const nord = await addUnit(held.database, municipalityId, 'Nord')
    const persons = new Map<string, PersonId>()
    const cookies = new Map<string, string>()
    for (const [userName, role, unit] of people) {
      const person = { userName, role, unit: unit === null ? null : nord }
      persons.set(userName, await addPerson(held.database, municipalityId, person))
      cookies.set(userName, await server.signIn(municipalityId, userName))
    }
    await addPerson(held.database, held.second.municipalityId, { userName: 'fremmed', role: 'administrator' })
    cookies.set('fremmed', await server.signIn(held.second.municipalityId, 'fremmed'))
    const form = await shortForm(3)
    const round = await createReviewRound(held.database, actor, personId, nord, '2023q4', form)
    return new CalibrationCast(held, server, round, persons, cookies)
  }

  async close(): Promise<void> {
    await this.server.app.close()
    await this.held.close()
  }

  cookie(name: CalibrationRole): string {
    return this.#cookies.get(name) ?? ''
  }

  send(name: CalibrationRole, method: 'GET' | 'POST' | 'PUT', url: string, call: Call = {}) {
    return this.server.send(method, url, { ...call, cookie: this.cookie(name) })
  }

  async get<T>(name: CalibrationRole, url: string): Promise<T> {
    return read<T>(await this.send(name, 'GET', url))
  }

  /** A training case of the first stage that comes with the program. */
  async takeCase(): Promise<string> {
    const taken = await this.send('stab', 'POST', '/api/training-cases/included/underretning-fra-skolen')
    return read<{ id: string }>(taken).id
  }

  /** A calibration of one training case; the invited by name. */
  async calibrate(trainingCase: string, ...names: readonly string[]): Promise<string> {
    return read<{ id: string }>(
      await this.send('stab', 'POST', '/api/calibrations', { body: this.invitation(trainingCase, names) }),
    ).id
  }

  invitation(trainingCase: string, names: readonly string[]) {
    return {
      name: 'Kalibrering før runden',
      programme: this.round.programme.key,
      trainingCases: [trainingCase],
      people: names.map((name) => this.persons.get(name) ?? ''),
      dueOn: '2090-01-01',
    }
  }

  answer(name: CalibrationRole, form: string, question: string, answer: AnswerValue, more: object = {}) {
    const content = { answer, comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
    return this.send(name, 'PUT', `${form}/answers/${question}`, { body: { ...content, ...more } })
  }

  /** Answers every question of somebody's form and hands it in. */
  async fillIn(
    name: CalibrationRole,
    form: string,
    answers: readonly AnswerValue[],
    comment: string | null = null,
  ) {
    const { questions } = await this.get<CalibrationForm>(name, `${form}/form`)
    for (const [index, { key }] of questions.entries())
      read(await this.answer(name, form, key, answers[index % answers.length] ?? 'yes', { comment }))
    return this.send(name, 'POST', `${form}/submission`)
  }

  async rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.held.superPool.query<T>(sql, [...values])).rows
  }
}

export function formAt(calibration: string, trainingCase: string): string {
  return `/api/calibrations/${calibration}/cases/${trainingCase}`
}

/** What a successful answer holds; throws with the refusal otherwise. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the route answers
export function read<T>(answer: LightMyRequestResponse): T {
  if (answer.statusCode >= 300) throw new Error(`${answer.raw.req.url ?? ''}: ${answer.body}`)
  return answer.statusCode === 204 ? (undefined as T) : answer.json<T>()
}
