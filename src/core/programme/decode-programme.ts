import type { Checked } from '../language/problem.ts'
import { parseProgramme } from './parse-programme.ts'
import type { Programme } from './programme.ts'
import { findTooLarge } from './programme-size.ts'

/** A programme from a file's bytes: UTF-8, with or without byte order mark. */
export function decodeProgramme(bytes: Uint8Array, file: string): Checked<Programme> {
  const tooLarge = findTooLarge(bytes.length, file)
  if (tooLarge !== undefined) return { ok: false, problems: [tooLarge] }
  return parseProgramme(new TextDecoder('utf-8').decode(bytes), file)
}
