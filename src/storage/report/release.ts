import { sql } from 'kysely'
import type { Language, LocalText } from '../../core/language/language.ts'
import type { ReportEdits } from '../../core/report/edit-report.ts'
import type { ReleaseState, ReleaseStep, ReleaseTemplate } from '../../core/report/release.ts'
import type { Report } from '../../core/report/report.ts'
import type { PersonId, ReportReleaseId, RoundId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, ReleaseFile, Writer } from '../transaction.ts'

export interface ReportRelease {
  readonly id: ReportReleaseId
  readonly round: string
  readonly title: LocalText
  readonly template: ReleaseTemplate
  readonly edition: Report['audience']
  readonly languages: readonly Language[]
  readonly state: ReleaseState
  readonly edits: number
  readonly createdAt: Date
  /** Null until it is released. */
  readonly number: string | null
  readonly releasedAt: Date | null
  /** SHA-256 of what was handed over; null of a draft. */
  readonly digest: Buffer | null
  /** The release that this one corrects. */
  readonly corrects: { readonly id: ReportReleaseId; readonly number: string } | null
  readonly correction: LocalText | null
}

/** A municipality's reports on their way and released, the newest first. */
export async function listReleases(
  reader: Reader,
  only: { readonly id?: ReportReleaseId; readonly number?: string } = {},
): Promise<readonly ReportRelease[]> {
  let query = reader.db
    .selectFrom('report_release as r')
    .innerJoin('round', 'round.id', 'r.round_id')
    .leftJoin('report_release as c', 'c.id', 'r.corrects_id')
    .select([
      'r.id',
      'round.key as round',
      sql<LocalText>`jsonb_build_object('da', r.title_da, 'en', r.title_en)`.as('title'),
      'r.template',
      'r.edition',
      'r.languages',
      'r.state',
      'r.edits',
      'r.created_at as createdAt',
      'r.number',
      'r.released_at as releasedAt',
      'r.digest',
      sql<ReportRelease['corrects']>`case when c.id is not null then
        jsonb_build_object('id', c.id, 'number', c.number) end`.as('corrects'),
      'r.correction',
    ])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id')
    .limit(1000)
  if (only.id !== undefined) query = query.where('r.id', '=', only.id)
  if (only.number !== undefined) query = query.where('r.number', '=', only.number)
  return query.execute()
}

export async function findRelease(reader: Reader, id: ReportReleaseId): Promise<ReportRelease | undefined> {
  return (await listReleases(reader, { id }))[0]
}

export interface ReleaseContent extends ReportEdits {
  /** The report as it was handed over, as text; null of a draft. */
  readonly model: string | null
}

