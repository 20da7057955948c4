import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { verifiedNote, verifiedNoteName, type VerifiedNote } from '../../core/backup/verified-backup.ts'
import type { LocalText } from '../../core/language/language.ts'
import { systemReason } from '../../core/language/system-reason.ts'

/** When the newest backup that was verified was made; undefined where no readable note says so, or it says a time to come. */
export async function readVerified(folder: string, now: Date): Promise<Date | undefined> {
  const note = await readNote(folder)
  const made = note === undefined ? undefined : new Date(note.made)
  return made !== undefined && made <= now ? made : undefined
}

/** Notes beside a backup that it was verified; the note of a newer backup stays. Gives the reason if it could not be written. */
export async function noteVerified(file: string, made: Date, now: Date): Promise<LocalText | undefined> {
  const folder = dirname(file)
  const newest = await readVerified(folder, now)
  if (newest !== undefined && newest > made) return undefined
  const note: VerifiedNote = {
    format: 'tilsyn-verified',
    version: 1,
    made: made.toISOString(),
    verified: now.toISOString(),
  }
  const path = join(folder, verifiedNoteName)
  const part = join(folder, `.${verifiedNoteName}.${randomBytes(6).toString('hex')}.part`)
  try {
    // The server that looks may be another user than whoever verifies.
    await writeFile(part, `${JSON.stringify(note, null, 2)}\n`, { flag: 'wx', mode: 0o644 })
    await rename(part, path)
    return undefined
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const reason = systemReason(error)
    if (reason === undefined) throw error
    return reason
  }
}

async function readNote(folder: string): Promise<VerifiedNote | undefined> {
  try {
    const read = verifiedNote.safeParse(JSON.parse(await readFile(join(folder, verifiedNoteName), 'utf8')))
    return read.data
  } catch {
    // None, out of reach or torn: as good as not verified.
    return undefined
  }
}
