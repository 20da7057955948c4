import { randomUUID } from 'node:crypto'
import { readRecord } from '../src/app/access/record/read-record.ts'
import type { Context } from '../src/app/frame/context.ts'
import { getId, type PersonId, type SessionId } from '../src/storage/ids.ts'
import type { Bench } from './bench.ts'
import { openSealBench, type SealBench } from './load/seal-database.ts'

/** `LOG_ENTRIES=10000000` for as many as a large municipality writes in years; filling takes some minutes then. */
const entries = Number(process.env['LOG_ENTRIES'] ?? 1_000_000)
const cases = 40_000
/** One entry in ten is of a list, which showed so many cases. */
const shown = 20
/** Looks at the one child that everybody has looked at. */
const busy = 20_000
const rounds = 20

/**
 * Who has seen a child's record, through the use case: right, log entry, what the lists showed, people and roles. The yardstick is
 * reading as many entries by their primary key, by hand-written SQL of the superuser. The aim is under a second in 10,000,000
 * entries, also for a child with 20,000 looks.
 */
export const bench: Bench = {
  name: 'log-lookup',
  target: 15,
  async run() {
    const opened = await openSealBench()
    try {
      return await measure(opened)
    } finally {
      await opened.close()
    }
  },
}

async function measure({ database, actor: { municipalityId }, bare }: SealBench) {
  const personId = getId<PersonId>(randomUUID())
  const filling = await timed(() => fill(bare, municipalityId, personId))
  const now = new Date()
  const context: Context = {
    database,
    now,
    today: now.toISOString().slice(0, 10),
    language: 'da',
    actor: { municipalityId, personId, sessionId: getId<SessionId>(randomUUID()) },
    roles: [{ role: 'administrator', unit: null, from: '2017-01-01', until: null }],
    session: {
      method: 'password',
      authenticatedAt: now,
      endsAt: now,
      factorMissing: false,
      passwordGiven: false,
    },
  }
  const looked: number[] = []
  const keyed: number[] = []
  for (let i = 0; i < rounds; i += 1) {
    const caseId = `K${1 + i * 1000}`
    looked.push(await timed(() => look(context, caseId)))
    keyed.push(await timed(() => readByKey(bare, municipalityId, i)))
  }
  const busiest: number[] = []
  for (let i = 0; i < 5; i += 1) busiest.push(await timed(() => look(context, 'K0')))
  const most = Math.max(...looked, ...busiest)
  return {
    ratio: most > 1000 ? Number.POSITIVE_INFINITY : median(looked) / median(keyed),
    detail:
      `${entries} entries, ${Math.round((entries / 10) * shown)} cases in lists: a record in ${median(looked).toFixed(1)} ms ` +
      `(longest ${Math.max(...looked).toFixed(1)}), one with ${busy} looks in ${median(busiest).toFixed(1)} ms ` +
      `(longest ${Math.max(...busiest).toFixed(1)}); ` +
      `51 entries by key in ${median(keyed).toFixed(1)} ms; filled in ${(filling / 1000).toFixed(0)} s`,
  }
}

async function look(context: Context, caseId: string): Promise<void> {
  const read = await readRecord(context, undefined, { case: caseId })
  if (!read.ok || read.value.looks.length < 10) throw new Error('the record was not found')
}

async function readByKey(bare: SealBench['bare'], municipality: string, seed: number): Promise<void> {
  const ids = Array.from({ length: 51 }, (_, i) => 1 + ((seed * 7919 + i * 104_729) % entries))
  const { rows } = await bare.query(
    'select * from access_entry where municipality_id = $1 and id = any($2)',
    [municipality, ids],
  )
  if (rows.length < 40) throw new Error('the entries were not found')
}

async function fill(bare: SealBench['bare'], municipality: string, person: string): Promise<void> {
  await bare.query(`insert into person (municipality_id, id, name, initials) values ($1, $2, 'Bænk', 'BB')`, [
    municipality,
    person,
  ])
  const unit = randomUUID()
  await bare.query(`insert into unit (municipality_id, id, name, kind) values ($1, $2, 'Nord', 'family')`, [
    municipality,
    unit,
  ])
  await bare.query(
    `insert into case_stage (municipality_id, case_id, stage, unit_id, caseworker, started)
     select $1, 'K' || n, 'underretning', $2, 'BB', '2026-01-01' from generate_series(0, $3 - 1) n`,
    [municipality, unit, cases],
  )
  // The trigger works for the app, within a municipality's claim; here the index is filled by hand.
  await bare.query('alter table access_entry disable trigger index_shown_cases')
  // In parts, so that no statement is hours long.
  const part = 500_000
  for (let from = 0; from < entries; from += part)
    await bare.query(
      `insert into access_entry (municipality_id, at, person_id, act, subject_kind, subject_id, detail)
       select $1, now() - (($5 - n) || ' seconds')::interval, $2,
         case when n % 10 = 0 then 'show-cases' else 'open-case-deadlines' end, 'case',
         case when n % 10 = 0 then null when n % ($5 / $6) = 1 then 'K0' else 'K' || (1 + (n * 7919) % ($7 - 1)) end,
         case when n % 10 = 0 then jsonb_build_object('during', 'list-deadlines', 'cases',
           (select jsonb_agg('K' || (1 + (n * 31 + i * 1999) % ($7 - 1))) from generate_series(1, $8) i))
         else '{}' end
       from generate_series($3::bigint, $4::bigint) n`,
      [municipality, person, from + 1, Math.min(entries, from + part), entries, busy, cases, shown],
    )
  await bare.query(
    `insert into access_hit (municipality_id, case_id, entry_id)
     select distinct e.municipality_id, c.case_id, e.id
     from access_entry e cross join jsonb_array_elements_text(e.detail -> 'cases') as c(case_id)
     where e.act = 'show-cases'`,
  )
  await bare.query('alter table access_entry enable trigger index_shown_cases')
  await bare.query('vacuum analyze access_entry')
  await bare.query('vacuum analyze access_hit')
  await bare.query('analyze')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
