import type { FastifyRequest } from 'fastify'
import type { Language } from '../../core/language/language.ts'

/** Over HTTPS the prefix binds it to this very host. */
export const languageCookie = (secure: boolean): string =>
  secure ? '__Host-tilsyn-language' : 'tilsyn-language'

/** The language chosen in the interface, else the first the browser prefers of ours, else Danish. */
export function requestLanguage(request: FastifyRequest): Language {
  // A request whose address cannot even be read is refused before its cookies are parsed.
  const cookies: FastifyRequest['cookies'] | undefined = request.cookies
  const chosen = cookies?.[languageCookie(true)] ?? cookies?.[languageCookie(false)]
  if (chosen === 'da' || chosen === 'en') return chosen
  return preferred(request.headers['accept-language'] ?? '')
}

/** RFC 9110, 12.5.4: ranges with weights from 0 to 1, 1 when absent; of equal weight the first counts. */
export function preferred(header: string): Language {
  let best: { language: Language; weight: number } | undefined
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const base = tag.split('-')[0]
    if (base !== 'da' && base !== 'en') continue
    const quality = parameters
      .map((parameter) => parameter.trim())
      .find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (weight > 0 && (best === undefined || weight > best.weight)) best = { language: base, weight }
  }
  return best?.language ?? 'da'
}
