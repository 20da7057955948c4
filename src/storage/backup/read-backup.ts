import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract as extractTar } from 'tar-stream'
import {
  backupHead,
  backupManifest,
  differingTables,
  type BackupHead,
  type BackupManifest,
} from '../../core/backup/backup-format.ts'
import { decrypterWith, type BackupKey } from './backup-key.ts'
import {
  BackupRefused,
  damaged,
  notABackup,
  unknownVersion,
  unreadable,
  wrongKey,
} from './backup-problems.ts'
import { RowDigest } from './row-digest.ts'

export type BackupPiece =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'rows'; readonly table: string; readonly bytes: Buffer }
  | { readonly kind: 'public-key'; readonly name: string; readonly text: string }
  /** Comes last, and only when all that came before is what it says. */
  | { readonly kind: 'manifest'; readonly manifest: BackupManifest }

/** What age's own files begin with (age-encryption.org/v1). */
const magic = 'age-encryption.org/v1\n'
/** Bytes; we write parts of little more than 4 MiB. */
const largestEntry = 64 * 1024 * 1024

/**
 * A backup piece by piece, in constant memory. Throws `BackupRefused` for a wrong key and for a file that is torn,
 * altered or incomplete: pieces that came before are to be believed only when `manifest` has come and reading went on
 * to the end.
 */
export async function* readBackup(file: string, key: BackupKey): AsyncGenerator<BackupPiece, void> {
  const source = await decrypted(file, key)
  const archive = extractTar()
  const plain = new PassThrough()
  const reading = pipeline(source, createGunzip(), plain)
  // Both are heard through the entries.
  reading.catch(() => undefined)
  const unpacking = pipeline(plain, archive)
  unpacking.catch(() => undefined)
  const check = new BackupCheck()
  try {
    for await (const entry of archive) {
      const { name, size } = entry.header
      if (size === undefined || size > largestEntry)
        throw new Error('an entry of a size that we do not write')
      const chunks: Buffer[] = []
      // A stream without an encoding yields buffers.
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      yield check.take(name, Buffer.concat(chunks))
    }
    await unpacking
    await reading
    check.end()
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    if (error instanceof NewerFormat) throw new BackupRefused(unknownVersion(file), error)
    throw new BackupRefused(unreadable(file, error) ?? damaged(file), error)
  } finally {
    source.destroy()
    archive.destroy()
  }
}

class NewerFormat extends Error {}

/** Holds each piece against those before it and the manifest against all of them. */
class BackupCheck {
  #head: BackupHead | undefined
  #manifest: BackupManifest | undefined
  readonly #digests = new Map<string, RowDigest>()
  readonly #keys = new Map<string, string>()
  #current = -1

  take(name: string, bytes: Buffer): BackupPiece {
    if (this.#manifest !== undefined) throw new Error('something comes after the manifest')
    if (this.#head === undefined) {
      if (name !== 'format.json') throw new Error('the format does not come first')
      this.#head = headIn(bytes)
      return { kind: 'head', head: this.#head }
    }
    const [, table] = /^tables\/([a-z0-9_.]+)\/\d{6,}$/.exec(name) ?? []
    if (table !== undefined) return this.#rows(this.#head, table, bytes)
    const [, keyFile] = /^public-keys\/([a-z0-9.-]+)$/.exec(name) ?? []
    if (keyFile !== undefined) {
      this.#keys.set(keyFile, createHash('sha256').update(bytes).digest('hex'))
      return { kind: 'public-key', name: keyFile, text: bytes.toString() }
    }
    if (name !== 'manifest.json') throw new Error('an entry that we do not write')
    this.#manifest = backupManifest.parse(JSON.parse(bytes.toString()))
    this.#compare(this.#head, this.#manifest)
    return { kind: 'manifest', manifest: this.#manifest }
  }

  end(): void {
    if (this.#manifest === undefined) throw new Error('the manifest is missing')
  }

  #rows({ tables }: BackupHead, table: string, bytes: Buffer): BackupPiece {
    const place = tables.findIndex(({ name }) => name === table)
    if (place < 0 || place < this.#current) throw new Error('a table comes out of its order or is unknown')
    this.#current = place
    let digest = this.#digests.get(table)
    if (digest === undefined) this.#digests.set(table, (digest = new RowDigest()))
    digest.add(bytes)
    return { kind: 'rows', table, bytes }
  }

  #compare({ tables }: BackupHead, manifest: BackupManifest): void {
    const found = tables.map(({ name }) => (this.#digests.get(name) ?? new RowDigest()).of(name))
    const differing = differingTables(manifest.tables, found)
    const keys = manifest.publicKeys.every(({ name, digest }) => this.#keys.get(name) === digest)
    if (differing.length > 0 || !keys || manifest.publicKeys.length !== this.#keys.size)
      throw new Error(`not as the manifest says: ${differing.join(', ')}`)
  }
}

function headIn(bytes: Buffer): BackupHead {
  const content: unknown = JSON.parse(bytes.toString())
  const parsed = backupHead.safeParse(content)
  if (parsed.success) return parsed.data
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : 0
  throw typeof version === 'number' && version > 1 ? new NewerFormat() : new Error('no head of a backup')
}

async function decrypted(path: string, key: BackupKey): Promise<Readable> {
  let stream: Readable | undefined
  try {
    const file = await open(path)
    const begin = Buffer.alloc(magic.length)
    const { bytesRead } = await file.read(begin, 0, begin.length, 0)
    stream = file.createReadStream({ start: 0 })
    if (begin.toString('latin1', 0, bytesRead) !== magic) {
      stream.destroy()
      throw new BackupRefused(notABackup(path))
    }
    // Node's and the DOM's declarations of the same stream differ in name only.
    const opened = await decrypterWith(key).decrypt(Readable.toWeb(stream) as ReadableStream<Uint8Array>)
    return Readable.from(opened)
  } catch (error) {
    stream?.destroy()
    if (error instanceof BackupRefused) throw error
    // The library tells its errors apart by their text only.
    const unmatched = error instanceof Error && error.message.startsWith('no identity matched')
    const known = unreadable(path, error) ?? (unmatched ? wrongKey(path) : damaged(path))
    throw new BackupRefused(known, error)
  }
}
