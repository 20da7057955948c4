import { getId, type ImportBatchId } from '../../storage/ids.ts'

/** The id of an import in an address whose form was checked. */
export function batchId(text: string): ImportBatchId {
  return getId<ImportBatchId>(text)
}
