import { z } from 'zod'
import type { Checked, Problem } from '../core/language/problem.ts'

export interface ServerConfiguration {
  readonly production: boolean
  /** What users type, e.g. https://tilsyn.example.dk, where a proxy stands in front. */
  readonly publicOrigin: string | undefined
  /** Cookies over HTTPS only. */
  readonly secure: boolean
  /** A proxy in front says in X-Forwarded-* who calls. */
  readonly trustProxy: boolean
}

const publicAddress = z.url({ protocol: /^https?$/, hostname: /.*/ }).optional()

/** What the environment says about the server. With a database server of one's own it is in production. */
export function serverConfiguration(
  environment: NodeJS.ProcessEnv = process.env,
): Checked<ServerConfiguration> {
  const production = environment.NODE_ENV === 'production' || Boolean(environment.DATABASE_URL)
  const address = publicAddress.safeParse(environment.TILSYN_PUBLIC_URL || undefined)
  if (!address.success) return { ok: false, problems: [unusableAddress] }
  const publicOrigin = address.data === undefined ? undefined : new URL(address.data).origin
  const secure = publicOrigin === undefined ? production : publicOrigin.startsWith('https:')
  const trustProxy = environment.TILSYN_TRUST_PROXY === '1'
  return { ok: true, value: { production, publicOrigin, secure, trustProxy } }
}

const unusableAddress: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_PUBLIC_URL kan ikke bruges; den skal være en adresse som https://tilsyn.example.dk.',
    en: 'The setting TILSYN_PUBLIC_URL cannot be used; it must be an address such as https://tilsyn.example.dk.',
  },
}
