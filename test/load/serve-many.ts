// The server under load in a process of its own: ten municipalities with a million review items and the sessions of the
// people who use them. Reports one line of JSON, serves until SIGTERM.
// Arguments: data folder, number of municipalities, sessions in each, reviews of one reviewer.
import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { startSession } from '../../src/app/access/start-session.ts'
import { workingLimits } from '../../src/app/access/session-limits.ts'
import { startDatabase } from '../../src/boot/database.ts'
import { wireServer } from '../../src/boot/server.ts'
import type { Role } from '../../src/core/access/role.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import { clusterUrl } from '../../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../../src/storage/embedded/secrets.ts'
import { getId, type MunicipalityId, type PersonId, type UnitId } from '../../src/storage/ids.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import { createReviewRound, type ReviewRound } from '../support/review-round.ts'
import type { ManyReport, SignedIn } from './many-report.ts'

const [folder = '', municipalities = '0', sessions = '0', each = '0'] = process.argv.slice(2)
/** Of a reviewer's reviews; the others are submitted. */
const openShare = 0.1
const roundKey = '2023q4'
const unitNames = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt']
/** One in ten of the people does not review: they look at what the others do. */
const onlookers: readonly Role[] = [
  'director',
  'staff-lawyer',
  'central-lawyer',
  'director',
  'central-lawyer',
]

const started = await startDatabase(
  { kind: 'embedded', folder, outside: `${folder}-outside` },
  { now: Date.now, log: () => undefined, onLost: () => process.exit(3) },
)
if (!started.ok) throw new Error(started.problems[0]?.text.en)
const { database, draftSecret, embedded, stop } = started.value
if (embedded === undefined) throw new Error('no server of its own')
const { superuser } = await readOrMakeSecrets(folder)
const bare = new Pool({
  connectionString: clusterUrl(embedded.port, 'postgres', superuser, 'tilsyn'),
  max: 1,
})

const signedIn: SignedIn[] = []
let items = 0
let questions: readonly string[] = []
for (let i = 0; i < Number(municipalities); i += 1) await addMunicipality(i)
await bare.query('vacuum analyze')
await bare.end()

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
  log: { level: 'warn', write: (line) => void process.stderr.write(line) },
})
const report: ManyReport = {
  address: (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost'),
  items,
  questions,
  signedIn,
}
process.once('SIGTERM', () => void app.close().then(stop))
process.stdout.write(`${JSON.stringify(report)}\n`)

async function addMunicipality(number: number): Promise<void> {
  const municipality = getId<MunicipalityId>(crypto.randomUUID())
  const actor = { municipalityId: municipality, personId: null }
  const { units, people } = await addPeople(actor, `Kommune ${number + 1}`)
  const [firstUnit] = units
  const [first] = people
  if (firstUnit === undefined || first === undefined) throw new Error('nobody was added')
  const round = await createReviewRound(database, actor, first.id, firstUnit, roundKey, undefined, [1])
  questions = getStage(round.programme, 'underretning').questions.map(({ key }) => key)
  const reviews = await addReviews(
    actor,
    round,
    people.filter(({ unit }) => unit !== null),
  )
  for (const { id } of people) {
    const { open = [], submitted = [] } = reviews.get(id) ?? {}
    const cookie = await signIn(actor, id)
    signedIn.push({ cookie, round: roundKey, open, submitted })
  }
}

interface Somebody {
  readonly id: PersonId
  /** Null: not a reviewer. */
  readonly unit: UnitId | null
}

async function addPeople(
  actor: Actor,
  name: string,
): Promise<{ readonly units: readonly UnitId[]; readonly people: readonly Somebody[] }> {
  return database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'load', subjectKind: 'municipality' })
    await db.insertInto('municipality').values({ name, municipality_id: actor.municipalityId }).execute()
    const made = await db
      .insertInto('unit')
      .values(unitNames.map((unit) => ({ name: unit, kind: 'family' as const })))
      .returning('id')
      .execute()
    const units = made.map(({ id }) => id)
    const people: Somebody[] = []
    for (let i = 0; i < Number(sessions); i += 1) {
      const looksOn = i % 10 === 9
      const unit = looksOn ? null : (units[i % units.length] ?? null)
      const { id } = await db
        .insertInto('person')
        .values({ name: `Person ${i}`, initials: `P${i}`, email: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('role_assignment')
        .values({
          person_id: id,
          role: looksOn
            ? (onlookers[Math.floor(i / 10) % onlookers.length] ?? 'director')
            : 'department-manager',
          unit_id: unit,
          valid_from: '2017-09-01',
          valid_to: null,
        })
        .execute()
      people.push({ id, unit })
    }
    return { units, people }
  })
}

