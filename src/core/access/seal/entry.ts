import { Buffer } from 'node:buffer'

export const logs = ['access', 'change'] as const
export type Log = (typeof logs)[number]

/** One row of a log, every value as PostgreSQL writes it, so that nothing of it is lost on the way. */
export interface SealedEntry {
  readonly log: Log
  readonly municipality: string
  readonly id: string
  /** Seconds since 1970 with six decimals. */
  readonly at: string
  readonly person: string | null
  readonly session: string | null
  readonly act: string
  /** Of a change; null in the access log. */
  readonly room: string | null
  readonly subjectKind: string
  readonly subjectId: string | null
  /** `detail::text` */
  readonly detail: string
}

/** Tells leaves of this form from any later one. */
const form = 'tilsyn-log-entry-1'

/**
 * The bytes that stand for an entry: its values as netstrings (`5:hello,`, lengths in bytes of UTF-8), null as `-,`, in
 * the order of docs/sealed-logs.md. Lengths come first, so no two entries have the same bytes.
 */
export function encodeEntry(entry: SealedEntry): Buffer {
  return Buffer.from(
    field(form) +
      field(entry.log) +
      field(entry.municipality) +
      field(entry.id) +
      field(entry.at) +
      field(entry.person) +
      field(entry.session) +
      field(entry.act) +
      field(entry.room) +
      field(entry.subjectKind) +
      field(entry.subjectId) +
      field(entry.detail),
  )
}

function field(value: string | null): string {
  return value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`
}
