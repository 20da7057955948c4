import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { clusterUrl } from '../../../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../../../src/storage/embedded/secrets.ts'
import type { Load } from './load.ts'

/** What the database holds beside what was acknowledged. */
export interface Compared {
  /** Acknowledged, and not there as acknowledged. */
  readonly lost: number
  /** Written more than once: answers with more change entries than were asked for, reviews handed in twice. */
  readonly doubled: number
  /** Written without its change entry, or an entry without what it tells. */
  readonly half: number
}

interface StoredAnswer {
  readonly review: string
  readonly question: string
  readonly version: number
  readonly comment: string
  readonly entries: number
}

/** The database may be on its way up again. */
async function connect(folder: string): Promise<Client> {
  const { superuser } = await readOrMakeSecrets(folder)
  for (;;) {
    const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const port = Number(file.split('\n')[3])
    const client = new Client({ connectionString: clusterUrl(port || 1, 'postgres', superuser, 'tilsyn') })
    try {
      await client.connect()
      return client
    } catch {
      await pause(100)
    }
  }
}

/** Every acknowledged write of the whole run; nothing may be under way. */
export async function compare(folder: string, load: Load): Promise<Compared> {
  const client = await connect(folder)
  try {
    const { rows } = await client.query<StoredAnswer>(
      `select a.review_id as review, a.question_key as question, a.version, a.comment, coalesce(e.entries, 0)::int as entries
       from review_answer a
       left join (
         select subject_id, detail->>'question' as question, count(*) as entries
         from change_entry where act = 'answer' group by subject_id, detail->>'question'
       ) e on e.subject_id = a.review_id::text and e.question = a.question_key
       where a.version > 0`,
    )
    const stored = new Map(rows.map((row) => [`${row.review} ${row.question}`, row]))
    let [lost, doubled, half] = [0, 0, 0]
    for (const [place, told] of load.answers) {
      const row = stored.get(place)
      if (row === undefined || row.version < told.version) lost += 1
      else if (row.version > told.version || row.entries > told.saves) doubled += 1
      else if (row.comment !== told.comment) lost += 1
      if (row !== undefined && row.entries < told.saves) half += 1
    }
    for (const place of stored.keys()) if (!load.answers.has(place)) half += 1
    const handedIn = await client.query<{ review: string; state: string; entries: number }>(
      `select r.id as review, r.state, (select count(*) from change_entry e
         where e.subject_id = r.id::text and e.act = 'submit')::int as entries
       from review r`,
    )
    for (const { review, state, entries } of handedIn.rows) {
      const told = load.submitted.has(review)
      const done = state === 'submitted'
      if (told && !done) lost += 1
      if (done !== entries > 0) half += 1
      if (entries > 1) doubled += 1
      if (done && !told) half += 1
    }
    return { lost, doubled, half }
  } finally {
    await client.end()
  }
}
