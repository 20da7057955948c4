import { randomUUID } from 'node:crypto'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { getWeekReport } from '../src/app/caseflow/flow/get-report.ts'
import { judgeWaitingCases } from '../src/app/caseflow/judge-cases.ts'
import type { Context } from '../src/app/frame/context.ts'
import { dayOf } from '../src/core/calendar/danish-time.ts'
import { isoDay } from '../src/core/calendar/day-number.ts'
import { weekOf } from '../src/core/caseflow/flow/flow-period.ts'
import { parseDeadlineRules } from '../src/core/caseflow/parse-deadline-rules.ts'
import { chance } from '../src/demo/chance.ts'
import { judgeAllAgain } from '../src/storage/caseflow/case-to-judge.ts'
import { saveDeadlineRules } from '../src/storage/caseflow/deadline-rules.ts'
import { addEventSource } from '../src/storage/caseflow/event-source.ts'
import { findClaimKey } from '../src/storage/claim.ts'
import { openDatabase } from '../src/storage/database.ts'
import { clusterUrl } from '../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../src/storage/embedded/secrets.ts'
import { startEmbedded } from '../src/storage/embedded/server.ts'
import { getId, type MunicipalityId, type PersonId, type SessionId } from '../src/storage/ids.ts'
import { listMigrations, migrate } from '../src/storage/migrator.ts'
import { createPool } from '../src/storage/pool.ts'
import { toJson } from '../src/storage/tables/column.ts'
import type { Database } from '../src/storage/transaction.ts'
import type { Bench } from './bench.ts'

const casesAtFirst = 4000
/** As many cases in the end; what was worked out of the first ones is copied. */
const timesMore = 10
const units = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'By', 'Havn', 'Land']
const lawFile = 'deadlines-barnets-lov.yaml'

/**
 * The weekly report of a municipality with 4,000 cases, and with 40,000, through the use case: checks, access entry, counts
 * and statistics. The yardstick is one plain look at each row that reports are made of, by hand-written SQL of the
 * superuser, without row-level security. The aim is under 200 ms for 4,000 cases.
 */
export const bench: Bench = {
  name: 'week-page',
  target: 6,
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
      const pool = createPool(server.appUrl, 4, () => undefined)
      const database = openDatabase({ pool, claimKey, now: Date.now })
      const { superuser } = await readOrMakeSecrets(folder)
      const { pathname } = new URL(server.appUrl)
      const bare = new Pool({
        connectionString: clusterUrl(server.port, 'postgres', superuser, pathname.slice(1)),
        max: 1,
      })
      bare.on('error', () => undefined)
      const context = await fill(database)
      await bare.query('analyze')
      const few = await measure(context, bare)
      await multiply(bare)
      const many = await measure(context, bare)
      await bare.end()
      await database.close()
      return {
        ratio: few.own / few.yardstick,
        detail: `${casesAtFirst} cases ${few.own.toFixed(0)} ms (aim 200 ms), a look at each row ${few.yardstick.toFixed(1)} ms; ${casesAtFirst * timesMore} cases ${many.own.toFixed(0)} ms, each row ${many.yardstick.toFixed(0)} ms`,
      }
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    }
  },
}

async function measure(
  context: Context,
  bare: Pool,
): Promise<{ readonly own: number; readonly yardstick: number }> {
  const week = weekOf(dayOf(context.now.getTime()) - 7).name
  const own = await median(async () => {
    const report = await getWeekReport(context, week)
    if (!report.ok || report.value.figures.received.total === 0) throw new Error('an empty report')
  })
  const yardstick = await median(async () => {
    await bare.query('select fact, count(*), max(from_on) from case_flow group by 1')
    await bare.query('select verdict, count(*), max(due_on) from case_deadline group by 1')
  })
  return { own, yardstick }
}

/** Milliseconds; once before, so that plans and caches are as on a server that runs. */
async function median(work: () => Promise<void>): Promise<number> {
  await work()
  const times: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.toSorted((one, other) => one - other)[3] ?? 0
}

