import { randomBytes } from 'node:crypto'
import { link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Checked } from '../../core/language/problem.ts'
import { alreadyThere, unwritable } from './backup-problems.ts'

const abandoned = 24 * 3600 * 1000

/**
 * Writes a file that only its owner can read. It gets its name when all of it is on the disk, and never in place of
 * another: whatever stops the writing, there is no half file of that name.
 */
export async function writeNewFile(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Checked<{ readonly bytes: number }>> {
  const folder = dirname(path)
  const part = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  let bytes = 0
  try {
    if ((await stat(path).catch(() => undefined)) !== undefined)
      return { ok: false, problems: [alreadyThere(path)] }
    await removeAbandoned(folder)
    const file = await open(part, 'wx', 0o600)
    try {
      for await (const chunk of content) {
        await file.writeFile(chunk)
        bytes += chunk.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await giveName(part, path)
    await syncFolder(folder)
    return { ok: true, value: { bytes } }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return { ok: false, problems: [alreadyThere(path)] }
    const problem = unwritable(path, error)
    if (problem === undefined) throw error
    return { ok: false, problems: [problem] }
  }
}

/** A hard link never replaces what is there; some file systems have none. */
async function giveName(part: string, path: string): Promise<void> {
  try {
    await link(part, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    await rename(part, path)
    return
  }
  await rm(part)
}

/** The name must be on the disk too. Windows cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Parts of backups whose writer was killed a day ago or longer; one that is being written is younger. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\.tilsyn-.*\.tar\.gz\.age\.[0-9a-f]{12}\.part$/.test(name)) continue
    const file = join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > abandoned) await rm(file, { force: true })
  }
}
