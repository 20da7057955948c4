import { createHash } from 'node:crypto'
import { parseProgramme } from '../../core/programme/parse-programme.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { ProgrammeVersionId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface ProgrammeVersion {
  readonly id: ProgrammeVersionId
  readonly programme: Programme
  readonly publishedAt: Date | null
}

/** The newest version of every programme, by title. */
export async function listNewestProgrammes(reader: Reader): Promise<readonly ProgrammeVersion[]> {
  const rows = await reader.db
    .selectFrom('programme_version')
    .select(['id', 'key', 'version', 'source', 'digest', 'published_at'])
    .distinctOn('key')
    .orderBy('key')
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  return rows
    .map(toVersion)
    .toSorted((a, b) => a.programme.title.da.localeCompare(b.programme.title.da, 'da'))
}

/** The newest version of a programme by its key. */
export async function findNewestProgramme(
  reader: Reader,
  key: string,
): Promise<ProgrammeVersion | undefined> {
  const row = await reader.db
    .selectFrom('programme_version')
    .select(['id', 'key', 'source', 'digest', 'published_at'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** SHA-256 (hex) of the text of a published version; undefined when there is no such version. */
export async function findProgrammeDigest(
  reader: Reader,
  key: string,
  version: number,
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('programme_version')
    .select('digest')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.digest
}

/** SHA-256 (hex) of a programme's text, as it is stored beside it. */
export function programmeDigest(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

/** A version that another row refers to. */
export async function getProgrammeVersion(reader: Reader, id: ProgrammeVersionId): Promise<ProgrammeVersion> {
  const known = parsed.get(id)
  if (known !== undefined && known.publishedAt !== null) return known
  const row = await reader.db
    .selectFrom('programme_version')
    .select(['id', 'key', 'source', 'digest', 'published_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return toVersion(row)
}

/** Adds a version; the text must have been checked. `publishedAt` null leaves it a draft. */
export async function saveProgrammeVersion(
  writer: Writer,
  id: ProgrammeVersionId,
  programme: Programme,
  source: string,
  publishedAt: Date | null,
): Promise<void> {
  await writer.db
    .insertInto('programme_version')
    .values({
      id,
      key: programme.key,
      version: programme.version,
      title_da: programme.title.da,
      title_en: programme.title.en,
      source,
      digest: programmeDigest(source),
      published_at: publishedAt,
    })
    .execute()
}

interface Row {
  readonly id: ProgrammeVersionId
  readonly key: string
  readonly source: string
  readonly digest: string
  readonly published_at: Date | null
}

/**
 * Reading a programme takes some 50 ms and a published version never changes. Ids are random over all municipalities,
 * and a row is only looked up here after the database let its municipality see it or refer to it.
 */
const parsed = new Map<ProgrammeVersionId, ProgrammeVersion>()
const remembered = 200

function toVersion({ id, key, source, published_at: publishedAt }: Row): ProgrammeVersion {
  const known = parsed.get(id)
  if (known !== undefined && known.publishedAt !== null) return known
  const checked = parseProgramme(source, `${key}.yaml`)
  if (!checked.ok) throw new Error(`stored programme ${key} cannot be read: ${checked.problems[0]?.code}`)
  const version = { id, programme: checked.value, publishedAt }
  if (parsed.size >= remembered) parsed.clear()
  parsed.set(id, version)
  return version
}
