import type { LogSeal } from '../../../contract/access/log.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { logSeal as da } from '../../texts/da/log-seal.ts'
import { logSeal as en } from '../../texts/en/log-seal.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** How far the logs are sealed and when that was last verified, in one line. */
export function SealLine({ seal }: { readonly seal: LogSeal | null }) {
  const texts = useTexts<typeof da>({ da, en })
  const language = useLanguage()
  if (seal === null) return <p className="soft">{texts.none}</p>
  const { sealedAt, entries, waitingSince, verified } = seal
  const time = (at: string) => formatDateTime(at, language)
  return (
    <p className="soft">
      {waitingSince === null
        ? texts.sealed(time(sealedAt), formatInteger(entries, language))
        : texts.waiting(time(waitingSince))}{' '}
      {verified === null
        ? texts.neverVerified
        : verified.findings === 0
          ? texts.verified(time(verified.at))
          : texts.found(time(verified.at), formatInteger(verified.findings, language))}
    </p>
  )
}
