import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'

/** What stands for a municipality's tree at one moment; hashes in lower-case hex. */
export interface UnsignedHead {
  readonly municipality: string
  /** From 1, one more each time. */
  readonly number: number
  /** Entries sealed so far. */
  readonly size: number
  readonly root: string
  /** Seconds since 1970 with six decimals, by the database's clock. */
  readonly time: string
  /** The snapshot that the newest entries were read in. */
  readonly seen: string
  /** `headDigest` of the head before; zeros for the first. */
  readonly previous: string
  /** Which key signs. */
  readonly key: string
}

export interface SignedHead extends UnsignedHead {
  /** Ed25519 (RFC 8032) of `headText`, base64. */
  readonly signature: string
}

/** `previous` of the first head. */
export const noHeadBefore = '0'.repeat(64)

/** The text that is signed; docs/sealed-logs.md has it line by line. */
export function headText(head: UnsignedHead): string {
  return [
    'tilsyn-log-head-1',
    `municipality ${head.municipality}`,
    `number ${head.number}`,
    `size ${head.size}`,
    `root ${head.root}`,
    `time ${head.time}`,
    `seen ${head.seen}`,
    `previous ${head.previous}`,
    `key ${head.key}`,
    '',
  ].join('\n')
}

/** SHA-256 (hex) of the text and its signature: what the next head points back to. */
export function headDigest(head: SignedHead): string {
  return hash('sha256', Buffer.from(`${headText(head)}signature ${head.signature}\n`))
}

/** A line of the file of written-out heads. */
export function headLine(head: SignedHead): string {
  const { municipality, number, size, root, time, seen, previous, key, signature } = head
  return `${JSON.stringify({ municipality, number, size, root, time, seen, previous, key, signature })}\n`
}

const texts = ['municipality', 'root', 'time', 'seen', 'previous', 'key', 'signature'] as const
const counts = ['number', 'size'] as const

/** The head of a line; undefined when it is none, e.g. torn by a power cut. */
export function findHead(line: string): SignedHead | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const fields: Record<string, unknown> = { ...value }
  const whole =
    texts.every((name) => typeof fields[name] === 'string') &&
    counts.every((name) => Number.isSafeInteger(fields[name]) && Number(fields[name]) > 0)
  // Every field was just looked at.
  return whole ? (fields as unknown as SignedHead) : undefined
}
