import { Buffer } from 'node:buffer'
import { detectDelimiter } from './delimiter.ts'

/** Where the rows of a text begin and what separates their cells. */
export interface OpenText {
  readonly body: Buffer
  readonly delimiter: string
  /** Line that the body begins on. */
  readonly line: number
}

/** Excel's own first line `sep=;` names the separator and is no row. */
export function openText(bytes: Uint8Array): OpenText {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = body.toString('utf8', 0, 65_536)
  const declared = /^sep=(.)(?:\r\n|\n|\r)/iu.exec(start)
  if (declared?.[1] !== undefined)
    return { body: body.subarray(Buffer.byteLength(declared[0])), delimiter: declared[1], line: 2 }
  const header = /^(?:\s*(?:\r\n|\n|\r))*((?:"(?:[^"]|"")*"|[^\r\n"])*)/u.exec(start)?.[1] ?? ''
  return { body, delimiter: detectDelimiter(header), line: 1 }
}
