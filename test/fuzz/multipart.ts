import { Buffer } from 'node:buffer'

const boundary = 'tilsyn-fuzz-boundary'
export const multipartType = `multipart/form-data; boundary=${boundary}`

export interface Part {
  readonly name: string
  readonly fileName?: string
  readonly bytes: string | Uint8Array
}

/** A form as browsers send it; `ends`: with the line that closes it. */
function multipartBody(parts: readonly Part[], ends = true): Buffer {
  const written = parts.map(({ name, fileName, bytes }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName.replaceAll(/["\r\n]/g, '_')}"`
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ])
  })
  return Buffer.concat([...written, Buffer.from(ends ? `--${boundary}--\r\n` : '')])
}

/** What files begin with, and what only looks like one. */
const contents: readonly (string | Uint8Array)[] = [
  'sagsnummer;sagstrin;enhed;sagsbehandler;påbegyndt;afsluttet\r\nBV-1;underretning;Nord;ABC;2026-01-02;2026-02-03\r\n',
  'case_id;event;at\r\nBV-1;x;2026-01-02T10:00:00Z\r\n',
  '',
  '\u0000\u0000',
  Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
  '\u202e;"',
  'key: [1, {a: &a [*a]}]',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>',
]
const fileNames = ['a.csv', 'a.xlsx', 'a.yaml', 'a.CSV', 'a.exe', '../../a.csv', 'a\u202ecsv.exe', '', '.csv']

/** A form with a file, told apart by a number: good ends and bad ones, missing, doubled and broken-off parts. */
export function formOf(fields: Readonly<Record<string, unknown>>, way: number): Buffer {
  const texts = Object.entries(fields).map(([name, value]) => ({
    name,
    bytes: (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 70_000),
  }))
  const file = {
    name: way % 11 === 10 ? 'fil' : 'file',
    fileName: fileNames[way % fileNames.length] ?? '',
    bytes: contents[Math.floor(way / fileNames.length) % contents.length] ?? '',
  }
  switch (way % 13) {
    case 0:
      return multipartBody(texts)
    case 1:
      return multipartBody([...texts, file, file])
    case 2:
      return multipartBody([...texts, file], false)
    case 3:
      return multipartBody([...texts, ...Array.from({ length: 40 }, () => ({ name: 'x', bytes: 'x' })), file])
    case 4:
      return multipartBody([file, ...texts])
    default:
      return multipartBody([...texts, file])
  }
}
