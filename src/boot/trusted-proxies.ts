import { isIP } from 'node:net'
import type { Checked, Problem } from '../core/language/problem.ts'

/** The proxies whose X-Forwarded headers are believed; false: nobody's, the caller is who holds the connection. */
export type TrustedProxies = false | readonly string[]

/**
 * Addresses and networks (CIDR), separated by commas. Nobody is believed unless named, not even this machine: a hostile
 * page in a browser on it could otherwise claim another host's name.
 */
export function trustedProxies(environment: NodeJS.ProcessEnv): Checked<TrustedProxies> {
  if (environment.TILSYN_TRUST_PROXY) return { ok: false, problems: [replaced] }
  const text = environment.TILSYN_TRUSTED_PROXIES?.trim() ?? ''
  if (text === '') return { ok: true, value: false }
  const proxies = text.split(',').map((one) => one.trim())
  return proxies.every(isNetwork) ? { ok: true, value: proxies } : { ok: false, problems: [unusable] }
}

/** A network of the whole Internet (/0) would believe every caller. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  if (bits === 0 || more.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits)
}

const unusable: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_TRUSTED_PROXIES kan ikke bruges; den skal være proxyernes adresser eller net, adskilt af komma, fx 127.0.0.1,10.20.0.0/24.',
    en: 'The setting TILSYN_TRUSTED_PROXIES cannot be used; it must be the proxies’ addresses or networks, separated by commas, e.g. 127.0.0.1,10.20.0.0/24.',
  },
}

const replaced: Problem = {
  code: 'setting-unusable',
  text: {
    da: 'Indstillingen TILSYN_TRUST_PROXY findes ikke mere, fordi den troede enhver. Fjern den, og skriv proxyens adresse i TILSYN_TRUSTED_PROXIES, fx 127.0.0.1.',
    en: 'The setting TILSYN_TRUST_PROXY is gone, because it believed anybody. Remove it, and write the proxy’s address into TILSYN_TRUSTED_PROXIES, e.g. 127.0.0.1.',
  },
}
