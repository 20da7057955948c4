import { spawn } from 'node:child_process'
import { hash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { purgeAsOwner } from '../../src/boot/purge.ts'
import { whyKept } from '../../src/core/access/retention/due.ts'
import { caseKinds } from '../../src/core/access/retention/kinds.ts'
import { listParts } from '../../src/storage/access/retention/parts.ts'
import { countRows } from '../../src/storage/access/retention/runs.ts'
import { findClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded/server.ts'
import { getId, type MunicipalityId, type PersonId } from '../../src/storage/ids.ts'
import { listMigrations, migrate } from '../../src/storage/migrator.ts'
import { createPool } from '../../src/storage/pool.ts'
import { approvePurge } from '../support/approved-purge.ts'
import { ownerUrlOf } from '../support/backups.ts'
import { createTestDatabase } from '../support/database.ts'

const program = fileURLToPath(new URL('../support/purge-and-die.ts', import.meta.url))
/** `PURGE_KILLS=200` for the long run. */
const kills = Number(process.env['PURGE_KILLS'] ?? 3)
const today = '2099-01-01'
const periods = Object.fromEntries(caseKinds.map((kind) => [kind, 12]))

const toClose: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of toClose.toReversed()) await close()
})

async function run(ownerUrl: string, life?: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdin.end(JSON.stringify({ ownerUrl, claimKey: inject('postgres').claimKey, today }))
  if (life !== undefined) {
    await once(child.stdout, 'data')
    await Promise.race([pause(life), ended])
    child.kill('SIGKILL')
  }
  await ended
  return said.trim().split('\n')
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const each of counts)
    for (const [table, n] of Object.entries(each)) sums[table] = (sums[table] ?? 0) + n
  return sums
}

test(
  `a purge killed ${kills} times at random moments leaves each case whole or gone, and goes on where it was`,
  async () => {
    const held = await createTestDatabase({ demo: true })
    toClose.push(() => held.close())
    const ownerUrl = await ownerUrlOf(held.superPool)
    const { rows: people } = await held.superPool.query<{ municipality_id: string; id: string }>(
      'select municipality_id, p.id from person p join municipality m using (municipality_id) where m.demo order by p.name limit 2',
    )
    const municipalityId = getId<MunicipalityId>(people[0]?.municipality_id ?? '')
    const actor = { municipalityId, personId: getId<PersonId>(people[0]?.id ?? '') }
    const look = { act: 'test', subjectKind: 'case' }
    const asProgram = { municipalityId, personId: null }
    const parts = await held.database.transaction(asProgram, async (tx) =>
      listParts(await tx.recordAccess(look)),
    )
    const cases = parts
      .filter((each) => whyKept(each.parts, periods, today) === undefined)
      .toSorted((a, b) => b.parts.length - a.parts.length)
      .slice(0, 4 * kills)
      .map(({ caseId }) => caseId)
    const rowsOf = (some: readonly string[]) =>
      held.database.transaction(asProgram, async (tx) => countRows(await tx.recordAccess(look), some))
    const before = new Map<string, Readonly<Record<string, number>>>()
    const id = await approvePurge(held.database, actor, getId<PersonId>(people[1]?.id ?? ''), {
      cases,
      today,
    })
    for (const caseId of cases) before.set(caseId, await rowsOf([caseId]))

    for (let round = 0; round < kills; round += 1) {
      // However fast the machine is, it finds something left to kill: the last case is held back.
      const holder = await held.superPool.connect()
      await holder.query('begin')
      await holder.query('select from purge_case order by case_id desc limit 1 for update')
      await run(ownerUrl, 300 + Math.random() * 1500)
      await holder.query('rollback')
      holder.release()
      // What the killed process had begun is over when its connections are.
      await expect
        .poll(async () => {
          const { rowCount } = await held.superPool.query(
            `select from pg_stat_activity where datname = current_database() and usename = 'tilsyn_owner'`,
          )
          return rowCount
        })
        .toBe(0)
      const { rows } = await held.superPool.query<{ case_id: string }>('select case_id from purge_case')
      const waiting = new Set(rows.map(({ case_id: caseId }) => caseId))
      expect(waiting.size).toBeGreaterThan(0)
      expect(await rowsOf(cases.filter((caseId) => !waiting.has(caseId)))).toEqual({})
      expect(await rowsOf([...waiting])).toEqual(
        sumOf([...waiting].map((caseId) => before.get(caseId) ?? {})),
      )
      const counted = await held.superPool.query('select erased, left_alone from purge_run where id = $1', [
        id,
      ])
      expect(counted.rows).toEqual([{ erased: cases.length - waiting.size, left_alone: 0 }])
    }
    expect(await run(ownerUrl)).toEqual(['begun', 'done'])
    const finished = await held.superPool.query(
      'select erased, left_alone, finished_at is not null as finished from purge_run where id = $1',
      [id],
    )
    expect(finished.rows).toEqual([{ erased: cases.length, left_alone: 0, finished: true }])
  },
  120_000 + kills * 30_000,
)

