import type { EventKindName } from '../../core/caseflow/event-kinds.ts'
import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { Problem } from '../../core/language/problem.ts'
import type { DateOrder } from '../../core/tabular/written-date.ts'
import type { MunicipalityId } from '../../storage/ids.ts'
import type { RefusedEvent } from '../../storage/caseflow/stage-events.ts'
import type { Names } from '../../storage/tables/caseflow.ts'

/** What the thread that reads events is told. */
export interface EventTask {
  readonly bytes: Uint8Array
  readonly file: string
  /** Our column name to the file's. */
  readonly mapping: Names
  /** The source's word for a kind to the rules' key. */
  readonly kindWords: Names
  readonly reading: EventReading
  readonly kinds: readonly (EventKindName & { readonly needsTime: boolean })[]
  readonly units: readonly string[]
  readonly municipality: MunicipalityId
  /** Of the app's key for personal numbers; without it a file with CPR numbers cannot be read. */
  readonly personalKey: Uint8Array | undefined
  /** Milliseconds since 1970; what lies after it cannot have happened. */
  readonly now: number
}

/** What a file holds beside the rows that are compared with what stands. */
export interface EventTotals {
  readonly rows: number
  readonly refused: number
  readonly unknownKinds: number
  readonly missingTimes: number
  readonly unknownUnits: number
  /** Say the same as a row before them. */
  readonly repeated: number
  /** Rows refused here by the code of what is wrong with them first. */
  readonly why: readonly { readonly code: string; readonly count: number }[]
  /** Words of unknown kinds, the most frequent first. */
  readonly words: readonly { readonly word: string; readonly count: number }[]
}

/** What it tells: columns or why not, rows in order, and at last how it went. */
export type EventMessage =
  | {
      readonly kind: 'columns'
      readonly columns: readonly string[]
      readonly mapping: Names
      /** As it was said or, where nobody had, as the file shows it. */
      readonly dateOrder: DateOrder | undefined
    }
  | {
      /** Our columns could not all be found, or not the order of its dates: a person must say. */
      readonly kind: 'unmatched'
      readonly columns: readonly string[]
      readonly mapping: Names
      readonly problems: readonly Problem[]
    }
  /** `rows` is the JSON text of `StagedEvent[]`. */
  | { readonly kind: 'rows'; readonly rows: string; readonly count: number }
  | { readonly kind: 'refused'; readonly rows: readonly RefusedEvent[] }
  | { readonly kind: 'end'; readonly totals: EventTotals }
  | { readonly kind: 'unusable'; readonly problems: readonly Problem[] }
