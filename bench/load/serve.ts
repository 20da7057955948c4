// The server under load, in a process of its own: its own PostgreSQL on the folder in the first argument, so many
// reviewers as the second says, each signed in with a review of their own. Reports one line of JSON, serves until SIGTERM.
import { randomBytes } from 'node:crypto'
import { startSession } from '../../src/app/access/start-session.ts'
import { workingLimits } from '../../src/app/access/session-limits.ts'
import { startDatabase } from '../../src/boot/database.ts'
import { wireServer } from '../../src/boot/server.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import { getId, type MunicipalityId, type PersonId, type UnitId } from '../../src/storage/ids.ts'
import { addReviewedCase, createReviewRound } from '../../test/support/review-round.ts'

/** What the load needs to know. */
export interface LoadReport {
  readonly address: string
  readonly port: number
  readonly questions: readonly string[]
  readonly reviewers: readonly { readonly cookie: string; readonly review: string }[]
  /** For the bare SQL, which writes into a review of its own. */
  readonly bare: {
    readonly municipality: string
    readonly person: string
    readonly review: string
    readonly programmeVersion: string
  }
}

const [folder = '', count = '0'] = process.argv.slice(2)
const started = await startDatabase(
  { kind: 'embedded', folder, outside: `${folder}-outside` },
  { now: Date.now, log: () => undefined, onLost: () => process.exit(3) },
)
if (!started.ok) throw new Error(started.problems[0]?.text.en)
const { database, draftSecret, embedded, stop } = started.value
if (embedded === undefined) throw new Error('no server of its own')

const municipality = getId<MunicipalityId>(crypto.randomUUID())
const actor = { municipalityId: municipality, personId: null }
const { unit, people } = await database.transaction(actor, async (tx) => {
  const { db } = await tx.recordChange({ room: 'access', act: 'bench', subjectKind: 'municipality' })
  await db.insertInto('municipality').values({ name: 'Bench', municipality_id: municipality }).execute()
  const made = await db
    .insertInto('unit')
    .values({ name: 'Nord', kind: 'family' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ids: PersonId[] = []
  for (let i = 0; i <= Number(count); i += 1) ids.push(await addReviewer(i, made.id))
  return { unit: made.id, people: ids }

  async function addReviewer(i: number, unitId: UnitId): Promise<PersonId> {
    const { id } = await db
      .insertInto('person')
      .values({ name: `Reviewer ${i}`, initials: `R${i}`, email: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('role_assignment')
      .values({
        person_id: id,
        role: 'department-manager',
        unit_id: unitId,
        valid_from: '2017-09-01',
        valid_to: null,
      })
      .execute()
    return id
  }
})

const [spare, ...reviewing] = people
if (spare === undefined) throw new Error('nobody was added')
const round = await createReviewRound(database, actor, spare, unit)
const addCase = async (caseId: string, person: PersonId) =>
  (await addReviewedCase(database, actor, round, { caseId, reviewers: { 1: [person] } })).review(1)
const limits = workingLimits
const reviewers: { cookie: string; review: string }[] = []
for (const [i, personId] of reviewing.entries()) {
  const now = new Date()
  const open = { database, now, today: now.toISOString().slice(0, 10), language: 'da' } as const
  const who = { municipalityId: municipality, personId }
  const how = { act: 'sign-in', before: undefined } as const
  const { token } = await startSession(open, who, how, { limits, randomBytes })
  reviewers.push({ cookie: `tilsyn=${token}`, review: await addCase(`load-${i}`, personId) })
}
const { app } = await wireServer({
  database,
  draftSecret,
  configuration: {
    production: false,
    publicOrigin: undefined,
    secure: false,
    trustProxy: false,
    smtp: undefined,
  },
  demo: false,
  loopback: true,
  clock: () => new Date(),
  log: { level: 'warn', write: () => undefined },
})
const report: LoadReport = {
  address: (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost'),
  port: embedded.port,
  questions: getStage(round.programme, 'underretning').questions.map(({ key }) => key),
  reviewers,
  bare: {
    municipality,
    person: spare,
    review: await addCase('bare', spare),
    programmeVersion: round.programmeVersionId,
  },
}
process.once('SIGTERM', () => void app.close().then(stop))
process.stdout.write(`${JSON.stringify(report)}\n`)
