import { resolve } from 'node:path'
import { z } from 'zod'
import { findPersonalKey, type PersonalKey } from '../app/registry/personal-key.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { findClaimKey, type ClaimKey } from '../storage/claim.ts'

export type DatabaseConfiguration =
  | {
      readonly kind: 'server'
      /** As `tilsyn_app`. */
      readonly url: string
      /** As `tilsyn_owner`; needed by `tilsyn migrate` only. */
      readonly ownerUrl: string | undefined
      readonly claimKey: ClaimKey
      /** Encrypts personal numbers; without it files that hold them cannot be imported. */
      readonly personalKey: PersonalKey | undefined
    }
  | {
      readonly kind: 'embedded'
      readonly folder: string
      /** Where root keeps what PostgreSQL's user must reach but cannot in `folder`; see docs/database.md. */
      readonly outside?: string
    }

const url = z.url({ protocol: /^postgres(?:ql)?$/, hostname: /.*/ })

const schema = z.object({
  DATABASE_URL: url.optional(),
  DATABASE_OWNER_URL: url.optional(),
  TILSYN_CLAIM_KEY: z
    .string()
    .refine((text) => findClaimKey(text) !== undefined)
    .optional(),
  TILSYN_PERSONAL_KEY: z
    .string()
    .refine((text) => findPersonalKey(text) !== undefined)
    .optional(),
  TILSYN_PERSONAL_KEYS_OLD: z
    .string()
    .refine((text) => oldKeys(text).every((each) => findPersonalKey(each) !== undefined))
    .optional(),
  TILSYN_DATA: z.string().min(1).optional(),
})

/** Whether what is said to the database goes over a network for others to read, or to whoever says that it is the database. */
function goesOpen(address: string | undefined): boolean {
  if (address === undefined) return false
  const { hostname, searchParams } = new URL(address)
  // The parameter counts before the host, and a folder is that of a socket on this machine.
  const host = decodeURIComponent(searchParams.get('host') ?? hostname)
  const isHere = /^(?:|\/.*|localhost|127(?:\.\d+){3}|\[?::1\]?)$/u.test(host)
  return !isHere && searchParams.get('sslmode') !== 'verify-full'
}

/** Keys from before, comma-separated. */
function oldKeys(text: string): readonly string[] {
  return text.split(',').map((each) => each.trim())
}

/** Which database the environment asks for; an empty variable counts as none. */
export function databaseConfiguration(
  environment: NodeJS.ProcessEnv = process.env,
  workingFolder: string = process.cwd(),
): Checked<DatabaseConfiguration> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map((issue) => unusable(String(issue.path[0]))) }
  const open = (['DATABASE_URL', 'DATABASE_OWNER_URL'] as const).filter((name) => goesOpen(parsed.data[name]))
  if (open.length > 0) return { ok: false, problems: open.map(unencrypted) }
  const { DATABASE_URL, DATABASE_OWNER_URL, TILSYN_CLAIM_KEY, TILSYN_PERSONAL_KEY, TILSYN_DATA } = parsed.data
  const old = parsed.data.TILSYN_PERSONAL_KEYS_OLD
  if (DATABASE_URL === undefined) {
    if (DATABASE_OWNER_URL !== undefined) return { ok: false, problems: [missing('DATABASE_URL')] }
    return { ok: true, value: { kind: 'embedded', folder: resolve(workingFolder, TILSYN_DATA ?? '.tilsyn') } }
  }
  const claimKey = findClaimKey(TILSYN_CLAIM_KEY ?? '')
  if (claimKey === undefined) return { ok: false, problems: [missing('TILSYN_CLAIM_KEY')] }
  if (old !== undefined && TILSYN_PERSONAL_KEY === undefined)
    return { ok: false, problems: [missing('TILSYN_PERSONAL_KEY')] }
  const personalKey = findPersonalKey(TILSYN_PERSONAL_KEY ?? '', old === undefined ? [] : oldKeys(old))
  const keys = { claimKey, personalKey }
  return { ok: true, value: { kind: 'server', url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, ...keys } }
}

const forms: Record<string, { da: string; en: string }> = {
  TILSYN_CLAIM_KEY: { da: '64 til 128 hexadecimale cifre', en: '64 to 128 hexadecimal digits' },
  TILSYN_PERSONAL_KEY: { da: '64 til 128 hexadecimale cifre', en: '64 to 128 hexadecimal digits' },
  TILSYN_PERSONAL_KEYS_OLD: {
    da: 'tidligere nøgler på 64 til 128 hexadecimale cifre med komma imellem',
    en: 'earlier keys of 64 to 128 hexadecimal digits, separated by commas',
  },
  TILSYN_DATA: { da: 'en mappe', en: 'a folder' },
}

function unusable(name: string): Problem {
  const form = forms[name] ?? {
    da: 'postgresql://rolle:kode@maskine:port/database',
    en: 'postgresql://role:password@host:port/database',
  }
  return {
    code: 'setting-unusable',
    text: {
      da: `Indstillingen ${name} kan ikke bruges; den skal være ${form.da}.`,
      en: `The setting ${name} cannot be used; it must be ${form.en}.`,
    },
  }
}

function unencrypted(name: string): Problem {
  return {
    code: 'database-unencrypted',
    text: {
      da: `Databasen i ${name} er på en anden maskine, og forbindelsen er ikke krypteret. Tilføj ?sslmode=verify-full til adressen. Se docs/operations.md.`,
      en: `The database of ${name} is on another machine, and the connection is not encrypted. Add ?sslmode=verify-full to the address. See docs/operations.md.`,
    },
  }
}

function missing(name: string): Problem {
  return {
    code: 'setting-missing',
    text: {
      da: `Indstillingen ${name} mangler; med egen databaseserver skal DATABASE_URL og TILSYN_CLAIM_KEY begge være sat. Se docs/database.md.`,
      en: `The setting ${name} is missing; with a database server of your own both DATABASE_URL and TILSYN_CLAIM_KEY must be set. See docs/database.md.`,
    },
  }
}
