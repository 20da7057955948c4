import type { BackupHead, BackupManifest } from '../../core/backup/backup-format.ts'
import type { Checked } from '../../core/language/problem.ts'
import type { BackupKey } from './backup-key.ts'
import { BackupRefused } from './backup-problems.ts'
import { readBackup } from './read-backup.ts'

export interface VerifiedBackup {
  readonly head: BackupHead
  readonly manifest: BackupManifest
}

/** Reads a backup to its end without a database: it opens, nothing is missing, and every table has its digest. */
export async function verifyBackup(file: string, key: BackupKey): Promise<Checked<VerifiedBackup>> {
  let head: BackupHead | undefined
  let manifest: BackupManifest | undefined
  try {
    for await (const piece of readBackup(file, key)) {
      if (piece.kind === 'head') head = piece.head
      if (piece.kind === 'manifest') manifest = piece.manifest
    }
  } catch (error) {
    if (error instanceof BackupRefused) return { ok: false, problems: [error.problem] }
    throw error
  }
  if (head === undefined || manifest === undefined) throw new Error('the reader ended without a manifest')
  return { ok: true, value: { head, manifest } }
}
