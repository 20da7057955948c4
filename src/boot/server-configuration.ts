import { z } from 'zod'
import type { Checked, Problem } from '../core/language/problem.ts'
import type { SmtpSettings } from './smtp-transport.ts'
import { trustedProxies, type TrustedProxies } from './trusted-proxies.ts'

export interface ServerConfiguration {
  readonly production: boolean
  /** What users type, e.g. https://tilsyn.example.dk, where a proxy stands in front. */
  readonly publicOrigin: string | undefined
  /** Cookies over HTTPS only. */
  readonly secure: boolean
  readonly trustProxy: TrustedProxies
  /** Undefined: no mail is sent, and pages say so. */
  readonly smtp: SmtpSettings | undefined
  /** What the operator's monitoring shows at /metrics; undefined: nothing is told there. */
  readonly metricsToken?: string | undefined
}

const publicAddress = z.url({ protocol: /^https?$/, hostname: /.*/ }).optional()
const smtpAddress = z.url({ protocol: /^smtps?$/, hostname: /.+/ })
const sender = z.string().regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/)

/** What the environment says about the server. With a database server of one's own it is in production. */
export function serverConfiguration(
  environment: NodeJS.ProcessEnv = process.env,
): Checked<ServerConfiguration> {
  const production = environment.NODE_ENV === 'production' || Boolean(environment.DATABASE_URL)
  const address = publicAddress.safeParse(environment.TILSYN_PUBLIC_URL || undefined)
  if (!address.success) return { ok: false, problems: [unusableAddress] }
  const publicOrigin = address.data === undefined ? undefined : new URL(address.data).origin
  const secure = publicOrigin === undefined ? production : publicOrigin.startsWith('https:')
  const proxies = trustedProxies(environment)
  if (!proxies.ok) return proxies
  const smtp = smtpSettings(environment)
  if (!smtp.ok) return smtp
  const metricsToken = environment.TILSYN_METRICS_TOKEN || undefined
  if (metricsToken !== undefined && !/^[\x21-\x7e]{24,200}$/.test(metricsToken))
    return { ok: false, problems: [unusableToken] }
  const trustProxy = proxies.value
  return { ok: true, value: { production, publicOrigin, secure, trustProxy, smtp: smtp.value, metricsToken } }
}

function smtpSettings(environment: NodeJS.ProcessEnv): Checked<SmtpSettings | undefined> {
  const { TILSYN_SMTP_URL: url, TILSYN_MAIL_FROM: from } = environment
  if (!url && !from) return { ok: true, value: undefined }
  const problems = [
    ...(smtpAddress.safeParse(url).success ? [] : [unusableSmtp]),
    ...(sender.safeParse(from).success ? [] : [unusableSender]),
  ]
  return problems.length > 0 || !url || !from ? { ok: false, problems } : { ok: true, value: { url, from } }
}

const unusableToken: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_METRICS_TOKEN kan ikke bruges; den skal være 24 til 200 tegn uden mellemrum, fx fra: openssl rand -hex 24.',
    en: 'The setting TILSYN_METRICS_TOKEN cannot be used; it must be 24 to 200 characters without spaces, e.g. from: openssl rand -hex 24.',
  },
}

const unusableSmtp: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_SMTP_URL kan ikke bruges; den skal være en adresse som smtp://navn:kode@mail.example.dk:587.',
    en: 'The setting TILSYN_SMTP_URL cannot be used; it must be an address such as smtp://name:password@mail.example.dk:587.',
  },
}

const unusableSender: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_MAIL_FROM kan ikke bruges; med TILSYN_SMTP_URL skal den være en afsender som Tilsyn <tilsyn@example.dk>.',
    en: 'The setting TILSYN_MAIL_FROM cannot be used; with TILSYN_SMTP_URL it must be a sender such as Tilsyn <tilsyn@example.dk>.',
  },
}

const unusableAddress: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_PUBLIC_URL kan ikke bruges; den skal være en adresse som https://tilsyn.example.dk.',
    en: 'The setting TILSYN_PUBLIC_URL cannot be used; it must be an address such as https://tilsyn.example.dk.',
  },
}
