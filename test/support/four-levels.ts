import type { Page } from 'playwright-core'
import { watchCritical } from '../../src/app/review/watch-critical.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { Role } from '../../src/core/access/role.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { TestBrowser } from './browser.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from './review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from './server.ts'

export const roundKey = '2023q4'
export const levels = [1, 2, 3, 4] as const

/** User names with roles; `gruppeleder` leads `sagsbehandler`, who did the work, and reviews nothing. */
const people = [
  ['teamleder', 'department-manager', true],
  ['koordinator', 'professional-coordinator', true],
  ['chef', 'area-manager', true],
  ['jurist', 'unit-lawyer', true],
  ['stab', 'staff-lawyer', false],
  ['central', 'central-lawyer', false],
  ['direktoer', 'director', false],
  ['admin', 'administrator', false],
  ['gruppeleder', 'department-manager', true],
  ['sagsbehandler', 'caseworker', true],
] as const satisfies readonly (readonly [string, Role, boolean])[]
export type Name = (typeof people)[number][0]

/** Routes that bring what people wrote; sums and lists of the whole round have their own test of the seal. */
const own = /:review|:critical|^\/api\/(?:reviews\/mine|critical-cases|feedback|disputes|notifications)/

/** A small municipality with one unit, a round of the demo's programme drawn at four levels, and a browser for each. */
export class FourLevels {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly round: ReviewRound
  /** In the order of the form that the cases have. */
  readonly questions: readonly string[]
  readonly #browser: TestBrowser
  readonly #origin: string
  readonly #persons: ReadonlyMap<Name, PersonId>
  readonly #cookies = new Map<Name, Promise<string>>()

  private constructor(
    held: TestDatabase,
    server: TestServer,
    round: ReviewRound,
    persons: ReadonlyMap<Name, PersonId>,
    reach: { readonly browser: TestBrowser; readonly origin: string },
  ) {
    this.held = held
    this.server = server
    this.round = round
    this.questions = getStage(round.programme, 'underretning').questions.map(({ key }) => key)
    this.#persons = persons
    this.#browser = reach.browser
    this.#origin = reach.origin
  }

  static async create(): Promise<FourLevels> {
    const held = await createTestDatabase()
    const { municipalityId, actor, personId } = held.first
    const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
    const persons = new Map<Name, PersonId>()
    for (const [userName, role, here] of people)
      persons.set(
        userName,
        await addPerson(held.database, municipalityId, { userName, role, unit: here ? unit : null }),
      )
    await held.superPool.query(
      `insert into supervision (municipality_id, leader_id, caseworker, valid_from)
       select municipality_id, id, 'sagsbehandler', '2023-01-01' from person where initials = 'gruppeleder'`,
    )
    const round = await createReviewRound(held.database, actor, personId, unit, roundKey, undefined, levels)
    const server = await createTestServer(held.database)
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
    const reach = { browser: await TestBrowser.launch(), origin: address.replace('127.0.0.1', 'localhost') }
    return new FourLevels(held, server, round, persons, reach)
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.server.app.close()
    await this.held.close()
  }

  /** A case of `sagsbehandler` that nobody has declared anything about yet; two review it where the programme says two. */
  async newCase(caseId: string, upTo: number): Promise<(level: number) => ReviewId> {
    const person = (name: Name): PersonId => {
      const id = this.#persons.get(name)
      if (id === undefined) throw new Error(`nobody is called ${name}`)
      return id
    }
    const all: readonly (readonly [PersonId, PersonId?])[] = [
      [person('teamleder'), person('koordinator')],
      [person('chef'), person('jurist')],
      [person('stab')],
      [person('central')],
    ]
    const { review } = await addReviewedCase(this.held.database, this.held.first.actor, this.round, {
      caseId,
      participant: person('sagsbehandler'),
      reviewers: Object.fromEntries(all.slice(0, upTo).map((two, at) => [at + 1, two])),
      declared: false,
    })
    return review
  }

  /** Some hours pass for everything about critical cases: it moves back, and the program does what it does by itself. */
  async later(hours: number): Promise<void> {
    const past = `interval '${hours} hours'`
    await this.held.superPool.query(`update critical_act set at = at - ${past}, due_at = due_at - ${past}`)
    await this.held.superPool.query(`update critical_case set started_at = started_at - ${past},
      acknowledge_by = acknowledge_by - ${past}, act_by = act_by - ${past}, confirm_by = confirm_by - ${past},
      account_by = account_by - ${past}`)
    await watchCritical(this.held.database, new Date())
  }

  /** One sign-in a person; hashing a password is slow on purpose. */
  #cookie(name: Name): Promise<string> {
    const known = this.#cookies.get(name) ?? this.server.signIn(this.held.first.municipalityId, name)
    this.#cookies.set(name, known)
    return known
  }

  async as(name: Name, use: (page: Page) => Promise<void>): Promise<void> {
    const [cookieName = '', value = ''] = (await this.#cookie(name)).split('=')
    await this.#browser.withPage({ origin: this.#origin }, async (page) => {
      await page.context().addCookies([{ name: cookieName, value, url: this.#origin }])
      await use(page)
    })
  }

  /** Who is told each of the words by any route about these reviews or about what one has to do, is told or follows. */
  async readersOf(
    words: readonly string[],
    values: Readonly<Record<'review' | 'critical', readonly string[]>>,
  ): Promise<Readonly<Record<string, readonly Name[]>>> {
    const all: Readonly<Record<string, readonly string[]>> = {
      ...values,
      question: this.questions.slice(0, 2),
    }
    const addresses = this.server.routes
      .filter(({ method, path }) => method === 'GET' && own.test(path))
      .flatMap(({ path }) =>
        [...path.matchAll(/:(\w+)/g)].reduce<readonly string[]>(
          (filled, [at, name = '']) =>
            filled.flatMap((each) => (all[name] ?? []).map((value) => each.replace(at, value))),
          [path],
        ),
      )
    const readers = new Map(words.map((word) => [word, new Set<Name>()]))
    for (const [name] of people) {
      const cookie = await this.#cookie(name)
      for (const address of addresses) {
        const { body } = await this.server.send('GET', address, { cookie })
        for (const [word, names] of readers) if (body.includes(word)) names.add(name)
      }
    }
    return Object.fromEntries([...readers].map(([word, names]) => [word, [...names]]))
  }
}
