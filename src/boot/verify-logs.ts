import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { listMissingMunicipalities, verifyLog, type LogReport } from '../app/access/seal/verify-log.ts'
import type { WrittenLine } from '../core/access/seal/check-written.ts'
import { findHead } from '../core/access/seal/head.ts'
import { systemReason } from '../core/language/system-reason.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { publicKeyFile } from '../storage/access/seal/heads-folder.ts'
import { findVerifyingKey, verifierOf } from '../storage/access/seal/verifying-key.ts'
import { databaseConfiguration } from './configuration.ts'
import { sealConfiguration } from './seal-configuration.ts'
import { withDatabase, type Where } from './with-database.ts'

export interface VerifyRequest {
  /** Files of written-out heads. */
  readonly heads: readonly string[]
  /** Files of public keys; without any, those beside the program's own heads. */
  readonly keys: readonly string[]
  readonly progress: (municipality: string, share: number) => void
  /** Heard when a municipality is done, so that the first need not wait for the last. */
  readonly verified: (municipality: string, report: LogReport) => void
}

export interface Verified {
  /** Of the program's own folder: whoever could change the database may have put them there. */
  readonly ownKeys: boolean
  readonly keys: number
  /** Municipalities with written-out heads and no rows at all. */
  readonly missing: readonly string[]
}

/** What `tilsyn seal verify` does. */
export async function verifyLogs(where: Where, request: VerifyRequest): Promise<Checked<Verified>> {
  for (const file of request.heads)
    try {
      await (await open(file)).close()
      if ((await stat(file)).isDirectory()) return { ok: false, problems: [unreadable(file, isFolder)] }
    } catch (error) {
      return { ok: false, problems: [unreadable(file, error)] }
    }
  const given = await readKeys(request.keys)
  if (!given.ok) return given
  const keys = request.keys.length > 0 ? given.value : await ownKeys(where)
  const verifies = verifierOf(keys)
  const written = request.heads.length === 0 ? undefined : () => readHeads(request.heads)
  return withDatabase(where, async (database) => {
    const all = await database.beforeSignIn.listMunicipalities()
    const wanted = all.filter(({ name }) => where.municipality === undefined || name === where.municipality)
    if (wanted.length === 0) return { ok: false, problems: [noMunicipality(all.map(({ name }) => name))] }
    for (const { municipalityId, name } of wanted) {
      const progress = (share: number): void => request.progress(name, share)
      request.verified(name, await verifyLog({ database, verifies, written, progress }, municipalityId))
    }
    const known = all.map(({ municipalityId }) => municipalityId)
    const missing = written === undefined ? [] : await listMissingMunicipalities(written(), known)
    return { ok: true, value: { ownKeys: request.keys.length === 0, keys: keys.length, missing } }
  })
}

/** Lines in one go. */
const perPage = 2000

async function* readHeads(files: readonly string[]): AsyncIterable<readonly WrittenLine[]> {
  for (const file of files) {
    let page: WrittenLine[] = []
    let line = 0
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1
      page.push({ line, head: findHead(text) })
      if (page.length < perPage) continue
      yield page
      page = []
    }
    yield page
  }
}

async function readKeys(files: readonly string[]): Promise<Checked<readonly KeyObject[]>> {
  const keys: KeyObject[] = []
  for (const file of files)
    try {
      const key = findVerifyingKey(await readFile(file, 'utf8'))
      if (key === undefined) return { ok: false, problems: [noKey(file)] }
      keys.push(key)
    } catch (error) {
      return { ok: false, problems: [unreadable(file, error)] }
    }
  return { ok: true, value: keys }
}

/** The public keys that the program left beside its heads; none where they are not to be found. */
async function ownKeys({ data }: Where): Promise<readonly KeyObject[]> {
  const environment = data === undefined ? process.env : { ...process.env, TILSYN_DATA: data }
  const database = databaseConfiguration(environment)
  const seal = database.ok ? sealConfiguration(database.value, environment) : database
  if (!seal.ok) return []
  const files: string[] = []
  for (const place of seal.value.places)
    for (const name of await readdir(place).catch(() => []))
      if (publicKeyFile.test(name)) files.push(join(place, name))
  const keys = await readKeys(files)
  return keys.ok ? keys.value : []
}

const isFolder = Object.assign(new Error('a folder'), { code: 'EISDIR' })

function unreadable(file: string, error: unknown): Problem {
  const reason = systemReason(error)
  if (reason === undefined) throw error
  return {
    code: 'file-unreadable',
    text: {
      da: `Filen kan ikke læses: ${reason.da}.`,
      en: `The file cannot be read: ${reason.en}.`,
    },
    at: { file },
  }
}

function noKey(file: string): Problem {
  return {
    code: 'seal-key-unusable',
    text: {
      da: 'Filen rummer ingen offentlig Ed25519-nøgle i PEM-form. Programmet lægger sine ved siden af hovederne: seal-key-….pub.pem.',
      en: 'The file holds no public Ed25519 key in PEM form. The program leaves its own beside the heads: seal-key-….pub.pem.',
    },
    at: { file },
  }
}

function noMunicipality(names: readonly string[]): Problem {
  const known = names.join(', ')
  return {
    code: 'municipality-unclear',
    text: {
      da:
        names.length === 0 ? 'Databasen rummer ingen kommune.' : `Angiv --municipality som en af: ${known}.`,
      en:
        names.length === 0
          ? 'The database holds no municipality.'
          : `Give --municipality as one of: ${known}.`,
    },
  }
}
