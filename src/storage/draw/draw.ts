import { sql } from 'kysely'
import type { DrawAlgorithm, DrawFile, DrawnCase } from '../../core/draw/draw-file.ts'
import type { Exclusion } from '../../core/draw/exclusion.ts'
import type { Selection } from '../../core/programme/programme.ts'
import type { DrawId, PersonId, RoundId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { PersonalReader, Reader, Transaction, Writer } from '../transaction.ts'
import type { FrameRow } from './frame.ts'

/** A draw without its cases. `drawnAt` null: frozen and published, not yet drawn. */
export interface DrawHead {
  readonly id: DrawId
  readonly level: number
  readonly phase: string
  readonly algorithm: DrawAlgorithm
  readonly frameDigest: string
  readonly seedDigest: string
  readonly selection: Selection
  readonly eligibility: DrawFile['eligibility']
  readonly fromDrawId: DrawId | null
  readonly fromCases: NonNullable<DrawFile['from']>['cases'] | null
  readonly committedAt: Date
  readonly drawnAt: Date | null
  readonly seedPublishedAt: Date | null
}

function selectDraws(reader: Reader) {
  return reader.db
    .selectFrom('draw')
    .select([
      'id',
      'level',
      'phase',
      'algorithm',
      'frame_digest as frameDigest',
      'seed_digest as seedDigest',
      'selection',
      'eligibility',
      'from_draw_id as fromDrawId',
      'from_cases as fromCases',
      'committed_at as committedAt',
      'drawn_at as drawnAt',
      'seed_published_at as seedPublishedAt',
    ])
}

/** By level. */
export async function listDraws(reader: Reader, round: RoundId): Promise<readonly DrawHead[]> {
  return selectDraws(reader).where('round_id', '=', round).orderBy('level').limit(100).execute()
}

export async function findDraw(reader: Reader, round: RoundId, level: number): Promise<DrawHead | undefined> {
  return selectDraws(reader).where('round_id', '=', round).where('level', '=', level).executeTakeFirst()
}

export interface Stratum {
  readonly stratum: string
  readonly eligible: number
  readonly wanted: number
  /** Null before the draw. */
  readonly drawn: number | null
  /** What fell out, for selections that tell. */
  readonly excluded?: readonly Exclusion[]
}

export async function listStrata(reader: Reader, draw: DrawId): Promise<readonly Stratum[]> {
  const rows = await reader.db
    .selectFrom('draw_stratum')
    .select(['stratum', 'eligible', 'wanted', 'drawn', 'excluded'])
    .where('draw_id', '=', draw)
    .orderBy(sql`stratum collate "C"`)
    .execute()
  return rows.map(({ excluded, ...counts }) => (excluded === null ? counts : { ...counts, excluded }))
}

/** Drawn and replaced cases in the draw file's order. Which cases were drawn is personal data of those cases. */
export async function listDrawnCases(reader: PersonalReader, draw: DrawId): Promise<readonly DrawnCase[]> {
  const rows = await reader.db
    .selectFrom('draw_case')
    .select(['case_id as caseId', 'stage', 'stratum', 'key', 'ord', 'status', 'reason'])
    .where('draw_id', '=', draw)
    .where('status', 'in', ['drawn', 'replaced'])
    .orderBy(sql`stratum collate "C"`)
    .orderBy('ord')
    .execute()
  return rows.map(({ key, ord, status, ...rest }) => {
    if (key === null || ord === null || status === 'reserve') throw new Error('a drawn case has no place')
    return { ...rest, key, order: ord, status }
  })
}

/** The seed, to draw with and after its publication; undefined in between (docs/database.md). */
export async function findSeed(reader: Reader, draw: DrawId): Promise<Buffer | undefined> {
  const { rows } = await sql<{ seed: Buffer | null }>`select sealed.draw_seed(${draw}) as seed`.execute(
    reader.db,
  )
  return rows[0]?.seed ?? undefined
}

export interface Commitment {
  readonly id: DrawId
  readonly round: RoundId
  readonly file: DrawFile
  readonly seed: Buffer
  readonly fromDrawId: DrawId | null
  readonly committedBy: PersonId
  readonly at: Date
  readonly cases: Iterable<FrameRow & { readonly stratum: string }>
}

/** Freezes a frame: its rows as they are now, and both digests. */
export async function saveCommitment(tx: Transaction, writer: Writer, commitment: Commitment): Promise<void> {
  const { id, file } = commitment
  await writer.db
    .insertInto('draw')
    .values({
      id,
      round_id: commitment.round,
      level: file.level,
      phase: file.phase,
      algorithm: file.algorithm,
      frame_digest: file.frameDigest,
      seed_digest: file.seedDigest,
      seed: commitment.seed,
      selection: toJson(file.selection),
      eligibility: toJson(file.eligibility),
      from_draw_id: commitment.fromDrawId,
      from_cases: file.from === null ? null : toJson(file.from.cases),
      committed_by: commitment.committedBy,
      committed_at: commitment.at,
    })
    .execute()
  await tx.copy(
    writer,
    'draw_stratum',
    ['draw_id', 'stratum', 'eligible', 'wanted', 'excluded'],
    file.strata.map(({ stratum, eligible, wanted, excluded }) => [
      id,
      stratum,
      eligible,
      wanted,
      excluded === undefined ? null : toJson(excluded),
    ]),
  )
  await tx.copy(
    writer,
    'draw_case',
    ['draw_id', 'case_stage_id', 'case_id', 'stage', 'stratum', 'content', 'unit_id'],
    frozenRows(commitment),
  )
}

function* frozenRows({ id, cases }: Commitment): Iterable<readonly unknown[]> {
  for (const { id: caseStageId, unitId, caseStage, stratum } of cases) {
    const { caseId, stage, unit, caseworker, started, completed, attributes } = caseStage
    yield [
      id,
      caseStageId,
      caseId,
      stage,
      stratum,
      toJson({ unit, caseworker, started, completed, attributes }),
      unitId,
    ]
  }
}

export interface PlacedCase {
  readonly caseId: string
  readonly stage: string
  readonly key: number
  readonly order: number
  readonly drawn: boolean
}

/** Writes the outcome of a draw over its frozen frame. False: it was drawn before. */
export async function saveDrawn(
  writer: Writer,
  draw: DrawId,
  strata: readonly Pick<Stratum, 'stratum' | 'drawn'>[],
  cases: readonly PlacedCase[],
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await writer.db
    .updateTable('draw')
    .set({ drawn_at: at })
    .where('id', '=', draw)
    .where('drawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await sql`update draw_stratum s set drawn = u.drawn
    from unnest(${strata.map(({ stratum }) => stratum)}::text[], ${strata.map(({ drawn }) => drawn)}::int[]) u(stratum, drawn)
    where s.draw_id = ${draw} and s.stratum = u.stratum`.execute(writer.db)
  await sql`update draw_case c set key = u.key, ord = u.ord, status = case when u.drawn then 'drawn' else 'reserve' end
    from unnest(
      ${cases.map(({ caseId }) => caseId)}::text[], ${cases.map(({ stage }) => stage)}::text[],
      ${cases.map(({ key }) => key)}::float8[], ${cases.map(({ order }) => order)}::int[],
      ${cases.map(({ drawn }) => drawn)}::bool[]) u(case_id, stage, key, ord, drawn)
    where c.draw_id = ${draw} and c.case_id = u.case_id and c.stage = u.stage`.execute(writer.db)
  return true
}

/** False: it was published before, or is not drawn yet. */
export async function publishSeed(writer: Writer, draw: DrawId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await writer.db
    .updateTable('draw')
    .set({ seed_published_at: at })
    .where('id', '=', draw)
    .where('drawn_at', 'is not', null)
    .where('seed_published_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
