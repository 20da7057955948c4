import type { Checked } from '../core/language/problem.ts'
import { makeBackupKey } from '../storage/backup/backup-key.ts'
import { writeNewFile } from '../storage/backup/new-file.ts'

/** Writes a new secret key to a file and gives its public key; never over a file that is there. */
export async function newBackupKey(to: string): Promise<Checked<string>> {
  const { secretFile, recipient } = await makeBackupKey()
  const written = await writeNewFile(to, once(Buffer.from(secretFile)))
  return written.ok ? { ok: true, value: recipient } : written
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes)
}
