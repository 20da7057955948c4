import { randomUUID } from 'node:crypto'
import type {
  listTrainingCases as listRoute,
  TrainingCaseView,
} from '../../contract/calibration/training-cases.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { readTrainingFile } from '../../core/calibration/training-file.ts'
import type { TrainingCase } from '../../core/calibration/training-case.ts'
import type { LocalText } from '../../core/language/language.ts'
import {
  findTrainingCase,
  insertTrainingCase,
  insertTrainingVersion,
  listTrainingCases as list,
  trainingDigest,
} from '../../storage/calibration/training-case.ts'
import { getId, type TrainingCaseId } from '../../storage/ids.ts'
import { listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** The files that come with the program. Which they are is decided at the start, never by a caller. */
export type IncludedTraining = () => Promise<readonly { readonly name: string; readonly text: string }[]>

interface Written {
  readonly id: TrainingCaseId
  readonly version: number
}

export async function listTrainingCases(
  context: Context,
  included: IncludedTraining,
): Promise<Result<RouteOutput<typeof listRoute>>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  const files = await readIncluded(included)
  return context.database.transaction(context.actor, async ({ reader }) => {
    const stages = await listStages(reader)
    const cases = await list(reader)
    const digests = new Set(cases.map(({ digest }) => digest))
    const taken = new Set(cases.map(({ includedKey }) => includedKey))
    return done({
      cases: cases.map(({ id, version, title, stage, documents, includedKey, writtenAt }) => ({
        id,
        version,
        title,
        stage,
        stageTitle: stages.get(stage) ?? unnamed(stage),
        documents: documents.length,
        includedKey,
        writtenAt: writtenAt.toISOString(),
      })),
      included: files
        .filter(({ training }) => stages.has(training.stage) && !digests.has(trainingDigest(training)))
        .map(({ key, training }) => ({
          key,
          title: training.title,
          stageTitle: stages.get(training.stage) ?? unnamed(training.stage),
          documents: training.documents.length,
          older: taken.has(key),
        })),
      stages: [...stages].map(([key, title]) => ({ key, title })),
    })
  })
}

export async function getTrainingCase(
  context: Context,
  id: TrainingCaseId,
): Promise<Result<Immutable<TrainingCaseView>>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const found = await findTrainingCase(reader, id)
    if (found === undefined) return refused('not-found')
    const { version, title, stage, started, completed, documents, writtenBy, writtenAt } = found
    const stageTitle = (await listStages(reader)).get(stage) ?? unnamed(stage)
    const written = { writtenBy, writtenAt: writtenAt.toISOString() }
    return done({ id, version, title, stage, stageTitle, started, completed, documents, ...written })
  })
}

export async function addTrainingCase(context: Context, training: TrainingCase): Promise<Result<Written>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    if (!(await listStages(tx.reader)).has(training.stage)) return refused('stage-unknown')
    return write(context, tx, { includedKey: null }, training)
  })
}

export async function addTrainingVersion(
  context: Context,
  id: TrainingCaseId,
  { version: seen, ...training }: TrainingCase & { readonly version: number },
): Promise<Result<Written>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const newest = await findTrainingCase(tx.reader, id)
    if (newest === undefined) return refused('not-found')
    if (newest.version !== seen) return refused('outdated-version')
    if (!(await listStages(tx.reader)).has(training.stage)) return refused('stage-unknown')
    return writeVersion(context, tx, { id, version: seen }, training)
  })
}

/** Taken over twice, nothing happens the second time; a newer text of the file becomes a new version. */
export async function takeTrainingCase(
  context: Context,
  included: IncludedTraining,
  key: string,
): Promise<Result<Written>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  const file = (await readIncluded(included)).find((each) => each.key === key)
  if (file === undefined) return refused('not-found')
  const { training } = file
  return context.database.transaction(context.actor, async (tx) => {
    if (!(await listStages(tx.reader)).has(training.stage)) return refused('stage-unknown')
    const known = (await list(tx.reader)).find(({ includedKey }) => includedKey === key)
    if (known === undefined) return write(context, tx, { includedKey: key }, training)
    if (known.digest === trainingDigest(training)) return done({ id: known.id, version: known.version })
    return writeVersion(context, tx, known, training)
  })
}

async function write(
  context: Context,
  tx: Transaction,
  { includedKey }: { readonly includedKey: string | null },
  training: TrainingCase,
): Promise<Result<Written>> {
  const id = getId<TrainingCaseId>(randomUUID())
  const writer = await tx.recordChange({
    room: 'calibration',
    act: 'write-training-case',
    subjectKind: 'training-case',
    subjectId: id,
    detail: { version: 1, included: includedKey },
  })
  await insertTrainingCase(writer, { id, includedKey }, training, writtenNow(context))
  return done({ id, version: 1 })
}

async function writeVersion(
  context: Context,
  tx: Transaction,
  { id, version: before }: Written,
  training: TrainingCase,
): Promise<Result<Written>> {
  const version = before + 1
  const writer = await tx.recordChange({
    room: 'calibration',
    act: 'write-training-case',
    subjectKind: 'training-case',
    subjectId: id,
    detail: { version },
  })
  const isWritten = await insertTrainingVersion(writer, { id, version }, training, writtenNow(context))
  return isWritten ? done({ id, version }) : refused('outdated-version')
}

function writtenNow({ actor, now }: Context) {
  return { by: actor.personId, at: now }
}

/** Every stage of the newest programmes, by key. */
async function listStages(reader: Reader): Promise<ReadonlyMap<string, LocalText>> {
  const programmes = await listNewestProgrammes(reader)
  return new Map(
    programmes.flatMap(({ programme }) => programme.stages.map(({ key, title }) => [key, title] as const)),
  )
}

/** Of a stage that no programme has any more. */
function unnamed(stage: string): LocalText {
  return { da: stage, en: stage }
}

async function readIncluded(included: IncludedTraining) {
  return (await included()).map(({ name, text }) => readTrainingFile(text, name))
}
