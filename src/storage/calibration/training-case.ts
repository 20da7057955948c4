import { createHash } from 'node:crypto'
import type { TrainingCase, TrainingDocument } from '../../core/calibration/training-case.ts'
import type { PersonId, TrainingCaseId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface TrainingCaseVersion extends TrainingCase {
  readonly id: TrainingCaseId
  readonly version: number
  /** Key of the file it was taken over from; null: written here. */
  readonly includedKey: string | null
  readonly digest: string
  /** Null: the program. */
  readonly writtenBy: string | null
  readonly writtenAt: Date
}

/** SHA-256 (hex) of what a training case says; the same text gives the same digest. */
export function trainingDigest({ title, stage, started, completed, documents }: TrainingCase): string {
  const content = [
    title,
    stage,
    started,
    completed,
    documents.map(({ title: name, date, text }) => [name, date, text]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function selectVersions(reader: Reader) {
  return reader.db
    .selectFrom('training_case as t')
    .innerJoin('training_case_version as v', 'v.training_case_id', 't.id')
    .leftJoin('person as p', 'p.id', 'v.written_by')
    .select([
      't.id',
      't.included_key as includedKey',
      'v.version',
      'v.title',
      'v.stage',
      'v.started',
      'v.completed',
      'v.documents',
      'v.digest',
      'p.name as writtenBy',
      'v.written_at as writtenAt',
    ])
}

/** The newest version of every training case, by title. */
export async function listTrainingCases(reader: Reader): Promise<readonly TrainingCaseVersion[]> {
  const rows: readonly TrainingCaseVersion[] = await selectVersions(reader)
    .distinctOn('t.id')
    .orderBy('t.id')
    .orderBy('v.version', 'desc')
    .limit(500)
    .execute()
  return rows.toSorted((a, b) => a.title.localeCompare(b.title, 'da') || a.id.localeCompare(b.id))
}

/** A version of a training case; without `version` the newest. */
export async function findTrainingCase(
  reader: Reader,
  id: TrainingCaseId,
  version?: number,
): Promise<TrainingCaseVersion | undefined> {
  return selectVersions(reader)
    .where('t.id', '=', id)
    .$if(version !== undefined, (query) => query.where('v.version', '=', version ?? 0))
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface Written {
  readonly by: PersonId | null
  readonly at: Date
}

/** A new training case with its first version. */
export async function insertTrainingCase(
  writer: Writer,
  { id, includedKey }: { readonly id: TrainingCaseId; readonly includedKey: string | null },
  training: TrainingCase,
  written: Written,
): Promise<void> {
  await writer.db
    .insertInto('training_case')
    .values({ id, included_key: includedKey, created_at: written.at })
    .execute()
  await insertTrainingVersion(writer, { id, version: 1 }, training, written)
}

/** Adds a version; false when somebody else has written it first. */
export async function insertTrainingVersion(
  writer: Writer,
  { id, version }: { readonly id: TrainingCaseId; readonly version: number },
  training: TrainingCase,
  { by, at }: Written,
): Promise<boolean> {
  const { title, stage, started, completed } = training
  const documents: readonly TrainingDocument[] = training.documents
  const inserted = await writer.db
    .insertInto('training_case_version')
    .values({
      training_case_id: id,
      version,
      title,
      stage,
      started,
      completed,
      documents: toJson(documents),
      digest: trainingDigest(training),
      written_by: by,
      written_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
