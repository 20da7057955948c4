import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { belongsToUnit, roles } from '../core/access/role.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { signingAlgorithms, type ProviderSettings } from './openid-provider.ts'

const text = z.string().trim().min(1)

/** HTTPS, or this very machine. */
const issuer = z.url({ protocol: /^https?$/, hostname: /.+/ }).refine((address) => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
})

const grant = z
  .strictObject({ value: text, role: z.enum(roles), unit: text.optional() })
  .refine(({ role, unit }) => belongsToUnit(role) === (unit !== undefined), { path: ['unit'] })

const provider = z
  .strictObject({
    municipality: text,
    issuer,
    'client-id': text,
    'client-secret': text.optional(),
    'client-secret-file': text.optional(),
    algorithm: z.enum(signingAlgorithms).default('RS256'),
    scope: text.regex(/\bopenid\b/).default('openid profile'),
    person: z.strictObject({ claim: text, by: z.enum(['user-name', 'initials']) }),
    assurance: z
      .strictObject({ claim: text.default('acr'), accepted: z.array(text.regex(/^\S+$/)).min(1) })
      .optional(),
    roles: z
      .strictObject({
        claim: text,
        'name-claim': text.default('name'),
        'initials-claim': text,
        'email-claim': text.default('email'),
        grants: z.array(grant).min(1),
      })
      .optional(),
  })
  .refine((one) => (one['client-secret'] === undefined) !== (one['client-secret-file'] === undefined), {
    path: ['client-secret-file'],
  })

const file = z
  .strictObject({ providers: z.array(provider).min(1) })
  .refine(({ providers }) => new Set(providers.map((one) => one.municipality)).size === providers.length, {
    path: ['providers'],
  })

/** The municipalities' own sign-ins, from the file that `TILSYN_OIDC_FILE` names; none without it. */
export function providerConfiguration(
  publicOrigin: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Checked<readonly ProviderSettings[]> {
  const name = environment.TILSYN_OIDC_FILE
  if (!name) return { ok: true, value: [] }
  if (publicOrigin === undefined) return { ok: false, problems: [addressMissing] }
  try {
    const parsed = file.safeParse(parse(readFileSync(name, 'utf8')))
    if (!parsed.success)
      return { ok: false, problems: parsed.error.issues.map((issue) => unusable(name, issue.path.join('.'))) }
    const providers = parsed.data.providers.map((one) => toSettings(one, dirname(resolve(name))))
    return { ok: true, value: providers }
  } catch (error) {
    // The code and not the text: a text of the YAML reader quotes the line, which may hold the secret.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error'
    return { ok: false, problems: [unreadable(name, code)] }
  }
}

function toSettings(one: z.output<typeof provider>, folder: string): ProviderSettings {
  const secretFile = one['client-secret-file']
  const secret = secretFile === undefined ? '' : readFileSync(resolve(folder, secretFile), 'utf8').trim()
  const { municipality, algorithm, scope, assurance, person, roles: given } = one
  return {
    municipality,
    algorithm,
    scope,
    issuer: one.issuer,
    clientId: one['client-id'],
    clientSecret: one['client-secret'] ?? secret,
    assurance,
    rules: {
      person,
      roles:
        given === undefined
          ? undefined
          : {
              claim: given.claim,
              nameClaim: given['name-claim'],
              initialsClaim: given['initials-claim'],
              emailClaim: given['email-claim'],
              grants: given.grants.map(({ value, role, unit }) => ({ value, role, unit })),
            },
    },
  }
}

function unusable(name: string, field: string): Problem {
  return {
    code: 'setting-unusable',
    text: {
      da: `Filen ${name} (TILSYN_OIDC_FILE) kan ikke bruges: ret ${field || 'filen'}. Se docs/sign-in.md.`,
      en: `The file ${name} (TILSYN_OIDC_FILE) cannot be used: mend ${field || 'the file'}. See docs/sign-in.md.`,
    },
  }
}

function unreadable(name: string, code: string): Problem {
  return {
    code: 'setting-unusable',
    text: {
      da: `Filen ${name} (TILSYN_OIDC_FILE) eller en fil, den nævner, kan ikke læses (${code}). Se docs/sign-in.md.`,
      en: `The file ${name} (TILSYN_OIDC_FILE) or one that it names cannot be read (${code}). See docs/sign-in.md.`,
    },
  }
}

const addressMissing: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Indstillingen TILSYN_PUBLIC_URL mangler; med TILSYN_OIDC_FILE skal kommunens login vide, hvor det sender folk tilbage til.',
    en: 'The setting TILSYN_PUBLIC_URL is missing; with TILSYN_OIDC_FILE the municipality’s sign-in must know where to send people back to.',
  },
}
