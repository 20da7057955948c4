import type { Reader } from '../transaction.ts'

export interface ProgrammeRound {
  readonly key: string
  readonly titleDa: string
  readonly titleEn: string
  readonly state: 'planned' | 'open' | 'closed'
  readonly periodFrom: string
  readonly periodTo: string
}

/** The rounds of a programme, of any version; newest period first. */
export async function listProgrammeRounds(
  reader: Reader,
  programme: string,
): Promise<readonly ProgrammeRound[]> {
  return reader.db
    .selectFrom('round')
    .innerJoin('programme_version as version', 'version.id', 'round.programme_version_id')
    .select([
      'round.key',
      'round.title_da as titleDa',
      'round.title_en as titleEn',
      'round.state',
      'round.period_from as periodFrom',
      'round.period_to as periodTo',
    ])
    .where('version.key', '=', programme)
    .orderBy('round.period_from', 'desc')
    .orderBy('round.id')
    .limit(100)
    .execute()
}
