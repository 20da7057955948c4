import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { saveAnswer } from '../src/app/review/save-answer.ts'
import type { Context } from '../src/app/frame/context.ts'
import { getStage } from '../src/core/programme/lookup.ts'
import { findClaimKey } from '../src/storage/claim.ts'
import { openDatabase } from '../src/storage/database.ts'
import { clusterUrl } from '../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../src/storage/embedded/secrets.ts'
import { startEmbedded } from '../src/storage/embedded/server.ts'
import {
  getId,
  type MunicipalityId,
  type PersonId,
  type ReviewId,
  type SessionId,
  type UnitId,
} from '../src/storage/ids.ts'
import { listMigrations, migrate } from '../src/storage/migrator.ts'
import { createPool } from '../src/storage/pool.ts'
import type { Database } from '../src/storage/transaction.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../test/support/review-round.ts'
import type { Bench } from './bench.ts'

const connections = 8
const savesEach = 400
const seconds = (milliseconds: number) => milliseconds / 1000

/**
 * Answers saved through the use case, beside the same rows written by hand-made SQL of the superuser: one transaction
 * with the change entry and the answer, no checks, no row-level security. Both with as many connections, on the
 * program's own PostgreSQL with its durable settings.
 */
export const bench: Bench = {
  name: 'save-answer',
  target: 3,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
    const started = await startEmbedded({ folder, outside: `${folder}-outside`, onLost: () => undefined })
    if (!started.ok) throw new Error(started.problems[0]?.text.en)
    const { value: server } = started
    try {
      const claimKey = findClaimKey(server.claimKey)
      if (claimKey === undefined) throw new Error('no claim key')
      const migrated = await migrate(server.ownerUrl, claimKey, await listMigrations())
      if (!migrated.ok) throw new Error(migrated.problems[0]?.text.en)
      const pool = createPool(server.appUrl, connections, () => undefined)
      const database = openDatabase({ pool, claimKey, now: Date.now })
      const setting = await makeSetting(database)
      const { superuser } = await readOrMakeSecrets(folder)
      const { pathname } = new URL(server.appUrl)
      const bare = new Pool({
        connectionString: clusterUrl(server.port, 'postgres', superuser, pathname.slice(1)),
        max: connections,
      })
      const save = useCase(setting)
      const write = bareSql(bare, setting)
      // Both once before; then in turns, so that a busy moment of the machine hits both.
      bare.on('error', () => undefined)
      await throughput(save, 50)
      await throughput(write, 50)
      const ours: number[] = []
      const theirs: number[] = []
      for (let turn = 0; turn < 3; turn += 1) {
        theirs.push(await throughput(write, savesEach))
        ours.push(await throughput(save, savesEach))
      }
      await bare.end()
      await database.close()
      const [own, yardstick] = [Math.max(...ours), Math.max(...theirs)]
      return {
        ratio: yardstick / own,
        detail: `${connections} connections: ${Math.round(own)} saves/s, bare SQL ${Math.round(yardstick)} transactions/s`,
      }
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    }
  },
}

type Act = (worker: number, turn: number) => Promise<void>

/** Acts per second. */
async function throughput(act: Act, each: number): Promise<number> {
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let turn = 0; turn < each; turn += 1) await act(worker, turn)
    }),
  )
  return (connections * each) / seconds(performance.now() - start)
}

interface Setting {
  readonly database: Database
  readonly municipality: MunicipalityId
  readonly person: PersonId
  readonly round: ReviewRound
  readonly unit: UnitId
  /** One for each worker, for the use case and for the bare SQL. */
  readonly reviews: readonly ReviewId[]
  readonly bareReviews: readonly ReviewId[]
}

async function makeSetting(database: Database): Promise<Setting> {
  const municipality = getId<MunicipalityId>(randomUUID())
  const person = getId<PersonId>(randomUUID())
  const actor = { municipalityId: municipality, personId: null }
  const unit = await database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'bench', subjectKind: 'municipality' })
    await db.insertInto('municipality').values({ name: 'Bench', municipality_id: municipality }).execute()
    await db.insertInto('person').values({ id: person, name: 'Bench', initials: 'B', email: null }).execute()
    const made = await db
      .insertInto('unit')
      .values({ name: 'Nord', kind: 'family' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return made.id
  })
  const round = await createReviewRound(database, actor, person, unit)
  const make = async (name: string): Promise<ReviewId[]> => {
    const ids: ReviewId[] = []
    for (let i = 0; i < connections; i += 1) {
      const added = { caseId: `${name}-${i}`, reviewers: { 1: [person] } } as const
      ids.push((await addReviewedCase(database, actor, round, added)).review(1))
    }
    return ids
  }
  return {
    database,
    municipality,
    person,
    round,
    unit,
    reviews: await make('a'),
    bareReviews: await make('b'),
  }
}

/** A worker goes round its review's questions, changing each answer's comment, as the form does. */
function useCase({ database, municipality, person, round, unit, reviews }: Setting): Act {
  const questions = getStage(round.programme, 'underretning').questions
  const versions = reviews.map(() => new Map<string, number>())
  const sessionId = getId<SessionId>(randomUUID())
  let count = 0
  return async (worker, turn) => {
    const { key = '' } = questions[turn % questions.length] ?? {}
    const [review, seen] = [reviews[worker], versions[worker]]
    if (review === undefined || seen === undefined) throw new Error('no review for this worker')
    const now = new Date()
    const context: Context = {
      database,
      now,
      today: now.toISOString().slice(0, 10),
      language: 'da',
      actor: { municipalityId: municipality, personId: person, sessionId },
      roles: [{ role: 'department-manager', unit, from: '2017-01-01', until: null }],
      session: {
        method: 'password',
        authenticatedAt: now,
        endsAt: now,
        factorMissing: false,
        passwordGiven: false,
      },
    }
    count += 1
    const saved = await saveAnswer(context, {
      review,
      question: key,
      answer: 'yes',
      value: null,
      overrideReason: null,
      comment: `save ${count}`,
      evidenceReference: null,
      evidenceDate: null,
      version: seen.get(key) ?? 0,
    })
    if (!saved.ok) throw new Error(saved.refusal)
    seen.set(key, saved.value.version)
  }
}

function bareSql(pool: Pool, { municipality, person, round, bareReviews }: Setting): Act {
  const questions = getStage(round.programme, 'underretning').questions
  let count = 0
  return async (worker, turn) => {
    const question = questions[turn % questions.length]
    if (question === undefined) throw new Error('the stage has no questions')
    count += 1
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `insert into change_entry (municipality_id, person_id, act, room, subject_kind, subject_id, detail)
          values ($1, $2, 'answer', 'review', 'review', $3, $4)`,
        [municipality, person, bareReviews[worker], JSON.stringify({ question: question.key })],
      )
      await client.query(
        `insert into review_answer as a (municipality_id, review_id, question_key, answer, wording,
            programme_version_id, comment, answered_by)
          values ($1, $2, $3, 'yes', $4, $5, $6, $7)
          on conflict (municipality_id, review_id, question_key) do update
          set answer = excluded.answer, wording = excluded.wording, comment = excluded.comment,
            answered_by = excluded.answered_by, answered_at = now(), version = a.version + 1`,
        [
          municipality,
          bareReviews[worker],
          question.key,
          question.text.da,
          round.programmeVersionId,
          `save ${count}`,
          person,
        ],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}
