import { createHash, randomUUID } from 'node:crypto'
import type { Problem } from '../../core/language/problem.ts'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import type { RegistryMapping } from '../../core/registry/registry-columns.ts'
import { getId, type ImportBatchId, type ImportSourceId } from '../../storage/ids.ts'
import * as batches from '../../storage/registry/import-batch.ts'
import { addImportSource, findImportSource } from '../../storage/registry/import-source.ts'
import { deleteStagedRows } from '../../storage/registry/merge-rows.ts'
import { stageRefusedRows, stageRows } from '../../storage/registry/stage-rows.ts'
import type { Actor, Database, Transaction, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Refused, type Result } from '../frame/result.ts'
import { knownNames } from './known-names.ts'
import type { PersonalKey } from './personal-key.ts'
import { rotateCprKey } from './rotate-cpr-key.ts'
import { readImport } from './read-import.ts'
import { readPreview, type Preview } from './read-preview.ts'

export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Name of the source; a new one is added. */
  readonly source: string
  /** Instead of the mapping the source was last read with. */
  readonly mapping: RegistryMapping | undefined
}

/** Whom an import is done for, on the web or at the terminal. */
export interface Importer {
  readonly database: Database
  readonly actor: Actor
  readonly personalKey: PersonalKey | undefined
}

export type Previewed =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | {
      /** Not all of our columns were found; nothing was kept. */
      readonly kind: 'unmatched'
      readonly columns: readonly string[]
      readonly mapping: RegistryMapping
      readonly problems: readonly Problem[]
    }

export async function previewImport(
  context: Context,
  personalKey: PersonalKey | undefined,
  file: ImportFile,
): Promise<Result<Previewed>> {
  const granted = authorise(context, 'registry.import')
  if (!granted.ok) return granted
  return previewFile({ database: context.database, actor: context.actor, personalKey }, file)
}

/**
 * Reads a file and compares it with the registry, without writing to the registry. The rows that would be written are
 * kept until the preview is confirmed or discarded, or the same source is previewed anew.
 */
export async function previewFile(importer: Importer, file: ImportFile): Promise<Result<Previewed>> {
  const { database, actor, personalKey } = importer
  // A change of keys under way is ended first: a file's numbers are matched by the newest key's hash.
  if (personalKey?.old !== undefined) await rotateCprKey(database, actor.municipalityId, personalKey)
  try {
    return await importer.database.transaction(
      importer.actor,
      async (tx) => {
        if (!(await batches.beginImport(tx))) return refused('import-under-way')
        return readInto(tx, importer, file)
      },
      { long: true },
    )
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}

/** Ends a transaction without a trace: throwing is the only way to roll back what was written so far. */
class Undone extends Error {
  readonly result: Result<Previewed>
  constructor(result: Result<Previewed>) {
    super('undone')
    this.result = result
  }
}

async function readInto(tx: Transaction, importer: Importer, file: ImportFile): Promise<Result<Previewed>> {
  const { units, stages } = await knownNames(tx.reader)
  if (units.length === 0) return refused('no-units')
  const source = await findImportSource(tx.reader, file.source)
  const id = getId<ImportBatchId>(randomUUID())
  const name = hideCpr(file.name)
  const messages = readImport({
    bytes: file.bytes,
    file: name,
    mapping: file.mapping ?? source?.mapping ?? {},
    units,
    stages,
    municipality: importer.actor.municipalityId,
    personalKey: importer.personalKey?.bytes,
  })
  const counts = { new: 0, changed: 0, unchanged: 0 }
  let writer: Writer | undefined
  for await (const message of messages) {
    switch (message.kind) {
      case 'columns': {
        writer = await tx.recordChange({
          room: 'registry',
          act: 'preview-import',
          subjectKind: 'import-batch',
          subjectId: id,
        })
        const sourceId = source?.id ?? (await addImportSource(writer, file.source))
        await discardOpen(writer, sourceId)
        await batches.saveImportBatch(writer, {
          id,
          sourceId,
          fileName: name,
          fileDigest: createHash('sha256').update(file.bytes).digest('hex'),
          mapping: message.mapping,
          columns: message.columns,
          createdBy: importer.actor.personId,
        })
        break
      }
      case 'rows': {
        const staged = await stageRows(begun(writer), id, message.rows, message.count)
        counts.new += staged.new
        counts.changed += staged.changed
        counts.unchanged += staged.unchanged
        break
      }
      case 'refused':
        await stageRefusedRows(tx, begun(writer), id, message.rows)
        break
      case 'end': {
        const { rows, refused: refusedRows, open } = message
        const all = { ...counts, rows, refused: refusedRows, open }
        await batches.saveImportCounts(begun(writer), id, all)
        return done({ kind: 'preview', preview: await readPreview(tx, id) })
      }
      case 'unmatched': {
        const { columns, mapping, problems } = message
        return done({ kind: 'unmatched', columns, mapping, problems })
      }
      case 'unusable':
        throw new Undone(unusable(message.problems))
      default:
        message satisfies never
    }
  }
  throw new Error('the import thread ended without saying how the file was')
}

function unusable(problems: readonly Problem[]): Refused {
  return refused('unusable-file', problems)
}

function begun(writer: Writer | undefined): Writer {
  if (writer === undefined) throw new Error('rows came before the columns')
  return writer
}

async function discardOpen(writer: Writer, source: ImportSourceId): Promise<void> {
  for (const open of await batches.listOpenPreviews(writer, source)) {
    await deleteStagedRows(writer, open)
    await batches.closeImportBatch(writer, open, { state: 'discarded' })
  }
}
