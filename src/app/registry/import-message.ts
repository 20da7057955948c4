import type { Problem } from '../../core/language/problem.ts'
import type { RegistryMapping } from '../../core/registry/registry-columns.ts'
import type { KnownName } from '../../core/registry/registry-row.ts'
import type { MunicipalityId, UnitId } from '../../storage/ids.ts'
import type { RefusedRow } from '../../storage/registry/staged-row.ts'

/** What the reading thread is told. */
export interface ImportTask {
  readonly bytes: Uint8Array
  readonly file: string
  readonly mapping: RegistryMapping
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly stages: readonly KnownName[]
  readonly municipality: MunicipalityId
  /** Of the app's key for personal numbers; without it a file with CPR numbers cannot be read. */
  readonly personalKey: Uint8Array | undefined
}

/** What the reading thread tells: columns or why not, rows in order, and at last how it went. */
export type ImportMessage =
  | { readonly kind: 'columns'; readonly columns: readonly string[]; readonly mapping: RegistryMapping }
  | {
      /** Our columns could not all be found: a person must say which is which. */
      readonly kind: 'unmatched'
      readonly columns: readonly string[]
      readonly mapping: RegistryMapping
      readonly problems: readonly Problem[]
    }
  /** `rows` is the JSON text of `StagedRow[]`. */
  | { readonly kind: 'rows'; readonly rows: string; readonly count: number }
  | { readonly kind: 'refused'; readonly rows: readonly RefusedRow[] }
  | { readonly kind: 'end'; readonly rows: number; readonly refused: number; readonly open: number }
  | { readonly kind: 'unusable'; readonly problems: readonly Problem[] }
