import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { LightMyRequestResponse } from 'fastify'
import { parse } from 'yaml'
import { AnalysisCache } from '../../src/app/analysis/analysis-cache.ts'
import { ownThread } from '../../src/app/analysis/own-thread.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { recurringJobs } from '../../src/boot/recurring-jobs.ts'
import { getId, type CaseStageId, type PersonId, type UnitId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from './server.ts'
import { sendFile } from './upload.ts'

const people = [
  ['leder', 'department-manager', 'Nord'],
  ['chef', 'area-manager', 'Nord'],
  ['sagsbehandler', 'caseworker', 'Nord'],
  ['stab', 'staff-lawyer', null],
  ['direktør', 'director', null],
  ['admin', 'administrator', null],
] as const
export type StoryName = (typeof people)[number][0]

export interface ReviewTask {
  readonly id: string
  readonly caseId: string
  readonly level: { readonly level: number }
}

/** A round of the story; days count from today, and a case runs for less than three weeks. */
export interface StoryRound {
  readonly key: string
  readonly titleDa: string
  readonly from: number
  readonly to: number
  /** The first day that a case begins. */
  readonly casesFrom: number
  readonly baseline: string | null
}

/** Level 1 takes 14 of a round's 18 cases and level 2, which results are counted at, 12 of those. */
const casesInRound = 18
const taken = { 1: 14, 2: 12 } as const

export const inDays = (days: number) => danishDay(new Date(Date.now() + days * 86_400_000))

/**
 * One unit, one form of three questions, a person of each role and their server. Rounds are opened, drawn, reviewed and
 * closed through the server's own routes; only the registry's cases are put in directly.
 */
export class LearningStory {
  readonly held: TestDatabase
  readonly server: TestServer
  readonly unit: UnitId
  /** Keys of the form's questions. */
  readonly questions: readonly string[]
  readonly #persons: ReadonlyMap<string, PersonId>
  readonly #cookies: ReadonlyMap<string, string>

  private constructor(
    held: TestDatabase,
    server: TestServer,
    unit: UnitId,
    questions: readonly string[],
    persons: ReadonlyMap<string, PersonId>,
    cookies: ReadonlyMap<string, string>,
  ) {
    this.held = held
    this.server = server
    this.unit = unit
    this.questions = questions
    this.#persons = persons
    this.#cookies = cookies
  }

  static async create(): Promise<LearningStory> {
    const held = await createTestDatabase()
    const server = await createTestServer(held.database)
    const { municipalityId } = held.first
    const unit = await addUnit(held.database, municipalityId, 'Nord')
    const persons = new Map<string, PersonId>()
    const cookies = new Map<string, string>()
    for (const [userName, role, at] of people) {
      const grant = { userName, role, unit: at === null ? null : unit }
      persons.set(userName, await addPerson(held.database, municipalityId, grant))
      cookies.set(userName, await server.signIn(municipalityId, userName))
    }
    const { content, questions } = await form()
    const story = new LearningStory(held, server, unit, questions, persons, cookies)
    const file = { name: 'program.yaml', content }
    succeeded(await sendFile(server, '/api/programmes', story.cookie('admin'), file))
    return story
  }

  async close(): Promise<void> {
    await this.server.app.close()
    await this.held.close()
  }

  cookie(name: StoryName): string {
    const cookie = this.#cookies.get(name)
    if (cookie === undefined) throw new Error(`nobody is called ${name}`)
    return cookie
  }

  async send<T>(who: StoryName, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
    const answer = await this.server.send(method, path, {
      cookie: this.cookie(who),
      ...(body === undefined ? {} : { body }),
    })
    succeeded(answer)
    // The caller names what the route answers with.
    return (answer.body === '' ? null : answer.json()) as T
  }

  /**
   * Everything about action plans happened so many days earlier: a start counts by the day it was written, and nobody can
   * write one back in time. Published versions never change, so their guards are off meanwhile.
   */
  async movePlansBack(days: number): Promise<void> {
    const client = await this.held.superPool.connect()
    const past = `interval '${days} days'`
    try {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      await client.query(`update action_plan set created_at = created_at - ${past}`)
      await client.query(
        `update action_plan_version set created_at = created_at - ${past}, published_at = published_at - ${past}`,
      )
      await client.query(`update initiative set created_at = created_at - ${past}`)
      await client.query(
        `update initiative_version set starts_on = starts_on - ${days}, ends_on = ends_on - ${days}`,
      )
      await client.query(`update initiative_act set day = day - ${days}, at = at - ${past}`)
      await client.query('commit')
    } finally {
      client.release()
    }
  }

  /** Opens a round over new cases of the unit and draws both levels. */
  async openRound({ key, titleDa, from, to, casesFrom, baseline }: StoryRound): Promise<void> {
    await this.#addCases(key, casesFrom)
    await this.send('stab', 'POST', '/api/rounds', {
      key,
      titleDa,
      titleEn: titleDa,
      programme: 'bbu-2017',
      periodFrom: inDays(from),
      periodTo: inDays(to),
      baseline,
    })
    for (const level of [1, 2] as const) {
      const path = `/api/rounds/${key}/levels/${level}`
      await this.send('stab', 'POST', `${path}/frame`, {})
      const { drawn } = await this.send<{ drawn: number }>('stab', 'POST', `${path}/draw`, {})
      if (drawn !== taken[level]) throw new Error(`level ${level} drew ${drawn}`)
    }
  }

  async #addCases(key: string, from: number): Promise<void> {
    const { actor } = this.held.first
    const responsible = this.#persons.get('sagsbehandler') ?? null
    await this.held.database.transaction(actor, async (tx) => {
      const { db } = await tx.recordChange({
        room: 'registry',
        act: 'add-cases',
        subjectKind: 'municipality',
      })
      for (let at = 0; at < casesInRound; at += 1) {
        const id = getId<CaseStageId>(randomUUID())
        const row = {
          id,
          case_id: `${key}-${String(at + 1).padStart(2, '0')}`,
          stage: 'underretning',
          unit_id: this.unit,
          caseworker: 'SB1',
          started: inDays(from + at),
          completed: inDays(from + at + 2),
        }
        await db.insertInto('case_stage').values(row).execute()
        await db
          .insertInto('case_stage_participant')
          .values({ case_stage_id: id, caseworker: 'SB1', part: 'responsible', person_id: responsible })
          .execute()
      }
    })
  }

  /** What waits at a level. */
  async listOpen(level: 1 | 2): Promise<readonly ReviewTask[]> {
    const { open } = await this.send<{ open: ReviewTask[] }>(
      level === 1 ? 'leder' : 'chef',
      'GET',
      '/api/reviews/mine',
    )
    return open.filter((task) => task.level.level === level)
  }

  /** Answers and submits all that waits at both levels; `wrong` says which question is answered no in a case, if any. */
  async reviewTheRest(wrong: (caseId: string) => string | null): Promise<void> {
    for (const level of [1, 2] as const) {
      const who = level === 1 ? 'leder' : 'chef'
      for (const { id, caseId } of await this.listOpen(level)) {
        const path = `/api/reviews/${id}`
        await this.send(who, 'POST', `${path}/declaration`, { verdict: 'independent', note: null })
        for (const key of this.questions) {
          const answer = wrong(caseId) === key ? 'no' : 'yes'
          const empty = { comment: null, evidenceReference: null, evidenceDate: null }
          await this.send(who, 'PUT', `${path}/answers/${key}`, { answer, ...empty, version: 0 })
        }
        await this.send(who, 'POST', `${path}/submission`, { minutes: 30 })
      }
    }
  }

  /** What the program does by itself while it serves, `days` from now. */
  async letTheProgramWork(days = 0): Promise<void> {
    const configuration = {
      production: false,
      publicOrigin: undefined,
      secure: false,
      trustProxy: false as const,
      smtp: undefined,
    }
    const jobs = recurringJobs(this.held.database, configuration, {
      calculator: ownThread,
      cache: new AnalysisCache(),
    })
    await jobs.run(new Date(Date.now() + days * 86_400_000), (error) => {
      throw error
    })
    jobs.close()
  }
}

/** Notifications only, three questions, and two levels that one person reviews for each. */
async function form(): Promise<{ readonly content: string; readonly questions: readonly string[] }> {
  const text = await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8')
  // Our own file; publishing checks what comes of it.
  const whole = parse(text) as {
    levels: { level: number; reviewers: string[]; together?: boolean; selection: object }[]
    stages: { key: string; questions: { key: string }[] }[]
  }
  const stages = whole.stages
    .filter(({ key }) => key === 'underretning')
    .map((stage) => ({ ...stage, questions: stage.questions.slice(0, 3) }))
  const levels = whole.levels.flatMap((level) =>
    level.level === 1 || level.level === 2
      ? [
          {
            ...level,
            together: false,
            reviewers: level.reviewers.slice(0, 1),
            selection: { kind: 'random', strata: ['unit'], quotas: [{ take: taken[level.level] }] },
          },
        ]
      : [],
  )
  return {
    content: JSON.stringify({ ...whole, levels, stages }),
    questions: stages.flatMap(({ questions }) => questions.map(({ key }) => key)),
  }
}

function succeeded(answer: LightMyRequestResponse): void {
  if (answer.statusCode >= 300) throw new Error(`${answer.raw.req.url ?? ''}: ${answer.body}`)
}
