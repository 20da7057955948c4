import { Buffer } from 'node:buffer'
import { readEventRows } from '../../src/app/caseflow/read-event-rows.ts'
import { cutOff } from '../../src/app/registry/read-import.ts'
import { readImportRows } from '../../src/app/registry/read-import-rows.ts'
import type { Problem } from '../../src/core/language/problem.ts'
import { getId, type MunicipalityId, type UnitId } from '../../src/storage/ids.ts'

const municipality = getId<MunicipalityId>('00000000-0000-4000-8000-000000000001')
export const units = ['Nord', 'Øst']

export interface Reading {
  /** `preview`: columns, or the question which they are; `problem`: what is wrong with the file; `silent`: nothing was told. */
  readonly outcome: 'preview' | 'problem' | 'silent'
  readonly problems: readonly Problem[]
}

interface Told {
  readonly kind: string
  readonly problems?: readonly Problem[]
  readonly rows?: unknown
}

function readingOf(told: readonly Told[]): Reading {
  const rows = told.flatMap(({ kind, rows: refused }) =>
    // The rows that were refused, each with its problems; the others' are texts.
    kind === 'refused' ? (refused as readonly { readonly problems: readonly Problem[] }[]) : [],
  )
  const problems = [...told, ...rows].flatMap((one) => one.problems ?? [])
  const last = told.at(-1)?.kind
  if (last === 'unusable') return { outcome: 'problem', problems }
  return { outcome: last === 'end' || last === 'unmatched' ? 'preview' : 'silent', problems }
}

export type Importer = (bytes: Uint8Array, file: string) => Promise<Reading>

export const readCases: Importer = async (bytes, file) => {
  const told: Told[] = []
  await readImportRows(
    {
      bytes,
      file,
      mapping: {},
      units: units.map((name, at) => ({
        id: getId<UnitId>(`00000000-0000-4000-8000-00000000000${at}`),
        name,
      })),
      stages: [['underretning']],
      municipality,
      personalKey: Buffer.alloc(32, 5),
    },
    (message) => told.push(message),
  )
  return readingOf(told)
}

export const readEvents: Importer = async (bytes, file) => {
  const told: Told[] = []
  await readEventRows(
    {
      bytes,
      file,
      mapping: {},
      kindWords: {},
      reading: {},
      kinds: ['notified', 'screened'].map((key) => ({
        key,
        name: { da: key, en: key },
        aliases: [],
        needsTime: true,
      })),
      units,
      municipality,
      personalKey: Buffer.alloc(32, 5),
      now: Date.parse('2026-11-22T12:00:00Z'),
    },
    (message) => told.push(message),
  )
  return readingOf(told)
}

/** The reader of workbooks waits for ever for the rest of some files; its thread then ends, and the file is called cut off. */
export const stoppedReading: Reading = { outcome: 'problem', problems: [cutOff('a.xlsx')] }