/** By plain statements of the superuser with triggers and checks off: a million rows through the program take an hour. */
async function addReviews(
  actor: Actor,
  round: ReviewRound,
  reviewers: readonly Somebody[],
): Promise<ReadonlyMap<PersonId, { open: string[]; submitted: string[] }>> {
  const draw = round.draws.get(1)
  const values = [
    actor.municipalityId,
    round.id,
    draw,
    round.programmeVersionId,
    reviewers.map(({ id }) => id),
    reviewers.map(({ unit }) => unit),
    Number(each),
    Math.ceil(Number(each) * openShare),
    questions,
  ]
  const client = await bare.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `create temporary table made on commit drop as
       select gen_random_uuid() as stage_id, gen_random_uuid() as review_id, 'K' || p.n || '-' || k as case_id,
         p.person, p.unit, k <= $4 as is_open
       from unnest($1::uuid[], $2::uuid[]) with ordinality as p (person, unit, n), generate_series(1, $3::int) k`,
      [values[4], values[5], values[6], values[7]],
    )
    await client.query(
      `insert into case_stage (municipality_id, id, case_id, stage, unit_id, caseworker, started, completed)
       select $1, stage_id, case_id, 'underretning', unit, 'SB1', '2023-10-02', '2023-12-29' from made`,
      [values[0]],
    )
    await client.query(
      `insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part)
       select $1, stage_id, 'SB1', 'responsible' from made`,
      [values[0]],
    )
    await client.query(
      `insert into draw_case (municipality_id, draw_id, case_stage_id, case_id, stage, stratum, content, unit_id, key, ord, status)
       select $1, $2, stage_id, case_id, 'underretning', 'Nord',
         '{"unit":"Nord","caseworker":"SB1","started":"2023-10-02","completed":"2023-12-29","attributes":{}}',
         unit, 0.5, row_number() over (), 'drawn' from made`,
      [values[0], values[2]],
    )
    await client.query(
      `insert into review (municipality_id, id, round_id, level, case_stage_id, draw_id, unit_id, state, assigned_to,
         started_at, submitted_at, minutes, apart)
       select $1, review_id, $2, 1, stage_id, $3, unit, case when is_open then 'in-progress' else 'submitted' end, person,
         now() - interval '2 days', case when is_open then null else now() - interval '1 day' end,
         case when is_open then null else 40 end, false from made`,
      [values[0], values[1], values[2]],
    )
    await client.query(
      `insert into review_event (municipality_id, review_id, person_id, kind)
       select $1, review_id, person, kind from made, unnest(array['declared', 'submitted']) as kind
       where kind = 'declared' or not is_open`,
      [values[0]],
    )
    const { rowCount } = await client.query(
      `insert into review_answer (municipality_id, review_id, question_key, answer, wording, programme_version_id,
         comment, answered_by)
       select $1, review_id, question, case when hashtext(review_id || question) % 5 = 0 then 'no' else 'yes' end,
         'wording', $2, 'Set i journalen.', person
       from made, unnest($3::text[]) as question`,
      [values[0], values[3], questions],
    )
    items += rowCount ?? 0
    const { rows } = await client.query<{ person: PersonId; review_id: string; is_open: boolean }>(
      'select person, review_id, is_open from made',
    )
    await client.query('commit')
    const found = new Map<PersonId, { open: string[]; submitted: string[] }>()
    for (const { person, review_id: review, is_open: open } of rows) {
      const of = found.get(person) ?? { open: [], submitted: [] }
      of[open ? 'open' : 'submitted'].push(review)
      found.set(person, of)
    }
    return found
  } finally {
    client.release()
  }
}

async function signIn(actor: Actor, personId: PersonId): Promise<string> {
  const now = new Date()
  const open = { database, now, today: now.toISOString().slice(0, 10), language: 'da' } as const
  const who = { municipalityId: actor.municipalityId, personId }
  const how = { act: 'sign-in', before: undefined } as const
  const { token } = await startSession(open, who, how, { limits: workingLimits, randomBytes })
  return `tilsyn=${token}`
}
