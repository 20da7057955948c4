import { Buffer } from 'node:buffer'
import { randomFrom } from '../../bench/imitation/random.ts'

/** Numbers from 0 up to `below`, the same ones under the same seed. */
export type Pick = (below: number) => number

export function seededPick(from: number): Pick {
  const random = randomFrom(from)
  return (below) => Math.floor(random() * below)
}

/** Cells that nobody wrote in good faith. */
export const oddCells: readonly string[] = [
  '=1+1', '@SUM(A1:A9)', '9'.repeat(400), '1e308', '-1e999', '0x10', '٣٤', '43132', '43132.5', '2026-02-30', '31-02-2026',
  '0000-00-00', '99999-01-01', '2026-01-01T99:99', '1/1/26', 'kl. 9.30', '\u202e1-VB', '\u0000', '\u0007', '\ufeff',
  '"', '""', '"a', 'a"b', ';', ',', '\t', '\r', '\n', '\r\n', '\u2028', 'x'.repeat(70_000), 'é'.repeat(2000), '😀',
  '010101-1234', '0101011234', ' ', '\u00a0', '__proto__', 'constructor', 'NaN', 'null', '<b>', "'", '\\', '\u0085',
] // prettier-ignore

export function flipBytes(bytes: Buffer, pick: Pick, count = 1 + pick(8)): Buffer {
  const changed = Buffer.from(bytes)
  if (changed.length > 0) for (let at = 0; at < count; at += 1) changed[pick(changed.length)] = pick(256)
  return changed
}

export function cutOff(bytes: Buffer, pick: Pick): Buffer {
  return bytes.subarray(0, pick(bytes.length + 1))
}

/** One way or two of spoiling a CSV file. */
export function spoiltCsv(good: readonly (readonly string[])[], pick: Pick): Buffer {
  const delimiter = [';', ',', '\t', '|', ' '][pick(5)] ?? ';'
  const lineBreak = ['\r\n', '\n', '\r', '\n\r', '\u2028'][pick(5)] ?? '\n'
  let rows = good.map((row) => [...row])
  const column = pick(rows[0]?.length ?? 1)
  const odd = () => oddCells[pick(oddCells.length)] ?? ''
  for (let times = 0; times <= pick(3); times += 1) {
    const row = rows[pick(rows.length)] ?? []
    switch (pick(9)) {
      case 0:
        rows = rows.map((cells) => [...cells, cells[column] ?? ''])
        break
      case 1:
        rows = rows.map((cells) => cells.toSpliced(column, 1))
        break
      case 2:
        row.splice(pick(row.length + 1), pick(3))
        break
      case 3:
        row.push(...Array.from({ length: pick(40) }, odd))
        break
      case 4:
        rows = [...rows.slice(pick(rows.length)), ...rows]
        break
      case 5:
        rows.splice(pick(rows.length), 0, [], [''], ['', ''])
        break
      default:
        row[pick(row.length + 1)] = odd()
    }
  }
  const text = rows
    .map((row) => Array.from(row, (cell) => written(cell, pick)).join(delimiter))
    .join(lineBreak)
  return spoiltEncoding(text, pick)
}

/** Mostly as it should be, so that what stands in the cell reaches the reader of cells. */
function written(cell: string | undefined, pick: Pick): string {
  const text = cell ?? ''
  return pick(4) > 0 && /[";,\t\r\n|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function spoiltEncoding(text: string, pick: Pick): Buffer {
  const utf8 = Buffer.from(text)
  switch (pick(14)) {
    case 0:
      return Buffer.from(text, 'latin1')
    case 1:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    case 2:
      return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le')])
    case 3:
      return Buffer.from(text, 'utf16le')
    case 4:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), utf8])
    case 5:
      return Buffer.from(`sep=${text.slice(0, 1)}\r\n${text}`)
    case 6:
      return cutOff(utf8, pick)
    case 7:
      return Buffer.concat([utf8, Buffer.from(text, 'latin1')])
    case 8:
    case 9:
      return flipBytes(utf8, pick)
    default:
      return utf8
  }
}
