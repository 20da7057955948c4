import { appendFile, chmod, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Sealer } from '../../src/app/access/seal/sealer.ts'
import { headText } from '../../src/core/access/seal/head.ts'
import { openHeadsFolder } from '../../src/storage/access/seal/heads-folder.ts'
import { openSealKey } from '../../src/storage/access/seal/key-file.ts'
import { behindTheBack, createSealedLogs, getKey, type SealedLogs } from '../support/sealed-logs.ts'

let logs: SealedLogs
beforeEach(async () => {
  logs = await createSealedLogs()
})
afterEach(() => logs.close())

/** Ids without a seal, of both logs of all municipalities. */
async function unsealed(): Promise<readonly string[]> {
  const { rows } = await logs.held.superPool.query<{ name: string }>(`
    select log || ' ' || id as name from (
      select municipality_id, 'access' as log, id from access_entry
      union all select municipality_id, 'change', id from change_entry) e
    where not exists (select from log_seal s
      where s.municipality_id = e.municipality_id and s.log = e.log and s.entry_id = e.id) order by 1`)
  return rows.map(({ name }) => name)
}

const kinds = async (means?: Parameters<SealedLogs['verify']>[1]): Promise<readonly string[]> =>
  (await logs.verify(logs.held.first, means)).findings.kept.map(({ kind }) => kind)

