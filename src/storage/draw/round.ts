import { sql } from 'kysely'
import type { UnitId, IrregularityId, PersonId, ProgrammeVersionId, RoundId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface Round {
  readonly id: RoundId
  readonly key: string
  readonly titleDa: string
  readonly titleEn: string
  readonly programmeVersionId: ProgrammeVersionId
  /** ISO days, both inclusive: stages completed between them are in the frame. */
  readonly periodFrom: string
  readonly periodTo: string
  readonly baselineRoundId: RoundId | null
  readonly baselineKey: string | null
  readonly state: 'planned' | 'open' | 'closed'
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

function selectRounds(reader: Reader) {
  return reader.db
    .selectFrom('round')
    .leftJoin('round as baseline', 'baseline.id', 'round.baseline_round_id')
    .select([
      'round.id',
      'round.key',
      'round.title_da as titleDa',
      'round.title_en as titleEn',
      'round.programme_version_id as programmeVersionId',
      'round.period_from as periodFrom',
      'round.period_to as periodTo',
      'round.baseline_round_id as baselineRoundId',
      'baseline.key as baselineKey',
      'round.state',
      'round.opened_at as openedAt',
      'round.closed_at as closedAt',
    ])
}

/** Newest period first. */
export async function listRounds(reader: Reader): Promise<readonly Round[]> {
  return selectRounds(reader).orderBy('round.period_from', 'desc').orderBy('round.id').limit(500).execute()
}

export async function findRound(reader: Reader, key: string): Promise<Round | undefined> {
  return selectRounds(reader).where('round.key', '=', key).executeTakeFirst()
}

/**
 * As `findRound`, for an act on the round: until the transaction ends no other act on it begins, so that two persons
 * who press the same button at the same time come one after the other.
 */
export async function holdRound(reader: Reader, key: string): Promise<Round | undefined> {
  return selectRounds(reader).where('round.key', '=', key).forNoKeyUpdate('round').executeTakeFirst()
}

export async function getRound(reader: Reader, id: RoundId): Promise<Round> {
  return selectRounds(reader).where('round.id', '=', id).executeTakeFirstOrThrow()
}

export interface NewRound {
  readonly id: RoundId
  readonly key: string
  readonly titleDa: string
  readonly titleEn: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly periodFrom: string
  readonly periodTo: string
  readonly baselineRoundId: RoundId | null
  readonly openedBy: PersonId
  readonly openedAt: Date
}

export async function saveRound(writer: Writer, round: NewRound): Promise<void> {
  await writer.db
    .insertInto('round')
    .values({
      id: round.id,
      key: round.key,
      title_da: round.titleDa,
      title_en: round.titleEn,
      programme_version_id: round.programmeVersionId,
      period_from: round.periodFrom,
      period_to: round.periodTo,
      baseline_round_id: round.baselineRoundId,
      state: 'open',
      opened_by: round.openedBy,
      opened_at: round.openedAt,
      closed_at: null,
    })
    .execute()
}

export async function closeRound(writer: Writer, id: RoundId, at: Date): Promise<void> {
  await writer.db
    .updateTable('round')
    .set({ state: 'closed', closed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

export interface Irregularity {
  readonly id: IrregularityId
  readonly da: string
  readonly en: string | null
  readonly at: Date
}

/** Oldest first. */
export async function listIrregularities(reader: Reader, round: RoundId): Promise<readonly Irregularity[]> {
  return reader.db
    .selectFrom('irregularity')
    .select(['id', 'text_da as da', 'text_en as en', 'at'])
    .where('round_id', '=', round)
    .orderBy('at')
    .orderBy('id')
    .limit(1000)
    .execute()
}

export async function saveIrregularity(
  writer: Writer,
  irregularity: {
    readonly id: IrregularityId
    readonly round: RoundId
    readonly da: string
    readonly en: string | null
    readonly author: PersonId
    readonly at: Date
  },
): Promise<void> {
  const { id, round, da, en, author, at } = irregularity
  await writer.db
    .insertInto('irregularity')
    .values({ id, round_id: round, text_da: da, text_en: en, author_id: author, at })
    .execute()
}

export interface LevelProgress {
  readonly level: number
  readonly unitId: UnitId
  readonly unit: string
  /** To be reviewed: drawn and not written off. */
  readonly drawn: number
  readonly assigned: number
  readonly started: number
  readonly submitted: number
  /** Drawn beside `drawn`. */
  readonly writtenOff: number
  readonly minutes: number
}

/** How far each level is in each unit; a level that is not drawn has no rows. */
export async function listProgress(reader: Reader, round: RoundId): Promise<readonly LevelProgress[]> {
  const rows = await reader.db
    .selectFrom('round_progress as p')
    .innerJoin('unit', 'unit.id', 'p.unit_id')
    .select([
      'p.level',
      'p.unit_id as unitId',
      'unit.name as unit',
      'p.drawn',
      'p.assigned',
      'p.started',
      'p.submitted',
      'p.minutes',
      sql<number>`(select count(*) from review as r where r.round_id = p.round_id and r.level = p.level
        and r.unit_id = p.unit_id and r.state = 'written-off')::int`.as('writtenOff'),
    ])
    .where('p.round_id', '=', round)
    .orderBy('p.level')
    .orderBy('unit.name')
    .limit(10_000)
    .execute()
  // The database's own order need not be the Danish alphabet's.
  return rows.toSorted((a, b) => a.level - b.level || a.unit.localeCompare(b.unit, 'da'))
}
