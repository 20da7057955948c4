import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Made once per data folder, hex. They are of use only to who can read the folder. */
export interface Secrets {
  readonly superuser: string
  readonly owner: string
  readonly app: string
  readonly claimKey: string
  /** Of the app, for personal numbers; PostgreSQL never hears it. */
  readonly personalKey: string
  /** Personal keys from before, while numbers are being encrypted anew. */
  readonly oldPersonalKeys?: readonly string[]
  /** Names the cluster where it must lie outside the data folder. */
  readonly cluster: string
}

export async function readOrMakeSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, 'secrets.json')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) {
    // We alone write this file, as a whole; a damaged one is an outage that JSON.parse reports.
    const known = JSON.parse(text) as Omit<Secrets, 'personalKey'> & Partial<Secrets>
    const { personalKey } = known
    if (personalKey !== undefined) return { ...known, personalKey }
    // Folders made before the program had a personal key get one now.
    return write(path, { ...known, personalKey: secret() })
  }
  return write(path, {
    superuser: secret(),
    owner: secret(),
    app: secret(),
    claimKey: secret(),
    personalKey: secret(),
    cluster: randomBytes(8).toString('hex'),
  })
}

/**
 * A new personal key, with the one from before kept beside it. A change that was begun and not ended goes on with the same key.
 * Call it only while holding the folder's lock.
 */
export async function beginPersonalKey(folder: string): Promise<Secrets> {
  const known = await readOrMakeSecrets(folder)
  if ((known.oldPersonalKeys ?? []).length > 0) return known
  const changed = { ...known, personalKey: secret(), oldPersonalKeys: [known.personalKey] }
  return write(join(folder, 'secrets.json'), changed)
}

/** Forgets the keys from before: nothing is encrypted with them any more. */
export async function endPersonalKey(folder: string): Promise<void> {
  const { oldPersonalKeys: _, ...known } = await readOrMakeSecrets(folder)
  await write(join(folder, 'secrets.json'), known)
}

/** Whole or not at all. */
async function write(path: string, secrets: Secrets): Promise<Secrets> {
  const part = await open(`${path}.part`, 'w', 0o600)
  try {
    await part.writeFile(JSON.stringify(secrets, null, 2))
    await part.sync()
  } finally {
    await part.close()
  }
  await rename(`${path}.part`, path)
  return secrets
}

function secret(): string {
  return randomBytes(32).toString('hex')
}