export async function getReleaseContent(reader: Reader, id: ReportReleaseId): Promise<ReleaseContent> {
  const { left_out: leftOut, ...row } = await reader.db
    .selectFrom('report_release')
    .select(['left_out', 'passages', 'rewordings', 'model'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { leftOut, ...row }
}

/** The frozen reports of all public editions that are out, of whatever rounds. */
export async function listPublicModels(
  reader: Reader,
): Promise<readonly (FrozenReport & { readonly round: string; readonly releasedAt: Date })[]> {
  return (
    reader.db
      .selectFrom('report_release as r')
      .innerJoin('round', 'round.id', 'r.round_id')
      .select(['round.key as round', 'r.baseline_key as baseline'])
      // A released report has all three.
      .select([sql<string>`r.model`.as('model'), sql<Buffer>`r.digest`.as('digest')])
      .select(sql<Date>`r.released_at`.as('releasedAt'))
      .where('r.state', '=', 'released')
      .where('r.edition', '=', 'public')
      .orderBy('r.released_at')
      .limit(1000)
      .execute()
  )
}

export interface ReleaseEvent {
  readonly step: ReleaseStep | 'begin' | 'write'
  readonly word: string | null
  readonly personId: PersonId | null
  readonly person: string | null
  readonly at: Date
}

/** Who took it which step, the oldest first. */
export async function listReleaseEvents(
  reader: Reader,
  id: ReportReleaseId,
): Promise<readonly ReleaseEvent[]> {
  return reader.db
    .selectFrom('report_release_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.step', 'e.word', 'e.person_id as personId', 'p.name as person', 'e.at'])
    .where('e.release_id', '=', id)
    .orderBy('e.number')
    .limit(1000)
    .execute()
}

export interface ReleaseToAdd {
  readonly id: ReportReleaseId
  readonly roundId: RoundId
  readonly title: LocalText
  readonly template: ReleaseTemplate
  readonly edition: Report['audience']
  readonly languages: readonly Language[]
  readonly edits: ReportEdits
  readonly corrects: { readonly id: ReportReleaseId; readonly why: LocalText } | null
  readonly by: PersonId | null
  readonly at: Date
}

export async function insertRelease(writer: Writer, release: ReleaseToAdd): Promise<void> {
  const { id, roundId, title, template, edition, languages, edits, corrects, by, at } = release
  await writer.db
    .insertInto('report_release')
    .values({
      id,
      round_id: roundId,
      title_da: title.da,
      title_en: title.en,
      template,
      edition,
      languages: [...languages],
      left_out: toJson(edits.leftOut),
      passages: toJson(edits.passages),
      rewordings: toJson(edits.rewordings),
      corrects_id: corrects?.id ?? null,
      correction: corrects === null ? null : toJson(corrects.why),
      created_by: by,
      created_at: at,
      model: null,
      baseline_key: null,
      digest: null,
      number: null,
      released_by: null,
      released_at: null,
    })
    .execute()
}

/** Holds the release until the transaction ends: saves and steps come one after the other. */
export async function holdRelease(writer: Writer, id: ReportReleaseId): Promise<void> {
  await sql`select from report_release where id = ${id} for update`.execute(writer.db)
}

export async function saveReleaseEdits(
  writer: Writer,
  id: ReportReleaseId,
  { leftOut, passages, rewordings }: ReportEdits,
): Promise<void> {
  await writer.db
    .updateTable('report_release')
    .set((update) => ({
      left_out: toJson(leftOut),
      passages: toJson(passages),
      rewordings: toJson(rewordings),
      edits: update('edits', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export interface FrozenReport {
  readonly model: string
  readonly digest: Buffer
  /** Key of the round that it compares with. */
  readonly baseline: string | null
}

/** Takes the release to another state. `frozen` with the hand-over; null when it goes back to its author. */
export async function setReleaseState(
  writer: Writer,
  id: ReportReleaseId,
  state: ReleaseState,
  frozen?: FrozenReport | null,
): Promise<void> {
  await writer.db
    .updateTable('report_release')
    .set({
      state,
      ...(frozen === undefined
        ? {}
        : {
            model: frozen?.model ?? null,
            digest: frozen?.digest ?? null,
            baseline_key: frozen?.baseline ?? null,
          }),
    })
    .where('id', '=', id)
    .execute()
}

export interface FileToKeep {
  readonly language: Language
  readonly format: string
  readonly digest: Buffer
  readonly bytes: Buffer
}

/** Releases it with its files and gives it the year's next number. */
export async function releaseWithFiles(
  writer: Writer,
  id: ReportReleaseId,
  {
    files,
    by,
    at,
    year,
  }: {
    readonly files: readonly FileToKeep[]
    readonly by: PersonId
    readonly at: Date
    readonly year: number
  },
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('tilsyn release numbers', 0))`.execute(writer.db)
  await writer.db
    .insertInto('report_release_file')
    .values(files.map((file) => ({ release_id: id, ...file })))
    .execute()
  const { rows } = await sql<{ number: string }>`
    update report_release set state = 'released', released_by = ${by}, released_at = ${at}, number = ${`${year}-`} || (
      select coalesce(max(split_part(number, '-', 2)::int), 0) + 1 from report_release
      where number like ${`${year}-%`})
    where id = ${id} returning number`.execute(writer.db)
  const [row] = rows
  if (row === undefined) throw new Error('no such release')
  return row.number
}

export async function addReleaseEvent(
  writer: Writer,
  id: ReportReleaseId,
  event: {
    readonly step: ReleaseEvent['step']
    readonly word: string | null
    readonly by: PersonId | null
    readonly at: Date
  },
): Promise<void> {
  await sql`insert into report_release_event (release_id, number, step, word, person_id, at)
    select ${id}::uuid, coalesce(max(number), 0) + 1, ${event.step}, ${event.word}, ${event.by}::uuid, ${event.at}
    from report_release_event where release_id = ${id}`.execute(writer.db)
}

export async function listReleaseFiles(reader: Reader, id: ReportReleaseId): Promise<readonly ReleaseFile[]> {
  return reader.db
    .selectFrom('report_release_file')
    .select([
      'language',
      'format',
      sql<number>`octet_length(bytes)`.as('size'),
      sql<string>`encode(digest, 'hex')`.as('digest'),
    ])
    .where('release_id', '=', id)
    .orderBy('language')
    .orderBy('format')
    .limit(100)
    .execute()
}

export async function findReleaseFile(
  reader: Reader,
  id: ReportReleaseId,
  { language, format }: { readonly language: Language; readonly format: string },
): Promise<Uint8Array | undefined> {
  const row = await reader.db
    .selectFrom('report_release_file')
    .select('bytes')
    .where('release_id', '=', id)
    .where('language', '=', language)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.bytes
}
