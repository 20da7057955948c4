import { createHash } from 'node:crypto'
import type { Checked } from '../language/problem.ts'

export interface Seed {
  readonly bytes: Uint8Array
  /** Under 16 bytes: whoever knows the frame could try seeds until a draw suits them, or guess a published digest's seed. */
  readonly weak: boolean
}

const strongFrom = 16

/** The seed in a file's bytes: all of them but one final newline (LF or CR LF), which editors add. */
export function readSeed(bytes: Uint8Array, file: string): Checked<Seed> {
  let end = bytes.length
  if (bytes[end - 1] === 0x0a) end -= bytes[end - 2] === 0x0d ? 2 : 1
  const seed = Uint8Array.from(bytes.subarray(0, end))
  if (seed.length > 0) return { ok: true, value: { bytes: seed, weak: seed.length < strongFrom } }
  return {
    ok: false,
    problems: [
      {
        code: 'seed-empty',
        text: {
          da: 'Filen med lodtrækningsfrøet er tom. Skriv mindst 16 tilfældige tegn i den.',
          en: 'The seed file is empty. Write at least 16 random characters into it.',
        },
        at: { file },
      },
    ],
  }
}

/** What is published before the draw, so that the seed cannot be chosen afterwards. */
export function seedDigest(seed: Uint8Array): string {
  return createHash('sha256').update(seed).digest('hex')
}
