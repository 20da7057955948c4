import { readFile, stat } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Checked, Problem } from '../../core/language/problem.ts'
import { unreadable } from './backup-problems.ts'

/** What a backup is encrypted for or opened with, in the forms of the age format (age-encryption.org/v1). */
export type BackupKey =
  | {
      readonly kind: 'keys'
      /** Public keys: enough to write backups, no help in reading them. */
      readonly recipients: readonly string[]
      /** Secret keys. */
      readonly identities: readonly string[]
    }
  | { readonly kind: 'passphrase'; readonly passphrase: string }

/** A new pair of keys: the text of the secret file and the public key. */
export async function makeBackupKey(): Promise<{ readonly secretFile: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  // The form of age-keygen, so that its tools read the file too.
  return { secretFile: `# public key: ${recipient}\n${identity}\n`, recipient }
}

/** A file with `age1...` and `AGE-SECRET-KEY-...` lines, as age's own tools write them. */
export async function readKeyFile(file: string): Promise<Checked<BackupKey>> {
  return readSecret(file, (text) => findKeys(text))
}

/** A file whose first line is a passphrase. */
export async function readPassphraseFile(file: string): Promise<Checked<BackupKey>> {
  return readSecret(file, (text) => {
    const passphrase = (text.split('\n')[0] ?? '').trim()
    return passphrase.length < shortestPassphrase ? undefined : { kind: 'passphrase', passphrase }
  })
}

/** Characters. Whoever has the file can try passphrases for as long as they like. */
const shortestPassphrase = 16

async function readSecret(
  file: string,
  find: (text: string) => BackupKey | undefined | Promise<BackupKey | undefined>,
): Promise<Checked<BackupKey>> {
  const refuse = (problem: Problem): Checked<never> => ({ ok: false, problems: [problem] })
  try {
    const key = await find(await readFile(file, 'utf8'))
    if (key === undefined) return refuse(unusable(file))
    const secret = key.kind === 'passphrase' || key.identities.length > 0
    // Windows has no such modes and says 0o666 of every file.
    if (secret && process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
      return refuse(readableByOthers(file))
    return { ok: true, value: key }
  } catch (error) {
    const problem = unreadable(file, error)
    if (problem === undefined) throw error
    return refuse(problem)
  }
}

async function findKeys(text: string): Promise<BackupKey | undefined> {
  const lines = text.split('\n').map((line) => line.trim())
  const given = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const identities = given.filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  const publicKeys = given.filter((line) => line.startsWith('age1'))
  if (given.length === 0 || identities.length + publicKeys.length < given.length) return undefined
  try {
    const own = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
    const key = { kind: 'keys', recipients: [...new Set([...publicKeys, ...own])], identities } as const
    // The library says only here that a line is misspelt.
    encrypterFor(key)
    if (identities.length > 0) decrypterWith(key)
    return key
  } catch {
    return undefined
  }
}

export function encrypterFor(key: BackupKey): Encrypter {
  const encrypter = new Encrypter()
  if (key.kind === 'passphrase') encrypter.setPassphrase(key.passphrase)
  else for (const recipient of key.recipients) encrypter.addRecipient(recipient)
  return encrypter
}

export function decrypterWith(key: BackupKey): Decrypter {
  const decrypter = new Decrypter()
  if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase)
  else for (const identity of key.identities) decrypter.addIdentity(identity)
  return decrypter
}

function unusable(file: string): Problem {
  return {
    code: 'backup-key-unusable',
    text: {
      da: 'Filen rummer ingen brugbar nøgle: linjer med age1… eller AGE-SECRET-KEY-…, eller med --passphrase-file en adgangssætning på mindst 16 tegn. Lav en nøgle med: tilsyn backup key --to FIL',
      en: 'The file holds no usable key: lines with age1… or AGE-SECRET-KEY-…, or with --passphrase-file a passphrase of at least 16 characters. Make a key with: tilsyn backup key --to FILE',
    },
    at: { file },
  }
}

function readableByOthers(file: string): Problem {
  return {
    code: 'backup-key-readable',
    text: {
      da: 'Andre end ejeren kan læse filen med den hemmelige nøgle. Kør chmod 600 på filen, og lav en ny nøgle, hvis nogen kan have set den.',
      en: 'Others than its owner can read the file with the secret key. Run chmod 600 on the file, and make a new key if anyone may have seen it.',
    },
    at: { file },
  }
}
