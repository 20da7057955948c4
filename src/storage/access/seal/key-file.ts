import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  type KeyObject,
} from 'node:crypto'
import { link, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Signer } from '../../../core/access/seal/grow.ts'
import type { Checked, Problem } from '../../../core/language/problem.ts'
import { makeFolder } from '../../embedded/make-folder.ts'

export interface SealKey extends Signer {
  /** PEM (SPKI): what a verifier needs. */
  readonly publicPem: string
}

/** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
export function keyIdOf(publicKey: KeyObject): string {
  return hash('sha256', publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16)
}

/** The key that signs heads; `make`: a new one where there is no file yet. Others than its owner must not be able to read it. */
export async function openSealKey(path: string, make: boolean): Promise<Checked<SealKey>> {
  const refuse = (problem: Problem): Checked<never> => ({ ok: false, problems: [problem] })
  try {
    if (make) await makeKeyFile(path)
    const { mode } = await stat(path)
    // Windows has no such modes and says 0o666 of every file.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return refuse(readableByOthers(path))
    const key = findPrivateKey(await readFile(path, 'utf8'))
    if (key === undefined) return refuse(noKey(path))
    const publicKey = createPublicKey(key)
    return {
      ok: true,
      value: {
        keyId: keyIdOf(publicKey),
        publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
      },
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return refuse(unreadable(path, error.code))
    throw error
  }
}

function findPrivateKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all, and never over a key that is there. */
async function makeKeyFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined) return
  await makeFolder(dirname(path), 0o700)
  const { privateKey } = generateKeyPairSync('ed25519')
  const part = `${path}.${process.pid}.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await file.sync()
  } finally {
    await file.close()
  }
  await link(part, path).catch((error: unknown) => {
    // Another start was quicker; its key counts.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await unlink(part)
}

function readableByOthers(file: string): Problem {
  return {
    code: 'seal-key-readable',
    text: {
      da: 'Andre end ejeren kan læse nøglen, der forsegler loggene; så beviser dens underskrift intet. Kør chmod 600 på filen, og læg en ny nøgle, hvis nogen kan have set den. Se docs/sealed-logs.md.',
      en: 'Others than its owner can read the key that seals the logs; its signature then proves nothing. Run chmod 600 on the file, and make a new key if anyone may have seen it. See docs/sealed-logs.md.',
    },
    at: { file },
  }
}

function noKey(file: string): Problem {
  return {
    code: 'seal-key-unusable',
    text: {
      da: 'Filen rummer ingen privat Ed25519-nøgle i PEM-form. Lav en med: openssl genpkey -algorithm ed25519',
      en: 'The file holds no private Ed25519 key in PEM form. Make one with: openssl genpkey -algorithm ed25519',
    },
    at: { file },
  }
}

function unreadable(file: string, code: string): Problem {
  return {
    code: 'seal-key-unreadable',
    text: {
      da: `Nøglen, der forsegler loggene, kan ikke læses eller laves (${code}). Se efter stien i TILSYN_SEAL_KEY_FILE og rettighederne.`,
      en: `The key that seals the logs cannot be read or made (${code}). Check the path in TILSYN_SEAL_KEY_FILE and the permissions.`,
    },
    at: { file },
  }
}
