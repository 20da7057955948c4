import { createReadStream } from 'node:fs'
import { open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findHead, headLine, type SignedHead } from '../../../core/access/seal/head.ts'
import { makeFolder } from '../../embedded/make-folder.ts'
import type { SealKey } from './key-file.ts'

/** A folder that heads are written out to, one file a month, each only ever added to. */
export interface HeadsFolder {
  /** Number of the newest head there of a municipality; undefined when there is none. */
  newest(municipality: string): number | undefined
  /** Resolves when the lines are on the disk. */
  append(heads: readonly SignedHead[]): Promise<void>
}

/** The file's name of public keys, so that old heads can be verified after the key was changed. */
export const publicKeyFile = /^seal-key-[0-9a-f]{16}\.pub\.pem$/

const headsFile = /^heads-\d{4}-\d{2}\.jsonl$/

/** Makes the folder where needed, leaves the public key in it and reads how far the newest file has come. */
export async function openHeadsFolder(folder: string, key: SealKey): Promise<HeadsFolder> {
  await makeFolder(folder, 0o700)
  await writeFile(join(folder, `seal-key-${key.keyId}.pub.pem`), key.publicPem, { mode: 0o644 })
  const newest = new Map<string, number>()
  const last = (await readdir(folder))
    .filter((name) => headsFile.test(name))
    .toSorted()
    .at(-1)
  if (last !== undefined)
    for await (const line of createInterface({ input: createReadStream(join(folder, last)) })) {
      const head = findHead(line)
      if (head !== undefined) newest.set(head.municipality, head.number)
    }
  return {
    newest: (municipality) => newest.get(municipality),
    async append(heads) {
      for (const [name, lines] of Map.groupBy(heads, fileOf)) {
        await appendLines(folder, name, lines.map(headLine).join(''))
        for (const { municipality, number } of lines) newest.set(municipality, number)
      }
    },
  }
}

/** By the month of the head, in UTC. */
function fileOf({ time }: SignedHead): string {
  return `heads-${new Date(Number(time) * 1000).toISOString().slice(0, 7)}.jsonl`
}

async function appendLines(folder: string, name: string, lines: string): Promise<void> {
  const file = await open(join(folder, name), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    // A line torn by a power cut must not take the next one with it.
    const torn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== '\n'
    await file.appendFile(torn ? `\n${lines}` : lines)
    await file.sync()
    // A new file is only there for good when its folder is written too.
    if (size === 0) await syncFolder(folder)
  } finally {
    await file.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps their entries without being told.
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
