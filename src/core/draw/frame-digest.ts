import { createHash } from 'node:crypto'
import { sortAsBytes } from './byte-order.ts'

const linesAtOnce = 8192

/**
 * SHA-256 (hex) over the lines `caseId TAB stratum LF` (some algorithms have more fields), sorted by caseId as bytes, then
 * by stratum. A tab sorts below every character an id may have, so sorting whole lines does both. The same as
 * `LC_ALL=C sort lines.tsv | sha256sum`.
 */
export function frameDigest(lines: string[]): string {
  sortAsBytes(lines)
  const hash = createHash('sha256')
  for (let start = 0; start < lines.length; start += linesAtOnce)
    hash.update(lines.slice(start, start + linesAtOnce).join(''))
  return hash.digest('hex')
}

export function digestLine(...fields: readonly string[]): string {
  return `${fields.join('\t')}\n`
}