async function multiply(bare: Pool): Promise<void> {
  for (const table of ['case_flow', 'case_deadline']) {
    const { rows } = await bare.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and column_name <> 'case_id'`,
      [table],
    )
    const columns = rows.map(({ name }) => name).join(', ')
    await bare.query(
      `insert into ${table} (case_id, ${columns}) select case_id || '-' || copy, ${columns} from ${table}, generate_series(2, ${timesMore}) copy`,
    )
  }
  await bare.query('vacuum analyze')
}

async function fill(database: Database): Promise<Context> {
  const now = new Date()
  const municipality = getId<MunicipalityId>(randomUUID())
  const person = getId<PersonId>(randomUUID())
  const acting = { database, actor: { municipalityId: municipality, personId: null } }
  await database.transaction(
    acting.actor,
    async (tx) => {
      const writer = await tx.recordChange({ room: 'caseflow', act: 'bench', subjectKind: 'municipality' })
      const { db } = writer
      await db.insertInto('municipality').values({ name: 'Bench', municipality_id: municipality }).execute()
      await db
        .insertInto('person')
        .values({ id: person, name: 'Bench', initials: 'B', email: null })
        .execute()
      await db
        .insertInto('unit')
        .values(units.map((name) => ({ name, kind: 'family' as const })))
        .execute()
      const text = await readFile(new URL(`../programmes/${lawFile}`, import.meta.url), 'utf8')
      const rules = parseDeadlineRules(text, lawFile)
      if (!rules.ok) throw new Error('the rules are wrong')
      await saveDeadlineRules(writer, rules.value, text, { at: now, by: null })
      const source = await addEventSource(writer, 'bench')
      await tx.copy(
        writer,
        'case_event',
        ['source_id', 'event_key', 'case_id', 'kind', 'day', 'moment', 'unit', 'caseworker', 'attributes'],
        Array.from({ length: casesAtFirst }, (_, at) => eventsOf(at, dayOf(now.getTime()))).flatMap(
          (events) => events.map(([key, ...rest]) => [source, key, ...rest]),
        ),
      )
      await judgeAllAgain(writer)
    },
    { long: true },
  )
  await judgeWaitingCases(acting, now)
  return {
    database,
    now,
    today: isoDay(dayOf(now.getTime())),
    language: 'da',
    actor: {
      municipalityId: municipality,
      personId: person,
      sessionId: getId<SessionId>(randomUUID()),
    },
    roles: [{ role: 'director', unit: null, from: '2017-01-01', until: null }],
    session: {
      method: 'password',
      authenticatedAt: now,
      endsAt: now,
      factorMissing: false,
      passwordGiven: false,
    },
  }
}

/** Key, case, kind, day, moment, unit, caseworker, attributes: a notification, and what may follow from it. */
function eventsOf(at: number, today: number): readonly (readonly unknown[])[] {
  const random = chance(`week page ${at}`)
  const start = today - random.between(0, 700)
  const unit = units[at % units.length]
  const rows: (readonly unknown[])[] = []
  const add = (kind: string, after: number, attributes: Readonly<Record<string, string>> = {}): void => {
    const day = start + after
    if (day > today) return
    const moment = new Date(day * 86_400_000 + 8 * 3_600_000)
    const time = kind.startsWith('notification') && moment.getTime() < Date.now() ? moment : null
    rows.push([
      `${at}-${rows.length}`,
      `K${at}`,
      kind,
      isoDay(day),
      time,
      unit,
      `s${at % 60}`,
      toJson(attributes),
    ])
  }
  add('notification-received', 0)
  add('notification-assessed', random.between(0, 1))
  add('notification-acknowledged', random.between(1, 9))
  if (random.next() < 0.5) {
    add('notification-closed', random.between(5, 30))
    return rows
  }
  add('assessment-opened', 10)
  const ready = random.between(60, 160)
  add('child-conversation', 40)
  add('assessment-completed', ready)
  add('measure-decided', ready + 5)
  add('plan-made', ready + 5)
  add('measure-started', ready + 8, { measure: at % 3 === 0 ? 'Kontaktperson' : 'Aflastning' })
  for (let held = ready + 80; held < 700; held += random.between(120, 200)) add('follow-up-held', held)
  return rows
}
