import type { Problem } from '../../core/language/problem.ts'
import type { EventImportId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

export interface SampleEvent {
  readonly line: number
  readonly caseId: string
  readonly kind: string
  readonly day: string
  /** ISO. */
  readonly moment: string | null
  readonly unit: string
  readonly caseworker: string
}

export interface CorrectedEvent {
  readonly line: number
  readonly caseId: string
  readonly kind: string
  /** Field to [before, after]. */
  readonly difference: Readonly<Record<string, readonly [before: unknown, after: unknown]>>
}

export interface RefusedEventRow {
  readonly line: number
  readonly problems: readonly Problem[]
}

/** The first new events of a preview, by line. */
export async function listSampleEvents(
  reader: PersonalReader,
  batch: EventImportId,
  limit: number,
): Promise<readonly SampleEvent[]> {
  const rows = await listRows(reader, batch, 'new', limit)
  return rows.map(({ line, case_id, kind, day, moment, unit, caseworker }) => ({
    line,
    caseId: case_id ?? '',
    kind: kind ?? '',
    day: day ?? '',
    moment: moment === null ? null : moment.toISOString(),
    unit: unit ?? '',
    caseworker: caseworker ?? '',
  }))
}

/** The first corrections of a preview, by line. */
export async function listCorrectedEvents(
  reader: PersonalReader,
  batch: EventImportId,
  limit: number,
): Promise<readonly CorrectedEvent[]> {
  const rows = await listRows(reader, batch, 'corrected', limit)
  return rows.map(({ line, case_id, kind, note }) => ({
    line,
    caseId: case_id ?? '',
    kind: kind ?? '',
    // Written by `stageEvents`.
    difference: note as CorrectedEvent['difference'],
  }))
}

/** The first refused rows of a preview, by line. */
export async function listRefusedEvents(
  reader: PersonalReader,
  batch: EventImportId,
  limit: number,
): Promise<readonly RefusedEventRow[]> {
  const rows = await listRows(reader, batch, 'refused', limit)
  // Written by `stageEvents` and `stageRefusedEvents`.
  return rows.map(({ line, note }) => ({ line, problems: note as readonly Problem[] }))
}

function listRows(
  reader: PersonalReader,
  batch: EventImportId,
  outcome: 'new' | 'corrected' | 'refused',
  limit: number,
) {
  return reader.db
    .selectFrom('event_import_row')
    .select(['line', 'case_id', 'kind', 'day', 'moment', 'unit', 'caseworker', 'note'])
    .where('batch_id', '=', batch)
    .where('outcome', '=', outcome)
    .orderBy('line')
    .limit(limit)
    .execute()
}
