import { dirname, join, resolve } from 'node:path'
import type { Checked, Problem } from '../core/language/problem.ts'
import type { DatabaseConfiguration } from './configuration.ts'

export interface SealConfiguration {
  /** Of the private key; nothing but the program reads it. */
  readonly keyFile: string
  /** A missing key is made: in the program's own data folder only. */
  readonly make: boolean
  /** Folders that heads are written out to. */
  readonly places: readonly string[]
}

/** Where the key lies that seals the logs, and where signed heads go. */
export function sealConfiguration(
  database: DatabaseConfiguration,
  environment: NodeJS.ProcessEnv = process.env,
): Checked<SealConfiguration> {
  const { TILSYN_SEAL_KEY_FILE: given, TILSYN_SEAL_HEADS: heads, TILSYN_SEAL_COPY: copy } = environment
  if (!given && database.kind === 'server') return { ok: false, problems: [missing] }
  const own = database.kind === 'embedded' ? join(database.folder, 'seal', 'key.pem') : ''
  const keyFile = given ? resolve(given) : own
  const first = heads ? resolve(heads) : dirname(keyFile)
  return {
    ok: true,
    value: { keyFile, make: !given, places: [first, ...(copy ? [resolve(copy)] : [])] },
  }
}

const missing: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Indstillingen TILSYN_SEAL_KEY_FILE mangler: stien til den nøgle, der forsegler loggene. Lav den med: openssl genpkey -algorithm ed25519 -out FIL && chmod 600 FIL. Se docs/sealed-logs.md.',
    en: 'The setting TILSYN_SEAL_KEY_FILE is missing: the path of the key that seals the logs. Make one with: openssl genpkey -algorithm ed25519 -out FILE && chmod 600 FILE. See docs/sealed-logs.md.',
  },
}
