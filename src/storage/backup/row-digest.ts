import { createHash } from 'node:crypto'
import type { TableDigest } from '../../core/backup/backup-format.ts'

const lineFeed = 0x0a

/** Counts and hashes rows as COPY writes them; a line feed within a value is written as two other characters. */
export class RowDigest {
  readonly #hash = createHash('sha256')
  #rows = 0

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.#rows += 1
  }

  of(name: string): TableDigest {
    return { name, rows: this.#rows, digest: this.#hash.copy().digest('hex') }
  }
}
