import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processIdentity } from './process-identity.ts'

export interface FolderLock {
  release(): Promise<void>
}

interface Holder {
  readonly pid: number
  readonly identity: string
}

/** Takes the folder for this process, or says which process has it. A lock whose process is gone is taken over. */
export async function lockFolder(folder: string): Promise<FolderLock | { readonly heldBy: number }> {
  const path = join(folder, 'lock')
  const own: Holder = { pid: process.pid, identity: (await processIdentity(process.pid)) ?? '' }
  const text = JSON.stringify(own)
  const candidate = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(candidate, text, { mode: 0o600 })
  try {
    for (;;) {
      // A hard link appears whole or not at all, and never over an existing file.
      if (await linked(candidate, path)) return { release: () => release(path, text) }
      const found = await readFile(path, 'utf8').catch(() => undefined)
      if (found === undefined) continue
      const holder = parseHolder(found)
      if (holder !== undefined && (await processIdentity(holder.pid)) === holder.identity)
        return { heldBy: holder.pid }
      await takeAway(path, found)
    }
  } finally {
    await rm(candidate, { force: true })
  }
}

/** Removes a stale lock, unless another program has replaced it in the meantime. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== stale) await linked(aside, path)
  await rm(aside, { force: true })
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('identity' in value))
      return undefined
    const { pid, identity } = value
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined
  } catch {
    return undefined
  }
}

async function release(path: string, own: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === own) await rm(path, { force: true })
}