describe('sealing', () => {
  test('covers every entry of both logs of every municipality, and those that come later', async () => {
    const sealer = await logs.newSealer()
    await logs.act()
    await sealer.round()
    expect(await unsealed()).toEqual([])
    await logs.act(logs.held.second.actor)
    expect(await unsealed()).toHaveLength(2)
    await sealer.round()
    expect(await unsealed()).toEqual([])
    const { findings, signed, written } = await logs.verify()
    expect([findings.kept, signed, written?.heads]).toEqual([[], true, 1])
    expect((await logs.verify(logs.held.second)).findings.kept).toEqual([])
  })

  test('seals what was there before the update, however much, batch by batch', async () => {
    await behindTheBack(
      logs.held.superPool,
      `insert into access_entry (municipality_id, act, subject_kind)
        select $1, 'open-review', 'review' from generate_series(1, 12000)`,
      [logs.held.first.municipalityId],
    )
    await behindTheBack(logs.held.superPool, 'update access_entry set written_in = null')
    await behindTheBack(logs.held.superPool, 'update change_entry set written_in = null')
    await (await logs.newSealer()).round()
    expect(await unsealed()).toEqual([])
    const { findings, entries } = await logs.verify()
    expect([findings.kept, entries]).toEqual([[], 12_001])
  })

  test('goes on where a killed server stopped in the middle of a backlog, and finds what came in between', async () => {
    await behindTheBack(
      logs.held.superPool,
      `insert into access_entry (municipality_id, act, subject_kind)
        select $1, 'open-review', 'review' from generate_series(1, 7000)`,
      [logs.held.first.municipalityId],
    )
    const sealer = await logs.newSealer()
    await sealer.round()
    // As the kill left it: only the first batch was committed.
    await behindTheBack(logs.held.superPool, 'delete from log_seal where position > 5001')
    await behindTheBack(logs.held.superPool, 'delete from log_head where size > 5001')
    await rm(join(logs.folder, (await headFiles())[0] ?? ''))
    await logs.act()
    await (await logs.newSealer()).round()
    expect(await unsealed()).toEqual([])
    expect(await kinds()).toEqual([])
  })

  test('skips no entry of a transaction that is held open while later ones commit and are sealed', async () => {
    const sealer = await logs.newSealer()
    let letGo = (): void => undefined
    const free = new Promise<void>((resolve) => (letGo = resolve))
    let wrote = (): void => undefined
    const written = new Promise<void>((resolve) => (wrote = resolve))
    const held = logs.held.database.transaction(logs.held.first.actor, async (tx) => {
      await tx.recordAccess({ act: 'held', subjectKind: 'review' })
      wrote()
      await free
    })
    await written
    for (let i = 0; i < 3; i += 1) {
      await logs.act()
      await sealer.round()
      expect(await unsealed()).toEqual([])
    }
    letGo()
    await held
    expect(await unsealed()).toHaveLength(1)
    await sealer.round()
    expect(await unsealed()).toEqual([])
    const { rows } = await logs.held.superPool.query<{ late: boolean }>(`
      select s.position = (select max(position) from log_seal where municipality_id = s.municipality_id)
        and e.id < (select max(id) from access_entry) as late
      from access_entry e join log_seal s on s.log = 'access' and s.entry_id = e.id where e.act = 'held'`)
    expect(rows).toEqual([{ late: true }])
    expect(await kinds()).toEqual([])
  })

  test('an act waits for no batch: entries commit while the sealer’s transaction is open', async () => {
    const client = await logs.held.appPool.connect()
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock(1902047, hashtext($1))', [
        logs.held.first.municipalityId,
      ])
      await logs.act()
      await (await logs.newSealer()).round()
      // The other municipality's are sealed; these wait for whoever holds the lock.
      expect(await unsealed()).toHaveLength(3)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('works with two servers at once: no entry twice, none left, one chain of heads', async () => {
    const [one, two] = [await logs.newSealer(), await logs.newSealer()]
    const writing = (async () => {
      for (let i = 0; i < 40; i += 1) await logs.act()
    })()
    const state = { writes: true }
    void writing.then(() => (state.writes = false))
    const sealing = [one, two].map(async (sealer) => {
      while (state.writes) await sealer.round()
    })
    await Promise.all([writing, ...sealing])
    await one.round()
    await two.round()
    expect(await unsealed()).toEqual([])
    expect(await kinds()).toEqual([])
  })

  test('seals on after a restore into a server that counts its transactions from lower numbers', async () => {
    await logs.act()
    await (await logs.newSealer()).round()
    for (const table of ['access_entry', 'change_entry'])
      await behindTheBack(logs.held.superPool, `update ${table} set written_in = written_in + 1000000000`)
    const [head] = (await logs.writtenHeads()).filter(
      ({ municipality }) => municipality === logs.held.first.municipalityId,
    )
    if (head === undefined) throw new Error('a head was written out')
    const seen = '1900000000:1900000000:'
    await behindTheBack(
      logs.held.superPool,
      "update log_head set seen = $1, signature = decode($2, 'base64') where municipality_id = $3",
      [seen, logs.key.sign(headText({ ...head, seen })), head.municipality],
    )
    await logs.act()
    const sealer = await logs.newSealer()
    await sealer.round()
    expect(await unsealed()).toEqual([])
    await logs.act()
    await sealer.round()
    expect(await unsealed()).toEqual([])
  })

  test('a sweep finds an entry that no batch could see', async () => {
    const sealer = await logs.newSealer()
    await logs.act()
    await sealer.round()
    await logs.act()
    await behindTheBack(
      logs.held.superPool,
      "update access_entry set written_in = 3 where act = 'open-review'",
    )
    await sealer.round()
    expect(await unsealed()).toHaveLength(1)
    await sealer.sweep()
    await sealer.round()
    expect(await unsealed()).toEqual([])
  })

  test('does not build on a newest head that was changed', async () => {
    await logs.act()
    await (await logs.newSealer()).round()
    await behindTheBack(logs.held.superPool, 'update log_head set size = size + 1, peaks = peaks')
    await logs.act()
    await expect((await logs.newSealer()).round()).rejects.toThrow(/was changed/)
  })
})

describe('the app’s role', () => {
  const asPerson = (statement: string): Promise<unknown> =>
    logs.held.database.transaction(logs.held.first.actor, async (tx) => {
      const { db } = await tx.recordChange({ act: 'x', room: 'access', subjectKind: 'x' })
      // Only to have a statement as an injection would bring it.
      const { sql } = await import('kysely')
      await sql.raw(statement).execute(db)
    })

  test.each([
    "insert into log_seal (position, log, entry_id, leaf) values (99, 'access', 1, decode(repeat('00', 32), 'hex'))",
    `insert into log_head (number, size, root, sealed_at, seen, previous, key_id, signature, peaks)
      select number + 1, size, root, sealed_at, seen, previous, key_id, signature, peaks from log_head`,
    'update log_seal set position = position + 10',
    "update log_head set seen = ''",
    'delete from log_seal',
    'delete from log_head',
    'truncate log_seal',
    'update access_entry set written_in = 1',
    "insert into access_entry (act, subject_kind, written_in) values ('a', 'b', 1)",
  ])('cannot, in a person’s transaction: %s', async (statement) => {
    await logs.act()
    await (await logs.newSealer()).round()
    await expect(asPerson(statement)).rejects.toMatchObject({ code: '42501' })
  })
})