/** Files below the folder that hold one of these, with which. */
async function filesWith(
  folder: string,
  wanted: Readonly<Record<string, Buffer>>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => undefined)
    for (const [name, what] of Object.entries(wanted)) if (bytes?.includes(what) === true) found.push(name)
  }
  return [...new Set(found)].toSorted()
}

test('nothing of an erased case is in any file of the data folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-purge-'))
  const outside = `${folder}-outside`
  toClose.push(async () => {
    await rm(folder, { recursive: true, force: true })
    await rm(outside, { recursive: true, force: true })
  })
  const started = await startEmbedded({ folder, outside, onLost: () => undefined })
  if (!started.ok) throw new Error(started.problems[0]?.text.en)
  const server = started.value
  toClose.push(() => server.stop())
  const claimKey = findClaimKey(server.claimKey)
  if (claimKey === undefined) throw new Error('no claim key')
  await migrate(server.ownerUrl, claimKey, await listMigrations())
  const database = openDatabase({
    pool: createPool(server.ownerUrl, 2, () => undefined),
    claimKey,
    now: Date.now,
  })
  toClose.push(() => database.close())
  const municipalityId = getId<MunicipalityId>(randomUUID())
  const actor = { municipalityId, personId: getId<PersonId>(randomUUID()) }
  const second = getId<PersonId>(randomUUID())
  const vault = openCprVault({ bytes: Buffer.alloc(32, 7) }, municipalityId)
  const cpr = '0101174000'
  const wanted = {
    caseNumber: Buffer.from('Sag-Grævlingebakken-4711'),
    name: Buffer.from('Ylva Grævlingsdatter'),
    cpr: Buffer.from(cpr),
    cprHash: vault.hash(cpr),
    answer: Buffer.from('Netværket blev aldrig spurgt om sommerhuset'),
    event: Buffer.from('Anmeldt af den gule nabo'),
    notes: Buffer.from('Plan drøftet ved det blå bord'),
  }
  const text = (name: keyof typeof wanted): string => wanted[name].toString()
  await database.transaction({ municipalityId, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({
      room: 'access',
      act: 'create-municipality',
      subjectKind: 'municipality',
    })
    const caseId = text('caseNumber')
    const unit = randomUUID()
    const round = randomUUID()
    const version = randomUUID()
    const stage = randomUUID()
    const child = randomUUID()
    const draw = randomUUID()
    const review = randomUUID()
    const seed = Buffer.alloc(32, 3)
    const digest = hash('sha256', seed)
    const statements = [
      sql`insert into municipality (name) values ('Grævlingekommune')`,
      sql`insert into person (id, name, initials) values (${actor.personId}, 'Prøve Et', 'P1'), (${second}, 'Prøve To', 'P2')`,
      sql`insert into unit (id, name, kind) values (${unit}, 'Nord', 'family')`,
      sql`insert into child (id, external_id, cpr_hash, cpr_encrypted) values
        (${child}, ${text('name')}, ${vault.hash(cpr)}, ${vault.encrypt(cpr)})`,
      sql`insert into case_stage (id, case_id, stage, unit_id, caseworker, child_id, started, completed, attributes) values
        (${stage}, ${caseId}, 'underretning', ${unit}, 'P1', ${child}, '2020-01-05', '2020-02-20',
          jsonb_build_object('navn', ${text('name')}::text, 'cpr', ${cpr}::text))`,
      sql`insert into programme_version (id, key, version, title_da, title_en, source, digest, published_at) values
        (${version}, 'p', 1, 'P', 'P', 'p', ${digest}, now())`,
      sql`insert into round (id, key, title_da, title_en, programme_version_id, period_from, period_to, state, opened_at, closed_at)
        values (${round}, 'r', 'R', 'R', ${version}, '2020-01-01', '2020-03-01', 'closed', '2020-04-01', '2020-06-01')`,
      sql`insert into draw (id, round_id, level, phase, algorithm, frame_digest, seed_digest, seed, selection, eligibility)
        values (${draw}, ${round}, 1, 'r/1', 'a', ${digest}, ${digest}, ${seed}, '{}', '[]')`,
      sql`insert into draw_stratum (draw_id, stratum, eligible, wanted) values (${draw}, 'Nord', 1, 1)`,
      sql`insert into draw_case (draw_id, case_stage_id, case_id, stage, stratum, key, ord, status, content, unit_id) values
        (${draw}, ${stage}, ${caseId}, 'underretning', 'Nord', 0.5, 1, 'drawn', jsonb_build_object('unit', 'Nord',
          'caseworker', 'P1', 'started', '2020-01-05', 'completed', '2020-02-20', 'attributes', jsonb_build_object('navn', ${text('name')}::text)), ${unit})`,
      sql`insert into review (id, round_id, level, case_stage_id, draw_id, unit_id, state, assigned_to, started_at, submitted_at)
        values (${review}, ${round}, 1, ${stage}, ${draw}, ${unit}, 'submitted', ${second}, '2020-05-01', '2020-05-02')`,
      sql`insert into review_answer (review_id, question_key, answer, wording, programme_version_id, comment, answered_by) values
        (${review}, 'q1', 'no', 'Er netværket spurgt?', ${version}, ${text('answer')}, ${second})`,
      sql`insert into walk_through (case_id, unit_id, held_on, participants, notes, opened_at, closed_at, closed_by) values
        (${caseId}, ${unit}, '2020-02-01', '[]', ${text('notes')}, '2020-02-01', '2020-02-02', ${second})`,
      sql`insert into event_source (name) values ('kilde')`,
      sql`insert into case_event (source_id, event_key, case_id, kind, day, unit, caseworker, child_id, attributes, batch_id)
        select id, 'e1', ${caseId}, 'k', '2020-01-05', 'Nord', 'P1', ${child}, jsonb_build_object('note', ${text('event')}::text), null from event_source`,
    ]
    for (const statement of statements) await statement.execute(db)
    await tx.recordAccess({ act: 'open-case', subjectKind: 'case', subjectId: caseId })
    await tx.recordAccess({
      act: 'show-cases',
      subjectKind: 'case-list',
      detail: { cases: [caseId, 'Sag-2'] },
    })
  })
  const all = Object.keys(wanted).toSorted()
  const places = async () =>
    [...new Set([...(await filesWith(server.data, wanted)), ...(await filesWith(folder, wanted))])].toSorted()
  await approvePurge(database, actor, second, { cases: [text('caseNumber')], today })
  expect(await places()).toEqual(all)
  const done = await purgeAsOwner(
    { ownerUrl: server.ownerUrl, claimKey },
    { today, progress: () => undefined, purged: () => undefined },
  )
  expect(done).toEqual({ ok: true, value: { left: [] } })
  expect(await places()).toEqual([])
}, 180_000)
