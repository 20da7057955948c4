import { Buffer, isUtf8 } from 'node:buffer'
import type { Checked, Problem } from '../language/problem.ts'

type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** A text file as UTF-8 without byte order mark, and what it was written in. */
export interface TextBytes {
  readonly bytes: Uint8Array
  readonly encoding: TextEncoding
}

/**
 * Reads what spreadsheets write: UTF-8 with or without byte order mark, UTF-16 with one ("Unicode text"), else
 * Windows-1252. Valid UTF-8 with Danish letters is next to never meaningful Windows-1252, so validity decides.
 */
export function decodeTextBytes(bytes: Uint8Array, file: string): Checked<TextBytes> {
  const marked = byMark(bytes)
  // UTF-16 has NUL bytes in every Latin letter, so there only the text itself tells.
  if ((marked?.bytes ?? bytes).includes(0)) return { ok: false, problems: [binary(file)] }
  if (marked !== undefined) return { ok: true, value: marked }
  if (isUtf8(bytes)) return { ok: true, value: { bytes, encoding: 'utf-8' } }
  const damage = findDamagedUtf8(bytes, file)
  if (damage !== undefined) return { ok: false, problems: [damage] }
  return { ok: true, value: { bytes: reencode(bytes, 'windows-1252'), encoding: 'windows-1252' } }
}

function byMark(bytes: Uint8Array): TextBytes | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { bytes: reencode(bytes, 'utf-16le'), encoding: 'utf-16le' }
  if (first === 0xfe && second === 0xff) return { bytes: reencode(bytes, 'utf-16be'), encoding: 'utf-16be' }
  if (first === 0xef && second === 0xbb && third === 0xbf && isUtf8(bytes) && !bytes.includes(0))
    return { bytes: bytes.subarray(3), encoding: 'utf-8' }
  return undefined
}

function reencode(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  return Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8')
}

/**
 * Two files pasted together, or one cut in the middle of a letter: most letters are UTF-8 and a few bytes are not.
 * Reading it as Windows-1252 would turn every "æ" into "Ã¦", so such a file is refused.
 */
function findDamagedUtf8(bytes: Uint8Array, file: string): Problem | undefined {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const damaged = countMatches(lenient, /\ufffd/gu)
  const whole = countMatches(lenient, /[\u0080-\ufffc\ufffe-\u{10ffff}]/gu)
  if (whole <= damaged) return undefined
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split(/\r\n|\n|\r/u).length
  return {
    code: 'damaged-utf8',
    text: {
      da: 'Filen er skrevet i UTF-8, men her står tegn, der ikke er det (blandede tegnsæt, eller filen er klippet over). Gem den igen som UTF-8.',
      en: 'The file is written in UTF-8, but some characters here are not (mixed encodings, or the file was cut off). Save it again as UTF-8.',
    },
    at: { file, line },
  }
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count += 1
  return count
}

function binary(file: string): Problem {
  return {
    code: 'not-text',
    text: {
      da: 'Filen er ikke en tekstfil (den indeholder nul-bytes), eller den er gemt som UTF-16 uden mærke. Gem regnearket som CSV (UTF-8) eller XLSX.',
      en: 'The file is not a text file (it contains NUL bytes), or it was saved as UTF-16 without a mark. Save the spreadsheet as CSV (UTF-8) or XLSX.',
    },
    at: { file },
  }
}