async function headFiles(): Promise<readonly string[]> {
  return (await readdir(logs.folder)).filter((name) => name.startsWith('heads-'))
}

describe('written-out heads', () => {
  test('follow one another in a file of their month that only its owner can read', async () => {
    const sealer = await logs.newSealer()
    for (let i = 0; i < 3; i += 1) {
      await logs.act()
      await sealer.round()
    }
    const ours = (await logs.writtenHeads()).filter(
      ({ municipality }) => municipality === logs.held.first.municipalityId,
    )
    expect(ours.map(({ number }) => number)).toEqual([1, 2, 3])
    const [file = ''] = await headFiles()
    expect(file).toBe(`heads-${new Date(Number(ours[0]?.time) * 1000).toISOString().slice(0, 7)}.jsonl`)
    expect((await stat(join(logs.folder, file))).mode & 0o777).toBe(0o600)
  })

  test('that a kill kept from the file, and a torn last line, are made up for at the next start', async () => {
    const sealer = await logs.newSealer()
    await logs.act()
    await sealer.round()
    const unwritten = new Sealer({
      database: logs.held.database,
      signer: logs.key,
      places: [],
      failed: (error) => {
        throw error
      },
    })
    for (let i = 0; i < 3; i += 1) {
      await logs.act()
      await unwritten.round()
    }
    const [file = ''] = await headFiles()
    await appendFile(join(logs.folder, file), '{"municipality":"6f1d')
    await (await logs.newSealer()).round()
    const ours = (await logs.writtenHeads()).filter(
      ({ municipality }) => municipality === logs.held.first.municipalityId,
    )
    expect(ours.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const { findings, written } = await logs.verify()
    expect([findings.kept, written?.unreadable]).toEqual([[], 1])
  })

  test('go to a second place too, and one that fails keeps neither the other nor the sealing', async () => {
    const errors: unknown[] = []
    const copy = await openHeadsFolder(join(logs.folder, 'copy'), logs.key)
    const broken = {
      newest: () => undefined,
      append: () => Promise.reject(new Error('the disk is gone')),
    }
    const sealer = new Sealer({
      database: logs.held.database,
      signer: logs.key,
      places: [broken, copy],
      failed: (error) => errors.push(error),
    })
    await logs.act()
    await sealer.round()
    expect(await unsealed()).toEqual([])
    expect(copy.newest(logs.held.first.municipalityId)).toBe(1)
    const told = errors.length
    expect(told).toBeGreaterThan(0)
    // It is tried again although nothing was committed meanwhile.
    await sealer.round()
    expect(errors.length).toBeGreaterThan(told)
  })
})

describe('the key', () => {
  test('is made once, for its owner alone, and kept', async () => {
    const path = join(logs.folder, 'own', 'key.pem')
    const made = await getKey(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await getKey(path)).keyId).toBe(made.keyId)
  })

  test.each([0o640, 0o604, 0o644, 0o620])(
    'is refused when others may read or write it (%o)',
    async (mode) => {
      const path = join(logs.folder, 'key.pem')
      await chmod(path, mode)
      const opened = await openSealKey(path, true)
      expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['seal-key-readable'])
    },
  )

  test('is refused when it is missing, no key, or a key of another kind', async () => {
    const path = join(logs.folder, 'other.pem')
    const codeOf = async (): Promise<string | undefined> => {
      const opened = await openSealKey(path, false)
      return opened.ok ? undefined : opened.problems[0]?.code
    }
    expect(await codeOf()).toBe('seal-key-unreadable')
    await writeFile(path, 'no key', { mode: 0o600 })
    expect(await codeOf()).toBe('seal-key-unusable')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(await codeOf()).toBe('seal-key-unusable')
  })

  test('can be changed: old heads verify with the old public key, which stays', async () => {
    await logs.act()
    await (await logs.newSealer()).round()
    const next = await getKey(join(logs.folder, 'next.pem'))
    await logs.act()
    await (await logs.newSealer(next)).round()
    expect(await kinds({ keys: [logs.key, next] })).toEqual([])
    expect(await kinds({ keys: [logs.key] })).toContain('head-edited')
    expect((await readdir(logs.folder)).filter((name) => name.endsWith('.pub.pem'))).toHaveLength(2)
  })
})
